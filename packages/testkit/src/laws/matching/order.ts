/** Laws of order: who stands first, what things are called and how often one asks decides nothing. */
import type { MatcherAnswer, MatcherDecision } from '@quittance/cash-application'
import { canonicalJson } from '@quittance/kernel'
import { type MatchingLaw, matchingLaw } from './matching-law.js'
import { afterwards, classPlan, difference, told } from './reading.js'
import type { MatchingGiven, MatchingRules } from './rules.js'

/** Turned round, and begun in the middle. */
const otherOrders = <A>(list: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> => {
  const half = Math.floor(list.length / 2)
  return [[...list].reverse(), [...list.slice(half), ...list.slice(0, half)]]
}

/** @category laws @since 0.1.0 */
export const orderOfItems: MatchingLaw = matchingLaw(8, 'the order of items changes nothing', (rules, given) => {
  const before = rules(given.payments, given.items)
  for (const items of otherOrders(given.items)) {
    const says = difference(before, rules(given.payments, items))
    if (says !== undefined) return says
  }
  return undefined
})

/** @category laws @since 0.1.0 */
export const orderOfPayments: MatchingLaw = matchingLaw(8, 'the order of payments changes nothing', (rules, given) => {
  const before = rules(given.payments, given.items)
  for (const payments of otherOrders(given.payments)) {
    const says = difference(before, rules(payments, given.items))
    if (says !== undefined) return says
  }
  return undefined
})

/** The questions with every item renamed, and a way to name what is answered. */
const renamed = (
  { payments, items }: MatchingGiven,
  order: (ids: ReadonlyArray<string>) => ReadonlyArray<string>,
): {
  readonly given: MatchingGiven
  readonly back: (answers: ReadonlyArray<MatcherDecision>) => ReadonlyArray<MatcherDecision>
} => {
  const ids = order(items.map(({ itemId }) => itemId).sort())
  const names = new Map(ids.map((id, at) => [id, `N${String(at).padStart(6, '0')}`]))
  const known = new Map([...names].map(([id, name]) => [name, id]))
  return {
    given: { payments, items: items.map((item) => ({ ...item, itemId: names.get(item.itemId) ?? item.itemId })) },
    back: (answers) => answers.map((one) => ({ ...one, answer: withIds(one.answer, (id) => known.get(id) ?? id) })),
  }
}

const withIds = (answer: MatcherAnswer, idOf: (id: string) => string): MatcherAnswer => {
  const plan = <Plan extends { readonly lines: ReadonlyArray<{ readonly itemId: string }> }>(one: Plan): Plan => ({
    ...one,
    lines: one.lines.map((line) => ({ ...line, itemId: idOf(line.itemId) })),
  })
  if (answer._tag === 'Ambiguous') return { ...answer, plans: answer.plans.map(plan) }
  if (answer._tag !== 'Apply') return answer
  const { interchangeable } = answer
  return {
    ...answer,
    plan: plan(answer.plan),
    ...(interchangeable === undefined ? {} : { interchangeable: interchangeable.map((group) => group.map(idOf)) }),
  }
}

/** Other ids of items in the same order; what a payer may write of them stays. @category laws @since 0.1.0 */
export const idsRenamedInOrder: MatchingLaw = matchingLaw(
  9,
  'ids renamed in their order give the same answers renamed',
  (rules, given) => {
    const { given: asked, back } = renamed(given, (ids) => ids)
    return difference(rules(given.payments, given.items), back(rules(asked.payments, asked.items)))
  },
)

/** Each payment alone, ids in another order: another twin may be taken, or another item where the answer states its tie-break. @category laws @since 0.1.0 */
export const idsRenamedAtWill: MatchingLaw = matchingLaw(
  9,
  'ids renamed at will change only which twin is taken',
  (rules, given) => {
    const { given: asked, back } = renamed(given, (ids) => [...ids].reverse())
    for (const [at, payment] of given.payments.entries()) {
      const [before] = rules([payment], given.items)
      const [after] = back(rules(asked.payments.slice(at, at + 1), asked.items))
      if (before === undefined || after === undefined) return `${payment.paymentId}: no answer`
      if (before.answer._tag === 'Apply' && before.answer.tieBreak !== undefined) continue
      if (anonymous(given, before.answer) !== anonymous(given, after.answer))
        return `${payment.paymentId}: ${told(before.answer)}; then ${told(after.answer)}`
    }
    return undefined
  },
)

/** What an answer says of amounts and days. */
const anonymous = (given: MatchingGiven, answer: MatcherAnswer): string =>
  answer._tag === 'Apply' ? classPlan(given, answer.plan) : answer._tag

/** Asked twice, of a question that cannot be written to. @category laws @since 0.1.0 */
export const askedAgain: MatchingLaw = matchingLaw(
  10,
  'asked again the answer is the same, and the question is left alone',
  (rules, given) => {
    const frozen = frozenCopy(given)
    const before = canonicalJson(rules(frozen.payments, frozen.items))
    const after = canonicalJson(rules(frozen.payments, frozen.items))
    return before === after ? undefined : `${before}, then ${after}`
  },
)

/** A copy that nobody can write to. */
const frozenCopy = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null) return value
  const copy = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, frozenCopy(part)]))
  return Object.freeze(copy) as A
}

/** Value dates in rising order, each day against what the days before it left open. @category laws @since 0.1.0 */
export const dayByDay: MatchingLaw = matchingLaw(11, 'day by day gives what all days at once give', (rules, given) => {
  const days = [...new Set(given.payments.map(({ receivedOn }) => receivedOn))].sort()
  let { items } = given
  const answers: Array<MatcherDecision> = []
  for (const day of days) {
    const some = rules(
      given.payments.filter(({ receivedOn }) => receivedOn === day),
      items,
    )
    items = afterwards(items, some)
    answers.push(...some)
  }
  return difference(rules(given.payments, given.items), answers)
})

/** For rules that take the oldest first: no item is paid while an older one that may be paid stays open. @category laws @since 0.1.0 */
export const oldestFirst: MatchingLaw = matchingLaw(
  'P-16',
  'no item is paid while an older one stays open',
  (rules: MatchingRules, { payments, items }) => {
    let open = items
    for (const payment of byReceipt(payments)) {
      const answers = rules([payment], open)
      const left = afterwards(open, answers)
      const paid = open.filter(
        ({ itemId, openMinor }) =>
          openMinor > 0 && left.every((one) => one.itemId !== itemId || one.openMinor < openMinor),
      )
      const [oldest] = left
        .filter(({ openMinor, currency }) => openMinor > 0 && currency === payment.currency)
        .sort(byDue)
      const before = paid.find((one) => oldest !== undefined && oldest.dueOn < one.dueOn)
      if (before !== undefined) return `${payment.paymentId}: ${before.itemId} is paid, ${oldest?.itemId} stays open`
      open = left
    }
    return undefined
  },
)

const byReceipt = (payments: MatchingGiven['payments']): MatchingGiven['payments'] =>
  [...payments].sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0))

const byDue = (a: { readonly dueOn: string }, b: { readonly dueOn: string }): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0
