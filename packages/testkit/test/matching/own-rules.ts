/**
 * Rules as somebody might write them for a small shop, in forty lines: the one set of items whose amounts are the
 * payment, if there is only one. They keep every law; each broken twin of them breaks one.
 */
import type { MatcherAnswer, MatcherDecision, MatchPlan } from '@quittance/cash-application'
import type { MatchingRules, OfferedItem, OfferedPayment } from '../../src/index.js'

/** Places where the rules can be broken. */
export interface Habits {
  /** The sets that make the amount, out of all. */
  readonly sets: (
    payment: OfferedPayment,
    items: ReadonlyArray<OfferedItem>,
  ) => ReadonlyArray<ReadonlyArray<OfferedItem>>
  /** What is said of the sets that fit. */
  readonly answer: (
    payment: OfferedPayment,
    sets: ReadonlyArray<ReadonlyArray<OfferedItem>>,
    items: ReadonlyArray<OfferedItem>,
  ) => MatcherAnswer
  /** The payments, in the order in which they are taken. */
  readonly order: (payments: ReadonlyArray<OfferedPayment>) => ReadonlyArray<OfferedPayment>
  /** What is open for the payments after an answer. */
  readonly left: (items: ReadonlyArray<OfferedItem>, answer: MatcherAnswer) => ReadonlyArray<OfferedItem>
}

export const sumOf = (items: ReadonlyArray<OfferedItem>): bigint =>
  items.reduce((so, { openMinor }) => so + BigInt(openMinor), 0n)

/** The items in full, with all of the payment. */
export const wholePlan = (set: ReadonlyArray<OfferedItem>): MatchPlan => ({
  lines: set.map(({ itemId, openMinor }) => ({ itemId, cashMinor: openMinor, differences: [], openMinor: 0 })),
  pennyMinor: 0,
  remainderMinor: 0,
  remainder: 'unapplied',
})

const byId = (a: OfferedItem, b: OfferedItem): number => (a.itemId < b.itemId ? -1 : a.itemId > b.itemId ? 1 : 0)

/** An item without its name. */
export const kindOf = ({ itemId: _, identifiers: __, ...item }: OfferedItem): string => JSON.stringify(item)

const kindsOf = (set: ReadonlyArray<OfferedItem>): string => set.map(kindOf).sort().join()

/** Every set of items, of those in the payment's currency, that makes the amount; one of each kind. */
export const everySet: Habits['sets'] = ({ amountMinor, currency }, items) => {
  const own = items.filter((item) => item.currency === currency).sort(byId)
  const found = new Map<string, ReadonlyArray<OfferedItem>>()
  for (let mask = 1; mask < 1 << own.length; mask += 1) {
    const set = own.filter((_, at) => (mask >> at) & 1)
    if (amountMinor > 0 && sumOf(set) === BigInt(amountMinor) && !found.has(kindsOf(set))) found.set(kindsOf(set), set)
  }
  return [...found.values()]
}

/** Twins of which some are taken and some are not. */
const freeTwins = (
  set: ReadonlyArray<OfferedItem>,
  items: ReadonlyArray<OfferedItem>,
): ReadonlyArray<ReadonlyArray<string>> =>
  [...new Set(set.map(kindOf))]
    .map((kind) =>
      items
        .filter((item) => kindOf(item) === kind)
        .map(({ itemId }) => itemId)
        .sort(),
    )
    .filter((group) => group.some((id) => set.every(({ itemId }) => itemId !== id)))

export const onlyIfUnique: Habits['answer'] = (_, sets, items) => {
  const [only, ...others] = sets
  if (only === undefined) return { _tag: 'None' }
  return others.length > 0
    ? { _tag: 'Ambiguous', because: 'several sets fit', plans: sets.map(wholePlan) }
    : { _tag: 'Apply', by: 'the only set', plan: wholePlan(only), interchangeable: freeTwins(only, items) }
}

/** By day, then the larger first, each id once; of one amount on one day only those that nobody can tell apart. */
export const byDay: Habits['order'] = (payments) => {
  const sorted = [...payments].sort((a, b) => (dayKey(a) < dayKey(b) ? -1 : dayKey(a) > dayKey(b) ? 1 : 0))
  return sorted.filter(({ paymentId }, at) => sorted.findIndex((one) => one.paymentId === paymentId) === at)
}

const dayKey = ({ receivedOn, amountMinor, paymentId }: OfferedPayment): string =>
  `${receivedOn} ${String(amountMinor).padStart(16, '0')} ${paymentId}`

const withoutTaken: Habits['left'] = (items, answer) => {
  if (answer._tag !== 'Apply') return items
  const taken = new Set(answer.plan.lines.map(({ itemId }) => itemId))
  return items.filter(({ itemId }) => !taken.has(itemId))
}

const careful: Habits = { sets: everySet, answer: onlyIfUnique, order: byDay, left: withoutTaken }

/** The rules, with some habits replaced. */
export const ownRules =
  (habits: Partial<Habits> = {}): MatchingRules =>
  (payments, items) => {
    const { sets, answer, order, left } = { ...careful, ...habits }
    let open = items
    return order(payments).map((payment): MatcherDecision => {
      const own = open.filter(({ currency }) => currency === payment.currency)
      const answered = answer(payment, sets(payment, open), own)
      open = left(open, answered)
      return { paymentId: payment.paymentId, answer: answered }
    })
  }
