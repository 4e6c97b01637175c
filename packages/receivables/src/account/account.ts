/** The words of the whole account: what its rooms can be asked, may refuse, and record. */
import type { CashCommand, CashFact, CashRejection } from '@quittance/cash-application'
import type { DunningCommand, DunningFact, DunningRejection } from '@quittance/dunning'
import type { InvoicingCommand, InvoicingFact, InvoicingRejection } from '@quittance/invoicing'
import type { PromisesCommand, PromisesFact, PromisesRejection } from '@quittance/promises-to-pay'
import type { AccountLifeCommand, AccountLifeFact, AccountLifeRejection } from './life.js'

/** Every command to an account. @category commands @since 0.1.0 */
export type AccountCommand = AccountLifeCommand | InvoicingCommand | CashCommand | PromisesCommand | DunningCommand

/** Every fact of an account. @category events @since 0.1.0 */
export type AccountFact = AccountLifeFact | InvoicingFact | CashFact | PromisesFact | DunningFact

/** Every refusal of an account: first the account's life, then the room's own, in the room's precedence. @category rejections @since 0.1.0 */
export type AccountRejection =
  AccountLifeRejection | InvoicingRejection | CashRejection | PromisesRejection | DunningRejection
