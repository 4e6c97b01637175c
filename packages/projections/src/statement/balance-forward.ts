/**
 * The balance-forward statement: what was owed before, what moved, what is owed now.
 */
import { addDays, epochDay, fromEpochDay, instantMillis, type LocalDate } from '@quittance/kernel'
import type { LedgerView, Subject } from '../ledger-view/ledger-view.js'
import { balanceSign, type Measure, measures } from '../ledger-view/measures.js'
import type { PointInTime } from '../point-in-time.js'

/** A line of the statement: `amountMinor` is signed as the customer's debt moves. @category projections @since 0.1.0 */
export interface StatementMovement {
  readonly on: LocalDate
  /** Name of the fact. */
  readonly tag: string
  readonly position: number
  /** The document or receipt that the fact is about: a credit note, not its invoice; of a discount, the item. */
  readonly reference: string
  readonly amountMinor: number
  /** The balance after this line. */
  readonly runningMinor: number
}

/** One currency of a balance-forward statement; closing = opening + movements. @category projections @since 0.1.0 */
export interface BalanceForward {
  readonly currency: string
  readonly openingMinor: number
  readonly movements: ReadonlyArray<StatementMovement>
  readonly closingMinor: number
}

/** From which day (inclusive) to which (inclusive), as known at an instant. @category projections @since 0.1.0 */
export interface StatementPeriod {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly knownAt: PointInTime['knownAt']
}

/**
 * The statement of a customer over a period, by currency code. Movements stand by day, then in the order in
 * which they were recorded; a fact that moves no debt (cash applied to an item) has no line.
 *
 * @law a statement's closing is the next one's opening, and equals the open-item total of that day
 * @category projections
 * @since 0.1.0
 */
export const balanceForward = (
  view: LedgerView,
  customer: string,
  { from, to, knownAt }: StatementPeriod,
): ReadonlyArray<BalanceForward> => {
  const byCurrency = new Map<string, ReadonlyArray<Move>>()
  for (const move of movesOf(view, customer, to, knownAt)) {
    const moves = byCurrency.get(move.currency) as Array<Move> | undefined
    if (moves === undefined) byCurrency.set(move.currency, [move])
    else moves.push(move)
  }
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, moves]) => statementOf(currency, moves, from))
}

interface Move {
  readonly currency: string
  readonly day: number
  readonly tag: string
  readonly position: number
  /** The first of the fact's deltas seen so far, and what it is about. */
  firstDelta: number
  reference: string
  amountMinor: number
}

const movesOf = (
  view: LedgerView,
  customer: string,
  to: LocalDate,
  knownAt: PointInTime['knownAt'],
): ReadonlyArray<Move> => {
  const { deltas } = view
  const [lastDay, millis] = [epochDay(to), instantMillis(knownAt)]
  const byFact = new Map<string, Move>()
  for (const [index, subject] of view.subjects.entries()) {
    if (subject.customer !== customer) continue
    for (let at = view.firstDelta[index] ?? -1; at >= 0; at = deltas.next.values[at] as number) {
      const day = deltas.effectiveDay.values[at] as number
      if (day > lastDay || (deltas.recordedMillis.values[at] as number) > millis) continue
      addMove(view, byFact, subject, at, day)
    }
  }
  return [...byFact.values()]
    .filter(({ amountMinor }) => amountMinor !== 0)
    .sort((a, b) => (a.day === b.day ? a.position - b.position : a.day - b.day))
}

const addMove = (view: LedgerView, byFact: Map<string, Move>, subject: Subject, at: number, day: number): void => {
  const { deltas } = view
  const position = deltas.position.values[at] as number
  const measure = measures[deltas.measure.values[at] as number] as Measure
  const minor = balanceSign(measure) * (deltas.minor.values[at] as number)
  const key = `${position} ${subject.currency}`
  const known = byFact.get(key)
  if (known !== undefined) {
    known.amountMinor += minor
    if (at > known.firstDelta) return
    known.firstDelta = at
    known.reference = view.about.get(position) ?? subject.id
  } else
    byFact.set(key, {
      currency: subject.currency,
      day,
      tag: view.tags[deltas.tag.values[at] as number] as string,
      position,
      firstDelta: at,
      reference: view.about.get(position) ?? subject.id,
      amountMinor: minor,
    })
}

const statementOf = (currency: string, moves: ReadonlyArray<Move>, from: LocalDate): BalanceForward => {
  const before = epochDay(addDays(from, -1))
  const openingMinor = moves.filter(({ day }) => day <= before).reduce((so, { amountMinor }) => so + amountMinor, 0)
  let runningMinor = openingMinor
  const movements = moves
    .filter(({ day }) => day > before)
    .map(({ day, tag, position, reference, amountMinor }) => {
      runningMinor += amountMinor
      return { on: fromEpochDay(day), tag, position, reference, amountMinor, runningMinor }
    })
  return { currency, openingMinor, movements, closingMinor: runningMinor }
}
