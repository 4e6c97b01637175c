/**
 * Payments through a reconciliation model: what they name, then what their amounts say, then the order of the items. The
 * whole is a function of the question and the rule set, in whole numbers.
 */
import type { MatchPayment } from '../decision/model.js'
import type { MatchPlan, PlannedLine } from '../plan/model.js'
import type { MatcherAnswer, MatcherDecision, MatchQuestion } from '../registry/model.js'
import { type Aims, aimsOf } from './aims.js'
import type { ReconcileModel } from './model.js'
import { settle } from './settle.js'
import { plansOf } from './spread.js'
import { type OpenBook, openBook, type Target, targetsOn } from './targets.js'
import { amountOf, dayOf, inPaymentOrder, type Unit, unitsOf } from './units.js'

/** A run: what is open still, and what was answered, in the order in which it is to be posted. */
interface Run {
  readonly ruleSet: ReconcileModel
  readonly book: OpenBook
  readonly answers: Map<string, MatcherAnswer>
  readonly unclear: Array<{ readonly unit: Unit; readonly aims: ReadonlyArray<ReadonlyArray<string>> }>
}

/**
 * Decide payments by a reconciliation model. References win over amounts, amounts over order; a step that fits several items
 * equally is ambiguous, unless `in-order` is among the steps and so says which comes first.
 *
 * @returns answers in the order in which they are to be posted; payments without an answer of their own come last
 * @law cash, charges, penny and remainder of a plan are the payment
 * @law nothing in a plan crosses zero
 * @law a tolerance is used at most once on an item
 * @law the order of items and payments changes nothing but under as-listed
 * @category policies
 * @since 0.1.0
 */
export const reconcile = (question: MatchQuestion, ruleSet: ReconcileModel): ReadonlyArray<MatcherDecision> => {
  const book = openBook(question, ruleSet.itemOrder, ruleSet.writeOffLimitMinor)
  const run: Run = { ruleSet, book, answers: new Map(), unclear: [] }
  const ordered = inPaymentOrder(question.payments, ruleSet.paymentOrder)
  const usable = ordered.filter(({ amountMinor }) => Number.isSafeInteger(amountMinor) && amountMinor > 0)
  byUnits(run, unitsOf(usable.filter(isOrdinary), question.items))
  giveUpDecided(run)
  for (const payment of usable.filter((one) => !isOrdinary(one))) claimed(run, payment, question)
  showUnclear(run)
  const none = ordered.filter(({ paymentId }) => !run.answers.has(paymentId))
  return [
    ...[...run.answers].map(([paymentId, answer]): MatcherDecision => ({ paymentId, answer })),
    ...none.map(({ paymentId }): MatcherDecision => ({ paymentId, answer: { _tag: 'None' } })),
  ]
}

const isOrdinary = ({ fullSatisfactionClaimed }: MatchPayment): boolean => fullSatisfactionClaimed === undefined

/** References first, then payments with one memo as one, then every other step over all that are left. */
const byUnits = (run: Run, units: ReadonlyArray<Unit>): void => {
  for (const unit of units) if (unit.named.size > 0) byName(run, unit)
  const memos = units.filter(({ named, payments }) => named.size === 0 && payments.length > 1)
  for (const unit of memos) together(run, unit)
  let waiting = units
    .filter(({ named, payments }) => named.size === 0 && !payments.some((one) => run.answers.has(one.paymentId)))
    .flatMap(({ payments }) => payments.map((payment): Unit => ({ payments: [payment], named: new Set() })))
  for (const step of run.ruleSet.steps) {
    const all: Unit = { payments: waiting.flatMap(({ payments }) => payments), named: new Set() }
    if (step === 'customer-total') {
      if (waiting.length > 0) byStep(run, all, step)
    } else for (const unit of waiting) byStep(run, unit, step)
    waiting = waiting.filter(({ payments }) => !payments.some(({ paymentId }) => run.answers.has(paymentId)))
  }
}

const byName = (run: Run, unit: Unit): void => {
  const named = targetsOn(run.book, dayOf(unit)).filter(
    ({ itemId, openMinor }) => openMinor > 0 && unit.named.has(itemId),
  )
  if (named.length > 0) post(run, unit, named, 'reference')
}

/** Payments with one memo that names nothing: only where together they close one item, and no other, to the cent. */
const together = (run: Run, unit: Unit): void => {
  const aims = aimsOf('exact-single', targetsOn(run.book, dayOf(unit)), amountOf(unit), dayOf(unit), run.ruleSet)
  const [only, ...others] = aims
  if (only !== undefined && others.length === 0) post(run, unit, only, 'same-memo')
}

const byStep = (run: Run, unit: Unit, step: ReconcileModel['steps'][number]): void => {
  const { ruleSet, book } = run
  const aims = aimsOf(step, targetsOn(book, dayOf(unit)), amountOf(unit), dayOf(unit), ruleSet)
  const [first, ...others] = aims
  if (first === undefined) return
  if (others.length === 0) post(run, unit, first, step)
  else if (ruleSet.steps.includes('in-order')) post(run, unit, first, step, `${aims.length} fit: first in order`)
  else ambiguous(run, unit, aims, 'rival')
}

/** Settle, answer, and take what was used off what is open. */
const post = (run: Run, unit: Unit, targets: ReadonlyArray<Target>, by: string, tieBreak?: string): void => {
  const settlement = settle(targets, amountOf(unit), run.ruleSet)
  if (settlement.items.length === 0) return
  for (const { itemId, openMinor, differences } of settlement.items) {
    run.book.openMinor.set(itemId, openMinor)
    const granted = differences.reduce((so, one) => so + (one._tag === 'Discount' ? one.amountMinor : 0), 0)
    run.book.grantedMinor.set(itemId, (run.book.grantedMinor.get(itemId) ?? 0) + granted)
  }
  for (const [paymentId, plan] of plansOf(settlement, unit.payments, run.ruleSet))
    run.answers.set(paymentId, { _tag: 'Apply', by, plan, ...(tieBreak === undefined ? {} : { tieBreak }) })
}

/** For a person. What is shown is worked out at the end, on what is open then. */
const ambiguous = (run: Run, unit: Unit, aims: Aims, because: string): void => {
  run.unclear.push({ unit, aims: aims.map((targets) => targets.map(({ itemId }) => itemId)) })
  for (const { paymentId } of unit.payments) run.answers.set(paymentId, { _tag: 'Ambiguous', because, plans: [] })
}

const showUnclear = (run: Run): void => {
  for (const { unit, aims } of run.unclear) {
    const open = new Map(targetsOn(run.book, dayOf(unit)).map((target) => [target.itemId, target]))
    const settlements = aims
      .filter((ids) => ids.length > 0 && ids.every((itemId) => open.has(itemId)))
      .map((ids) => ids.flatMap((itemId) => open.get(itemId) ?? []))
      .map((targets) => settle(targets, amountOf(unit), run.ruleSet))
    for (const { paymentId } of unit.payments) {
      const plans = settlements.flatMap((one) => plansOf(one, unit.payments, run.ruleSet).get(paymentId) ?? [])
      const answer = run.answers.get(paymentId)
      if (answer?._tag === 'Ambiguous') run.answers.set(paymentId, { ...answer, plans })
    }
  }
}

/** Money that claims to settle everything is shown what it would settle, and is never posted by itself. */
const claimed = (run: Run, payment: MatchPayment, { items }: MatchQuestion): void => {
  const [unit] = unitsOf([payment], items)
  if (unit === undefined) return
  const targets = targetsOn(run.book, payment.receivedOn)
  const named = targets.filter(({ itemId, openMinor }) => openMinor > 0 && unit.named.has(itemId))
  const all = aimsOf('customer-total', targets, payment.amountMinor, payment.receivedOn, run.ruleSet)
  ambiguous(run, unit, named.length > 0 ? [named] : all, 'full-satisfaction')
}

/** What a person decided to give up comes off last, from what no money came for; with the payment that was there last. */
const giveUpDecided = ({ book, answers }: Run): void => {
  for (const { itemId } of book.items) {
    const openMinor = book.openMinor.get(itemId) ?? 0
    const amountMinor = Math.min(book.decidedMinor.get(itemId) ?? 0, openMinor)
    if (amountMinor <= 0) continue
    const last = lastOn(answers, itemId)
    if (last === undefined) continue
    const { paymentId, answer, at } = last
    const lines = answer.plan.lines.map((line, place): PlannedLine =>
      place === at
        ? {
            ...line,
            differences: [...line.differences, { _tag: 'SmallDifference', amountMinor }],
            openMinor: line.openMinor - amountMinor,
          }
        : line,
    )
    const plan: MatchPlan = { ...answer.plan, lines }
    answers.set(paymentId, { ...answer, plan })
    book.openMinor.set(itemId, openMinor - amountMinor)
  }
}

type Applied = Extract<MatcherAnswer, { readonly _tag: 'Apply' }>

const lastOn = (
  answers: ReadonlyMap<string, MatcherAnswer>,
  itemId: string,
): { readonly paymentId: string; readonly answer: Applied; readonly at: number } | undefined => {
  for (const [paymentId, answer] of [...answers].reverse()) {
    if (answer._tag !== 'Apply') continue
    const at = answer.plan.lines.findIndex((line) => line.itemId === itemId)
    if (at >= 0) return { paymentId, answer, at }
  }
  return undefined
}
