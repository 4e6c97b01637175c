/** Reading answers: what they take from items, and what they leave. */
import type { Difference, MatchPlan, PlannedLine, MatcherAnswer, MatcherDecision } from '@quittance/cash-application'
import { canonicalJson } from '@quittance/kernel'
import type { MatchingGiven, OfferedItem } from './rules.js'

/** A payment that is applied, with its plan. @internal */
export interface AppliedPlan {
  readonly paymentId: string
  readonly answer: Extract<MatcherAnswer, { readonly _tag: 'Apply' }>
}

/** @internal */
export const appliedOf = (answers: ReadonlyArray<MatcherDecision>): ReadonlyArray<AppliedPlan> =>
  answers.flatMap(({ paymentId, answer }) => (answer._tag === 'Apply' ? [{ paymentId, answer }] : []))

/** Every plan that is shown or posted. @internal */
export const plansOf = (answer: MatcherAnswer): ReadonlyArray<MatchPlan> =>
  answer._tag === 'Apply' ? [answer.plan] : answer._tag === 'Ambiguous' ? answer.plans : []

/** What stays open under a name of its own is no part of what closes an item. @internal */
export const closingMinor = (differences: ReadonlyArray<Difference>): number =>
  differences.reduce((so, one) => so + (one._tag === 'Deduction' ? 0 : one.amountMinor), 0)

/** What a line takes off its item: cash and all that closes without cash. @internal */
export const takenMinor = ({ cashMinor, differences }: PlannedLine): number => cashMinor + closingMinor(differences)

/** The items as they stand once the plans are posted; what is closed is gone. @internal */
export const afterwards = (
  items: ReadonlyArray<OfferedItem>,
  answers: ReadonlyArray<MatcherDecision>,
): ReadonlyArray<OfferedItem> => {
  const taken = new Map<string, number>()
  for (const { answer } of appliedOf(answers))
    for (const line of answer.plan.lines) taken.set(line.itemId, (taken.get(line.itemId) ?? 0) + takenMinor(line))
  return items
    .map((item) => ({ ...item, openMinor: item.openMinor - (taken.get(item.itemId) ?? 0) }))
    .filter(({ openMinor }) => openMinor !== 0)
}

/** An item without its name and what a payer may call it: two that are equal in this are twins. @internal */
export const classOf = ({ itemId: _, identifiers: __, ...item }: OfferedItem): string => canonicalJson(item)

/** An item by its amount and days alone. @internal */
export const plainClassOf = ({ currency, openMinor, on, dueOn }: OfferedItem): string =>
  [currency, openMinor, on, dueOn].join(' ')

/** A plan without the names of items: the same for twins taken for each other. @internal */
export const classPlan = (
  { items }: Pick<MatchingGiven, 'items'>,
  { lines, ...rest }: MatchPlan,
  nameless: (item: OfferedItem) => string = plainClassOf,
): string => {
  const byId = new Map(items.map((item) => [item.itemId, nameless(item)]))
  const anonymous = lines.map(({ itemId, ...line }) => canonicalJson({ ...line, item: byId.get(itemId) ?? itemId }))
  return canonicalJson({ ...rest, lines: anonymous.sort() })
}

/** Answers in one order, so that the order of payments shows only in what is said of them. @internal */
export const byPayment = (answers: ReadonlyArray<MatcherDecision>): ReadonlyArray<MatcherDecision> =>
  [...answers].sort((a, b) => (a.paymentId < b.paymentId ? -1 : a.paymentId > b.paymentId ? 1 : 0))

/** The first payment that is answered differently, told. @internal */
export const difference = (
  one: ReadonlyArray<MatcherDecision>,
  other: ReadonlyArray<MatcherDecision>,
): string | undefined => {
  const [left, right] = [byPayment(one), byPayment(other)]
  if (left.length !== right.length) return `${left.length} answers, then ${right.length}`
  for (const [at, { paymentId, answer }] of left.entries()) {
    const then = right[at]
    if (canonicalJson({ paymentId, answer }) !== canonicalJson(then))
      return `${paymentId}: ${told(answer)}; then ${then?.paymentId ?? 'nobody'}: ${then === undefined ? '' : told(then.answer)}`
  }
  return undefined
}

/** An answer in a few words. @internal */
export const told = (answer: MatcherAnswer): string => {
  switch (answer._tag) {
    case 'Apply':
      return `${setOf(answer.plan)} by ${answer.by}`
    case 'Ambiguous':
      return `ambiguous (${answer.because}): ${answer.plans.map(setOf).join(' or ')}`
    case 'Undecided':
      return `undecided (${answer.because})`
    case 'None':
      return 'none'
  }
}

const setOf = ({ lines, remainderMinor }: MatchPlan): string =>
  [
    ...lines.map(({ itemId, cashMinor }) => `${itemId} ${cashMinor}`),
    ...(remainderMinor === 0 ? [] : [`rest ${remainderMinor}`]),
  ].join(' + ')
