/**
 * The life of an account: opened, closed, reopened. An account that nobody opened is open from its first
 * fact; opening it puts the customer's name and attributes on record.
 */
import type { LocalDate } from '@quittance/kernel'

/** Open an account, with what is known of the customer. @category commands @since 0.1.0 */
export interface OpenAccount {
  readonly _tag: 'OpenAccount'
  readonly on: LocalDate
  readonly name?: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** Close an account on which nothing is owed in either direction. @category commands @since 0.1.0 */
export interface CloseAccount {
  readonly _tag: 'CloseAccount'
  readonly on: LocalDate
  readonly reason: string
}

/** Open a closed account again. @category commands @since 0.1.0 */
export interface ReopenAccount {
  readonly _tag: 'ReopenAccount'
  readonly on: LocalDate
  readonly reason: string
}

/** Every command of an account's life. @category commands @since 0.1.0 */
export type AccountLifeCommand = OpenAccount | CloseAccount | ReopenAccount

/** The account was opened. The name is personal data, in a field of its own. @category events @since 0.1.0 */
export interface AccountOpened {
  readonly _tag: 'AccountOpened'
  readonly on: LocalDate
  readonly name?: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** The account was closed with nothing owed. @category events @since 0.1.0 */
export interface AccountClosed {
  readonly _tag: 'AccountClosed'
  readonly on: LocalDate
  readonly reason: string
}

/** The account was opened again. @category events @since 0.1.0 */
export interface AccountReopened {
  readonly _tag: 'AccountReopened'
  readonly on: LocalDate
  readonly reason: string
}

/** Every fact of an account's life. @category events @since 0.1.0 */
export type AccountLifeFact = AccountOpened | AccountClosed | AccountReopened

/** The account was opened before, or is not closed. @category rejections @since 0.1.0 */
export interface AccountAlreadyOpen {
  readonly _tag: 'AccountAlreadyOpen'
}

/** The account is closed: reopen it first. @category rejections @since 0.1.0 */
export interface AccountIsClosed {
  readonly _tag: 'AccountIsClosed'
  readonly closedOn: LocalDate
}

/** Something is still owed in one direction or the other. @category rejections @since 0.1.0 */
export interface AccountNotSettled {
  readonly _tag: 'AccountNotSettled'
  readonly currency: string
  readonly openMinor: number
  readonly heldMinor: number
}

/** Every refusal of an account's life. @category rejections @since 0.1.0 */
export type AccountLifeRejection = AccountAlreadyOpen | AccountIsClosed | AccountNotSettled

/** What is remembered of an account's life. @category model @since 0.1.0 */
export interface AccountLife {
  opened: boolean
  closedOn: LocalDate | undefined
  /** The latest day of any fact of the account: it cannot close before. */
  lastOn: LocalDate | undefined
}
