/** What a decision of this room is: shared by the acts, which stand in files of their own. */
import type { Decided } from '@quittance/kernel'
import type { PromisesFact } from './events.js'
import type { PromisesRejection } from './rejections.js'

/** A decision of this room. @category decisions @since 0.1.0 */
export type PromisesDecided = Decided<PromisesRejection, PromisesFact>
