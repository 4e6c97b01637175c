/**
 * What `decide` must remember of our dealings with an account, and nothing more.
 */
import { emptyKeyed, type Keyed, type LocalDate } from '@quittance/kernel'

/** The state of this room. @category model @since 0.1.0 */
export interface DunningState {
  /** Contacts by id, each with its day. */
  readonly touches: Keyed<LocalDate>
  /** Excuses by id, each with its day. */
  readonly excuses: Keyed<LocalDate>
}

/** An account that nobody has done anything about. @category model @since 0.1.0 */
export const initialDunning = (): DunningState => ({
  touches: emptyKeyed(),
  excuses: emptyKeyed(),
})
