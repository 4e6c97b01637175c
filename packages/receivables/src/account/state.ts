/** The account: the states of its rooms side by side, and the commands it has answered. */
import { type CashState, initialCash } from '@quittance/cash-application'
import { type DunningState, initialDunning } from '@quittance/dunning'
import { initialInvoicing, type InvoicingState } from '@quittance/invoicing'
import { emptyKeyed, type Keyed } from '@quittance/kernel'
import { initialPromises, type PromisesState } from '@quittance/promises-to-pay'
import type { AccountLife } from './life.js'

/** A command that was answered: what it said, and the revision of its last fact. @category model @since 0.1.0 */
export interface CommandRecord {
  readonly hash: string
  readonly firstRevision: number
  lastRevision: number
}

/** All that decisions on one customer's account know. @category model @since 0.1.0 */
export interface AccountState {
  readonly life: AccountLife
  readonly invoicing: InvoicingState
  readonly cash: CashState
  readonly promises: PromisesState
  readonly dunning: DunningState
  readonly commands: Keyed<CommandRecord>
}

/** An account of which nothing is known yet. @category model @since 0.1.0 */
export const initialAccount = (): AccountState => ({
  life: { opened: false, closedOn: undefined, lastOn: undefined },
  invoicing: initialInvoicing(),
  cash: initialCash(),
  promises: initialPromises(),
  dunning: initialDunning(),
  commands: emptyKeyed(),
})
