/** Why a command did not run, beyond what the account refuses. */
import type { DecodeFailure } from '@quittance/kernel'
import type { AccountRejection } from '../account/account.js'

/** The command id was used before for something else. @category rejections @since 0.1.0 */
export interface CommandIdReused {
  readonly _tag: 'CommandIdReused'
  readonly commandId: string
}

/** The number is taken by a document, receipt or transfer of another account of the entity. @category rejections @since 0.1.0 */
export interface NumberTaken {
  readonly _tag: 'NumberTaken'
  readonly kind: 'document' | 'receipt' | 'transfer'
  readonly id: string
  readonly byCustomer: string
}

/** Others kept writing to the account; nothing was recorded, and trying again is safe. @category rejections @since 0.1.0 */
export interface TooBusy {
  readonly _tag: 'TooBusy'
  readonly attempts: number
}

/** The store could not say whether it wrote; trying again with the same command id is safe and tells. @category rejections @since 0.1.0 */
export interface OutcomeUnknown {
  readonly _tag: 'OutcomeUnknown'
  readonly reason: string
}

/** The account's history holds something this code cannot read; deciding on a part of it would be a guess. @category rejections @since 0.1.0 */
export interface UnreadableHistory {
  readonly _tag: 'UnreadableHistory'
  readonly stream: string
  readonly revision: number
  readonly failure: DecodeFailure
}

/** Money cannot be moved from an account to itself. @category rejections @since 0.1.0 */
export interface SameAccount {
  readonly _tag: 'SameAccount'
  readonly customer: string
}

/** The receipt behind the transfer has not bounced: there is nothing to recall, the transfer can only be given back. @category rejections @since 0.1.0 */
export interface NotBounced {
  readonly _tag: 'NotBounced'
  readonly transferId: string
}

/** The command carries something that could not be read back (a day that is none, a word outside its list); it is refused rather than written. @category rejections @since 0.1.0 */
export interface UnreadableCommand {
  readonly _tag: 'UnreadableCommand'
  readonly commandId: string
  readonly failure: DecodeFailure
}

/** Every way in which running a command fails. @category rejections @since 0.1.0 */
export type LedgerFailure =
  | AccountRejection
  | CommandIdReused
  | NumberTaken
  | TooBusy
  | OutcomeUnknown
  | UnreadableHistory
  | SameAccount
  | NotBounced
  | UnreadableCommand
