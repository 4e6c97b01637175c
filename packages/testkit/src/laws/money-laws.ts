/** Laws of money: nothing is made, nothing is lost, nothing is taken twice. */
import type { LocalDate } from '@quittance/kernel'
import { type AccountLog, type AuditLaw, auditLaw, type Breach } from './law.js'
import { type BaseBook, type Books, emptyBooks, type ItemBook, type ReceiptBook } from './books.js'
import { postFact } from './post-fact.js'

/** Checks the books after every fact, so at every prefix of the history. */
const atEveryPrefix =
  (wrong: (books: Books) => string | undefined) =>
  (log: AccountLog): Breach | undefined => {
    const books = emptyBooks()
    for (const { fact, revision } of log) {
      postFact(books, fact)
      const says = wrong(books)
      if (says !== undefined) return { revision, says: `after ${fact._tag}: ${says}` }
    }
    return undefined
  }

const firstOf = <Book>(
  books: ReadonlyMap<string, Book>,
  wrong: (book: Book) => string | undefined,
): string | undefined => {
  for (const [id, book] of books) {
    const says = wrong(book)
    if (says !== undefined) return `${id}: ${says}`
  }
  return undefined
}

const receiptSum = (one: ReceiptBook): number =>
  one.appliedMinor +
  one.onAccountMinor +
  one.unappliedMinor +
  one.refundedMinor +
  one.returnedMinor +
  one.transferredMinor +
  one.pennyMinor +
  one.voidedMinor

/** Received = applied + on account + unapplied + refunded + returned + transferred + penny gain + voided (P-01). @category laws @since 0.1.0 */
export const receiptsConserved: AuditLaw = auditLaw(
  'conservation of a receipt',
  atEveryPrefix(({ receipts }) =>
    firstOf(receipts, (one) =>
      receiptSum(one) === one.amountMinor ? undefined : `${one.amountMinor} received, ${receiptSum(one)} accounted for`,
    ),
  ),
)

const itemSum = (one: ItemBook): number =>
  one.openMinor +
  one.offsetMinor +
  one.cashMinor +
  one.creditMinor +
  one.discountMinor +
  one.writtenOffMinor +
  one.transferredMinor +
  one.nettedMinor +
  one.voidedMinor

/** Payable = open + credited + cash + discount + written off + transferred + netted + voided (P-02). @category laws @since 0.1.0 */
export const itemsConserved: AuditLaw = auditLaw(
  'conservation of an item',
  atEveryPrefix(({ items }) =>
    firstOf(items, (one) =>
      itemSum(one) === one.payableMinor ? undefined : `${one.payableMinor} payable, ${itemSum(one)} accounted for`,
    ),
  ),
)

/** The first figure that is out of bounds: an item below nothing or above its amount, money or credit below nothing. */
const outOfBounds = ({ items, receipts, credits }: Books): string | undefined =>
  firstOf(
    items,
    (one) =>
      negative(one) ??
      baseOutOfBounds(one.base, one.openMinor === 0) ??
      (one.openMinor > one.payableMinor ? `${one.openMinor} open of ${one.payableMinor}` : undefined),
  ) ??
  firstOf(receipts, negative) ??
  firstOf(credits, negative)

const negative = (book: object): string | undefined => {
  for (const [name, value] of Object.entries(book))
    if (typeof value === 'number' && value < 0) return `${name} is ${value}`
  return undefined
}

/** 0 <= open <= payable for every item, and no part of a receipt or credit falls below nothing. @category laws @since 0.1.0 */
export const nothingOverApplied: AuditLaw = auditLaw('no over-application', atEveryPrefix(outOfBounds))

const held = ({ items, receipts, credits }: Books): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  const add = (currency: string, minor: number): void => void sums.set(currency, (sums.get(currency) ?? 0) + minor)
  for (const { currency, openMinor } of items.values()) add(currency, openMinor)
  for (const { currency, unappliedMinor, onAccountMinor } of receipts.values())
    add(currency, -unappliedMinor - onAccountMinor)
  for (const { currency, freeMinor } of credits.values()) add(currency, -freeMinor)
  return sums
}

/** Open items - unapplied - on account - free credit = the receivables account kept by posting each fact (P-04). @category laws @since 0.1.0 */
export const balancesTie: AuditLaw = auditLaw(
  'open items less what is held equals the balance of the receivables account',
  atEveryPrefix((books) => {
    for (const [currency, minor] of held(books))
      if (minor !== (books.receivable.get(currency) ?? 0))
        return `${minor} ${currency} by items, ${books.receivable.get(currency) ?? 0} by postings`
    return undefined
  }),
)

/**
 * For every business day, the facts effective by that day, in stream order, stay in bounds after each of them: a
 * report as of any day, as known at any revision, never meets an orphan or a negative balance (P-06).
 *
 * @category laws
 * @since 0.1.0
 */
export const everyCutInBounds: AuditLaw = auditLaw('every as-of cut stays in bounds', (log) => {
  const days = [...new Set(log.map(({ effectiveOn }) => effectiveOn))].sort()
  const cuts = days.map((day): readonly [LocalDate, Books] => [day, emptyBooks()])
  for (const { fact, effectiveOn, revision } of log)
    for (const [day, books] of cuts) {
      if (day < effectiveOn) continue
      postFact(books, fact)
      const says = outOfBounds(books)
      if (says !== undefined) return { revision, says: `as of ${day}, after ${fact._tag}: ${says}` }
    }
  return undefined
})

/** What is left of a base value: never below nothing nor above it, and nothing once the amount is used up. */
const baseOutOfBounds = (base: BaseBook | undefined, isUsedUp: boolean): string | undefined => {
  if (base === undefined) return undefined
  const { leftBaseMinor, usedBaseMinor, baseMinor, baseCurrency } = base
  if (leftBaseMinor + usedBaseMinor !== baseMinor || leftBaseMinor < 0 || usedBaseMinor < 0)
    return `${usedBaseMinor} used and ${leftBaseMinor} left of ${baseMinor} ${baseCurrency}`
  return isUsedUp && leftBaseMinor !== 0
    ? `nothing is left, but ${leftBaseMinor} ${baseCurrency} of its value`
    : undefined
}

const isUsedUp = (one: ReceiptBook): boolean =>
  one.appliedMinor + one.pennyMinor + one.transferredMinor === one.amountMinor

/**
 * What was cleared of an item's base value is never more than that, and all of it once nothing is open; the same holds
 * of a receipt once it is applied or sent on, and of a customer's credit once it is applied.
 *
 * @category laws
 * @since 0.1.0
 */
export const baseValuesConserved: AuditLaw = auditLaw(
  'the base values cleared of an item add up to its carrying value',
  atEveryPrefix(
    ({ items, receipts, credits }) =>
      firstOf(items, ({ base, openMinor }) => baseOutOfBounds(base, openMinor === 0)) ??
      firstOf(receipts, (one) => baseOutOfBounds(one.base, isUsedUp(one))) ??
      firstOf(credits, ({ base, creditMinor, appliedMinor }) => baseOutOfBounds(base, appliedMinor === creditMinor)),
  ),
)

/** Of every application: realised = source - cleared, and nothing of any of them once it is taken back. @category laws @since 0.1.0 */
export const realisedOnTheLink: AuditLaw = auditLaw(
  'realised is what the source gave less what the item cleared, and nothing once it is taken back',
  atEveryPrefix(({ links }) =>
    firstOf(links, ({ amountMinor, sourceBaseMinor, clearedBaseMinor, realisedBaseMinor, apartBaseMinor }) => {
      if (realisedBaseMinor !== sourceBaseMinor - clearedBaseMinor)
        return `${sourceBaseMinor} given, ${clearedBaseMinor} cleared, ${realisedBaseMinor} realised`
      if (amountMinor !== 0) return undefined
      const left = [sourceBaseMinor, clearedBaseMinor, apartBaseMinor].find((minor) => minor !== 0)
      return left === undefined ? undefined : `taken back, but ${left} stays`
    }),
  ),
)
