/** What a decision of this room is: shared by the acts, which stand in files of their own. */
import type { Decided } from '@quittance/kernel'
import type { InvoicingFact } from './events.js'
import type { InvoicingRejection } from './rejections.js'

/** A decision of this room. @category decisions @since 0.1.0 */
export type InvoicingDecided = Decided<InvoicingRejection, InvoicingFact>
