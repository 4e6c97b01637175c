/** Who paid: what is known of payers, what a payment says of its own, and what can be answered. */
import type { NameIndex } from '../remittance/payer-names/name-index.js'

/** What a payment says of who sent it. @category model @since 0.1.0 */
export interface PayerClues {
  /** The bank account that the money came from; gaps, dashes and case make no difference. */
  readonly payerAccount?: string
  /** What the payer is called in a scheme of its own: a lockbox number, a mandate, a customer number at the bank. */
  readonly remitterId?: string
  readonly payerName?: string
  /** All that the payer wrote. */
  readonly text: string
}

/** An account of a payer's family that its money may pay for, and how unlikely that is, in centibits. @category model @since 0.1.0 */
export interface PayerAccount {
  readonly customer: string
  readonly costCentibits: number
}

/** What is known of payers. Nothing in it is a guess: every entry was on record before the payment. @category model @since 0.1.0 */
export interface KnownPayers {
  /** Customers by bank account, in the form that `plainAccount` gives. */
  readonly byAccount: ReadonlyMap<string, ReadonlySet<string>>
  readonly byRemitter: ReadonlyMap<string, ReadonlySet<string>>
  readonly names: NameIndex
  /** Whose an open item is. */
  readonly ownerOf: (itemId: string) => string | undefined
  /** Parents and children. */
  readonly relatives: ReadonlyMap<string, ReadonlyArray<PayerAccount>>
}

/** What a payer is known by, the strongest first. @category model @since 0.1.0 */
export type PayerClue = 'account' | 'remitter' | 'name' | 'reference'

/** A clue and the customers that it speaks of, by code unit. @category model @since 0.1.0 */
export interface ReadClue {
  readonly by: PayerClue
  readonly customers: ReadonlyArray<string>
}

/** Who paid. Of an ambiguous payer a person chooses; an unknown one's money waits in suspense. @category decisions @since 0.1.0 */
export type IdentifiedPayer =
  | {
      readonly _tag: 'KnownPayer'
      readonly customer: string
      readonly by: PayerClue
      /** The payer's own account first, then those of its family. */
      readonly accounts: ReadonlyArray<PayerAccount>
      /** Weaker clues that speak of others. */
      readonly against: ReadonlyArray<ReadClue>
    }
  | { readonly _tag: 'AmbiguousPayer'; readonly by: PayerClue; readonly customers: ReadonlyArray<string> }
  | { readonly _tag: 'UnknownPayer' }
