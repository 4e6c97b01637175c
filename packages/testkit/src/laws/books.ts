/**
 * The plainest books that could be kept from the facts: maps and sums, each figure posted for itself, so that
 * what should add up can be added up. Shares no code with the account's own state.
 */

/** A base value and what became of it; nothing where the thing has none. Always: value = left + used. @category laws @since 0.1.0 */
export interface BaseBook {
  readonly baseCurrency: string
  readonly baseMinor: number
  leftBaseMinor: number
  usedBaseMinor: number
}

/** An invoice or debit note. Always: payable = open + offset + cash + credit + discount + written off + transferred + netted + voided; deducted is an of-which of what came and is not ended. @category laws @since 0.1.0 */
export interface ItemBook {
  readonly currency: string
  readonly payableMinor: number
  openMinor: number
  offsetMinor: number
  cashMinor: number
  creditMinor: number
  discountMinor: number
  writtenOffMinor: number
  /** Moved to debit items of their own. */
  transferredMinor: number
  nettedMinor: number
  deductedMinor: number
  voidedMinor: number
  readonly base: BaseBook | undefined
}

/** A receipt. Always: amount = applied + on account + unapplied + refunded + returned + transferred + penny + voided. @category laws @since 0.1.0 */
export interface ReceiptBook {
  readonly currency: string
  readonly amountMinor: number
  appliedMinor: number
  onAccountMinor: number
  unappliedMinor: number
  refundedMinor: number
  returnedMinor: number
  transferredMinor: number
  pennyMinor: number
  voidedMinor: number
  readonly base: BaseBook | undefined
}

/** What a credit note left with the customer. Always: credit = free + applied + refunded. @category laws @since 0.1.0 */
export interface CreditBook {
  readonly currency: string
  readonly creditMinor: number
  freeMinor: number
  appliedMinor: number
  refundedMinor: number
  readonly base: BaseBook | undefined
}

/** What an application has of base values: source - cleared = realised, always, and nothing of any once it is taken back. @category laws @since 0.1.0 */
export interface LinkBook {
  amountMinor: number
  sourceBaseMinor: number
  clearedBaseMinor: number
  realisedBaseMinor: number
  /** Of a penny and a discount. */
  apartBaseMinor: number
}

/** The books of one account. `receivable` is the balance of the receivables account, by currency; `links` are applications that carry base values. @category laws @since 0.1.0 */
export interface Books {
  readonly items: Map<string, ItemBook>
  readonly receipts: Map<string, ReceiptBook>
  readonly credits: Map<string, CreditBook>
  readonly receivable: Map<string, number>
  readonly links: Map<string, LinkBook>
}

/** Books before the first fact. @category laws @since 0.1.0 */
export const emptyBooks = (): Books => ({
  items: new Map(),
  receipts: new Map(),
  credits: new Map(),
  receivable: new Map(),
  links: new Map(),
})

/** An item of which nothing has come off. @internal */
export const newItem = (currency: string, payableMinor: number, base: BaseBook | undefined): ItemBook => ({
  currency,
  payableMinor,
  openMinor: payableMinor,
  offsetMinor: 0,
  cashMinor: 0,
  creditMinor: 0,
  discountMinor: 0,
  writtenOffMinor: 0,
  transferredMinor: 0,
  nettedMinor: 0,
  deductedMinor: 0,
  voidedMinor: 0,
  base,
})

/** A receipt of which nothing is used. @internal */
export const newReceipt = (currency: string, amountMinor: number, base: BaseBook | undefined): ReceiptBook => ({
  currency,
  amountMinor,
  appliedMinor: 0,
  onAccountMinor: 0,
  unappliedMinor: amountMinor,
  refundedMinor: 0,
  returnedMinor: 0,
  transferredMinor: 0,
  pennyMinor: 0,
  voidedMinor: 0,
  base,
})

type Figures<Book> = { readonly [Key in keyof Book]: Book[Key] extends number ? Key : never }[keyof Book]

/** From one figure of a book to another. @internal */
export const shift = <Book extends ReceiptBook | CreditBook>(
  book: Book,
  from: Figures<Book>,
  to: Figures<Book>,
  minor: number,
): void => {
  const figures = book as Record<Figures<Book>, number>
  figures[from] -= minor
  figures[to] += minor
}
