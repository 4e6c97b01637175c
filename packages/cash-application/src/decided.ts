/** What a decision of this room is: shared by the acts, which stand in files of their own. */
import type { Decided } from '@quittance/kernel'
import type { CashFact } from './events.js'
import type { CashRejection } from './rejections.js'
import type { CashRequest } from './requests.js'

/** A decision of this room. @category decisions @since 0.1.0 */
export type CashDecided = Decided<CashRejection, CashFact, CashRequest>
