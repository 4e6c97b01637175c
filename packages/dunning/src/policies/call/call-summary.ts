/**
 * What is said on a call: one total of what is past due, or one or two large invoices by number, amount and
 * due day. No more: nobody can write down a list that is read out.
 */
import {
  compareFractions,
  daysBetween,
  type Decimal,
  decimal,
  fraction,
  fractionOfDecimal,
  type LocalDate,
  sumMinor,
} from '@quittance/kernel'
import type { CollectiblePart } from './collectible-parts.js'

/** Which form a call takes. @category policies @since 0.1.0 */
export interface CallPolicy {
  /** Only what is past due for more than so many days; 0 is all that is past due. */
  readonly overDays: number
  readonly maxNamed: 1 | 2
  /** Invoices are named where they make up at least this share of the total. */
  readonly largeSharePercent: Decimal
}

/** The default: all that is past due; one or two invoices where they are three quarters of it. @category policies @since 0.1.0 */
export const callPolicy: CallPolicy = {
  overDays: 0,
  maxNamed: 2,
  largeSharePercent: decimal('75'),
}

/** What is past due for more than so many days in a currency. @category model @since 0.1.0 */
export interface SpokenSum {
  readonly currency: string
  readonly totalMinor: number
  readonly invoices: number
}

/** An invoice by number, amount to ask and due day. @category model @since 0.1.0 */
export interface NamedInvoice {
  readonly itemId: string
  readonly instalmentNo: number
  readonly currency: string
  readonly askMinor: number
  readonly dueOn: LocalDate
}

/** Exactly one form; three invoices, or a total beside invoices, cannot be said. @category model @since 0.1.0 */
export type CallSummary =
  | { readonly _tag: 'Total'; readonly overDays: number; readonly sums: ReadonlyArray<SpokenSum> }
  | { readonly _tag: 'Invoices'; readonly invoices: readonly [NamedInvoice] | readonly [NamedInvoice, NamedInvoice] }

/**
 * The summary for a call. Fewest invoices first: one is named where it makes up the share, else two. In several
 * currencies those named must make up the share in each, for currencies are never added. Of equal amounts the earlier
 * due is named, then the lower number. Where nothing may be asked for, the total is empty.
 *
 * @param on - the day of the call; what is due on it is not past due
 * @law a call names at most two invoices, or a total, and nothing disputed or in hand
 * @category policies
 * @since 0.1.0
 */
export const callSummary = (
  parts: ReadonlyArray<CollectiblePart>,
  on: LocalDate,
  policy: CallPolicy = callPolicy,
): CallSummary => {
  const asked = partsToAsk(parts, on, policy.overDays)
  const [first, second] = largeEnough(asked, policy)
  if (first === undefined) return { _tag: 'Total', overDays: policy.overDays, sums: sumsOf(asked) }
  return { _tag: 'Invoices', invoices: second === undefined ? [named(first)] : [named(first), named(second)] }
}

/** What stands beside what is said, for whoever calls: how much past due is not named. @category model @since 0.1.0 */
export interface CallRest {
  readonly currency: string
  readonly count: number
  readonly totalMinor: number
}

/**
 * What was left unsaid (SETTLED 7: it belongs to the call pack, not to the call): past due by the same days, but not
 * named. After a total nothing is left.
 *
 * @law what is said and what is left beside it are all that may be asked
 * @category policies
 * @since 0.1.0
 */
export const callRest = (
  summary: CallSummary,
  parts: ReadonlyArray<CollectiblePart>,
  on: LocalDate,
  { overDays }: CallPolicy = callPolicy,
): ReadonlyArray<CallRest> => {
  if (summary._tag === 'Total') return []
  const said = new Set(summary.invoices.map(keyOf))
  const left = partsToAsk(parts, on, overDays).filter((part) => !said.has(keyOf(part)))
  return sumsOf(left).map(({ currency, invoices, totalMinor }) => ({ currency, count: invoices, totalMinor }))
}

/**
 * What may be asked for and is past due for more than so many days, the largest first, then by due day and number.
 *
 * @param overDays - strictly more than; 0 is all that is past due
 * @category policies
 * @since 0.1.0
 */
export const partsToAsk = (
  parts: ReadonlyArray<CollectiblePart>,
  on: LocalDate,
  overDays: number,
): ReadonlyArray<CollectiblePart> =>
  parts
    .filter(({ dueOn, collectibleMinor }) => collectibleMinor > 0 && daysBetween(dueOn, on) > overDays)
    .sort(byAmount)

const byAmount = (a: CollectiblePart, b: CollectiblePart): number => {
  if (a.collectibleMinor !== b.collectibleMinor) return b.collectibleMinor - a.collectibleMinor
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  if (a.itemId !== b.itemId) return a.itemId < b.itemId ? -1 : 1
  return a.instalmentNo - b.instalmentNo
}

const keyOf = ({ itemId, instalmentNo }: { readonly itemId: string; readonly instalmentNo: number }): string =>
  JSON.stringify([itemId, instalmentNo])

const named = ({ itemId, instalmentNo, currency, dueOn, collectibleMinor }: CollectiblePart): NamedInvoice => ({
  itemId,
  instalmentNo,
  currency,
  askMinor: collectibleMinor,
  dueOn,
})

const sumsOf = (parts: ReadonlyArray<CollectiblePart>): ReadonlyArray<SpokenSum> =>
  currenciesOf(parts).map((currency) => {
    const own = parts.filter((part) => part.currency === currency)
    return { currency, totalMinor: sumMinor(own.map((part) => part.collectibleMinor)), invoices: own.length }
  })

const currenciesOf = (parts: ReadonlyArray<CollectiblePart>): ReadonlyArray<string> =>
  [...new Set(parts.map(({ currency }) => currency))].sort()

/** The fewest that make up the share in every currency, if they are not too many to name. */
const largeEnough = (
  asked: ReadonlyArray<CollectiblePart>,
  { maxNamed, largeSharePercent }: CallPolicy,
): ReadonlyArray<CollectiblePart> => {
  const large = currenciesOf(asked).flatMap((currency) => {
    const own = asked.filter((part) => part.currency === currency)
    const totalMinor = sumMinor(own.map((part) => part.collectibleMinor))
    const enough = own.findIndex((_, last) => {
      const soFar = sumMinor(own.slice(0, last + 1).map((part) => part.collectibleMinor))
      const percent = fraction(BigInt(soFar) * 100n, totalMinor)
      return percent !== null && compareFractions(percent, fractionOfDecimal(largeSharePercent)) >= 0
    })
    return own.slice(0, enough < 0 ? own.length : enough + 1)
  })
  return large.length > maxNamed ? [] : large.sort(byAmount)
}
