/**
 * Why this room refuses, in order of precedence: where several apply, the first in this list is given.
 * First the command's own words, then what it names, then currency, time and money, last the approval.
 */
import type { InvalidExchange, LocalDate } from '@quittance/kernel'

/** An amount that cannot be used: not whole, not above zero, beyond the safe range, or no line at all. @category rejections @since 0.1.0 */
export interface InvalidAmount {
  readonly _tag: 'InvalidAmount'
  readonly field: string
  readonly amountMinor: number
}

/** A word that must be there is missing. @category rejections @since 0.1.0 */
export interface MissingField {
  readonly _tag: 'MissingField'
  readonly field: string
}

/** The id is taken by something else of its kind. @category rejections @since 0.1.0 */
export interface IdAlreadyUsed {
  readonly _tag: 'IdAlreadyUsed'
  readonly kind:
    | 'receipt'
    | 'application'
    | 'refund'
    | 'write-off'
    | 'transfer'
    | 'deduction'
    | 'chargeback'
    | 'netting'
    | 'remittance'
  readonly id: string
}

/** The account knows nothing of that id. @category rejections @since 0.1.0 */
export interface NotFound {
  readonly _tag: 'NotFound'
  readonly kind: IdAlreadyUsed['kind'] | 'credit-note' | 'item' | 'payable'
  readonly id: string
}

/** The thing is over: returned, voided, cancelled, reversed. @category rejections @since 0.1.0 */
export interface AlreadyEnded {
  readonly _tag: 'AlreadyEnded'
  readonly kind: NotFound['kind']
  readonly id: string
  readonly ended: string
}

/** A card reversal of money that did not come by card. @category rejections @since 0.1.0 */
export interface NotACardPayment {
  readonly _tag: 'NotACardPayment'
  readonly receiptId: string
}

/** The receipt arrived from another account: only giving the transfer back or its recall may end it. @category rejections @since 0.1.0 */
export interface ArrivedByTransfer {
  readonly _tag: 'ArrivedByTransfer'
  readonly receiptId: string
  readonly transferId: string
}

/** The currencies differ; nothing of one changes a balance of another. @category rejections @since 0.1.0 */
export interface CurrencyMismatch {
  readonly _tag: 'CurrencyMismatch'
  readonly expected: string
  readonly got: string
}

/** The command's day lies before something that it builds on. @category rejections @since 0.1.0 */
export interface TooEarly {
  readonly _tag: 'TooEarly'
  readonly on: LocalDate
  readonly notBefore: LocalDate
}

/** There is less free money than was asked for. @category rejections @since 0.1.0 */
export interface NotEnoughFree {
  readonly _tag: 'NotEnoughFree'
  readonly kind: NotFound['kind']
  readonly id: string
  readonly freeMinor: number
  readonly askedMinor: number
}

/** More would be taken off an item than is open. @category rejections @since 0.1.0 */
export interface OverApplied {
  readonly _tag: 'OverApplied'
  readonly itemId: string
  readonly openMinor: number
  readonly askedMinor: number
}

/** More would be deducted than is open and not deducted already. @category rejections @since 0.1.0 */
export interface OverDeducted {
  readonly _tag: 'OverDeducted'
  readonly itemId: string
  readonly deductibleMinor: number
  readonly askedMinor: number
}

/** An amount must be exactly something else: the rest of a deduction that ends, the discount or penny that a plan counted on. @category rejections @since 0.1.0 */
export interface AmountDiffers {
  readonly _tag: 'AmountDiffers'
  readonly kind: 'deduction' | 'discount' | 'penny'
  /** Of the deduction, or of the application. */
  readonly id: string
  /** What there is: exactly this (`deduction`), or at most this (`discount`, `penny`). */
  readonly expectedMinor: number
  readonly askedMinor: number
}

/** Money has left the receipt that must come back first. @category rejections @since 0.1.0 */
export interface StillInUse {
  readonly _tag: 'StillInUse'
  readonly receiptId: string
  readonly refundedMinor: number
  readonly transferredMinor: number
}

/** More would be given up at application than the policy tolerates on the item, or in its period; a person may still write it off by another name. @category rejections @since 0.1.0 */
export interface BeyondTolerance {
  readonly _tag: 'BeyondTolerance'
  readonly itemId: string
  readonly reason: 'small-difference' | 'bank-fee'
  readonly scope: 'item' | 'period'
  readonly limitMinor: number
  /** Given up within it before. */
  readonly takenMinor: number
  readonly askedMinor: number
}

/** There is no agreement by which what each owes the other may be set off. @category rejections @since 0.1.0 */
export interface NettingNotAgreed {
  readonly _tag: 'NettingNotAgreed'
  readonly policyId: string
}

/** A second person must approve: nobody did, the asker did, or the approver's limit is below the amount. @category rejections @since 0.1.0 */
export interface ApprovalRequired {
  readonly _tag: 'ApprovalRequired'
  readonly because: 'no-approver' | 'self-approval' | 'over-limit'
  readonly limitMinor: number
  readonly askedMinor: number
}

/** Every refusal of this room. @category rejections @since 0.1.0 */
export type CashRejection =
  | InvalidAmount
  | MissingField
  | InvalidExchange
  | IdAlreadyUsed
  | NotFound
  | AlreadyEnded
  | NotACardPayment
  | ArrivedByTransfer
  | CurrencyMismatch
  | TooEarly
  | NotEnoughFree
  | OverApplied
  | OverDeducted
  | AmountDiffers
  | StillInUse
  | BeyondTolerance
  | NettingNotAgreed
  | ApprovalRequired
