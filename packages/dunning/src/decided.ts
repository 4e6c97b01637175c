/** What a decision of this room is: shared by the acts, which stand in files of their own. */
import type { Decided } from '@quittance/kernel'
import type { DunningFact } from './events.js'
import type { DunningRejection } from './rejections.js'
import type { DunningRequest } from './requests.js'

/** A decision of this room. @category decisions @since 0.1.0 */
export type DunningDecided = Decided<DunningRejection, DunningFact, DunningRequest>
