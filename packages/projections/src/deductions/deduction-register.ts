/** Every deduction with its state, its verdict and its deadlines, as known at a point in time. */
import { pendingDeductions } from '@quittance/cash-application'
import type { LocalDate } from '@quittance/kernel'
import { balancesAt, openAt } from '../ledger-view/balances-at.js'
import { closedOn } from '../ledger-view/closed-on.js'
import { deliveredOn, instalmentsAt } from '../ledger-view/due-days.js'
import { knownBy } from '../ledger-view/known-by.js'
import type { DeductionNote, LedgerView, Subject } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { type DeductionDays, type DeductionDeadlines, deductionDeadlines } from './deadlines.js'
import { type DeductionPolicy, windowsWith } from './policy.js'

/** `came-in`: it was never judged, and nothing of it is owed any more. @category model @since 0.1.0 */
export type DeductionState = 'pending' | 'came-in' | 'accepted' | 'rejected' | 'written-off'

/** Whether the customer was right. What was given up or came in without an answer stays undecided. @category model @since 0.1.0 */
export type DeductionVerdict = 'valid' | 'invalid' | 'undecided'

/** A deduction. @category projections @since 0.1.0 */
export interface RegisteredDeduction {
  /** Index of the item in the view, for `because`. */
  readonly subject: number
  readonly deductionId: string
  readonly itemId: string
  readonly customer: string
  readonly currency: string
  readonly takenOn: LocalDate
  /** The customer's code or words. */
  readonly reasonCode: string
  /** As it was recorded, where somebody said so. */
  readonly cause?: string
  /** Whether its code is one of those that state no reason. */
  readonly unexplained: boolean
  readonly originalMinor: number
  readonly state: DeductionState
  readonly verdict: DeductionVerdict
  /** When it was accepted, rejected or written off. */
  readonly endedOn?: LocalDate
  /** Of it still held back; of a rejected one, what is still owed of it. */
  readonly openMinor: number
  /** Credited, for the customer was right. */
  readonly validMinor: number
  /** Rejected, for the customer was not. */
  readonly invalidMinor: number
  readonly deadlines: DeductionDeadlines
  /** The facts that it rests on, by their positions in the store. */
  readonly positions: ReadonlyArray<number>
}

/**
 * The deductions by day, then id, with their deadlines under a policy.
 *
 * @law the pending deductions of the register are what the open items show as deducted
 * @law the register of all facts is that of the facts that count
 * @category projections
 * @since 0.1.0
 */
export const deductionRegister = (
  view: LedgerView,
  at: PointInTime,
  policy: DeductionPolicy,
  filter: { readonly customer?: string } = {},
): ReadonlyArray<RegisteredDeduction> => {
  if (view.deductions.size === 0) return []
  const balances = balancesAt(view, at)
  const rows = [...view.deductions].flatMap(([index, notes]) => {
    const subject = view.subjects[index]
    if (subject === undefined || (filter.customer !== undefined && subject.customer !== filter.customer)) return []
    const item = { index, subject, openMinor: openAt(balances, index), closedOn: closedOn(view, index, at) }
    const known = standings(knownBy(notes, at))
    const pending = pendingOf(known, item.openMinor)
    const daysOf = itemDays(view, item, at)
    return known.map((one) => registered(item, one, pending.get(one.taken.deductionId) ?? 0, { policy, daysOf, at }))
  })
  return rows.sort((a, b) =>
    a.takenOn === b.takenOn ? (a.deductionId < b.deductionId ? -1 : 1) : a.takenOn < b.takenOn ? -1 : 1,
  )
}

/** A deduction and what was last said of it: by day, and on one day by recording. */
interface Standing {
  readonly taken: DeductionNote
  readonly latest: DeductionNote
  readonly positions: ReadonlyArray<number>
}

const standings = (notes: ReadonlyArray<DeductionNote>): ReadonlyArray<Standing> => {
  const inDayOrder = notes.toSorted((a, b) => a.effectiveDay - b.effectiveDay || a.position - b.position)
  return inDayOrder
    .filter(({ step }) => step === 'taken')
    .map((taken) => {
      const own = inDayOrder.filter(({ deductionId }) => deductionId === taken.deductionId)
      return { taken, latest: own.at(-1) ?? taken, positions: own.map(({ position }) => position) }
    })
}

/** What each deduction that has not ended still holds back; one that is pending again stands behind those that were never given up. */
const pendingOf = (all: ReadonlyArray<Standing>, openMinor: number): ReadonlyMap<string, number> => {
  const waiting = all
    .filter(({ latest }) => isWaiting(latest))
    .toSorted((a, b) => a.latest.position - b.latest.position)
    .map(({ taken }) => ({ deductionId: taken.deductionId, amountMinor: taken.minor }))
  return new Map(
    pendingDeductions(waiting, openMinor).map(({ deductionId, pendingMinor }) => [deductionId, pendingMinor]),
  )
}

interface Item {
  readonly index: number
  readonly subject: Subject
  readonly openMinor: number
  readonly closedOn: LocalDate | undefined
}

const itemDays = (
  view: LedgerView,
  { index, subject }: Item,
  at: PointInTime,
): Pick<DeductionDays, 'issuedOn' | 'deliveredOn' | 'dueOn'> => {
  const delivered = deliveredOn(view, index, at)
  const [first] = instalmentsAt(view, index, at)
  return {
    issuedOn: subject.on,
    ...(delivered === undefined ? {} : { deliveredOn: delivered }),
    dueOn: first?.dueOn ?? subject.on,
  }
}

const registered = (
  item: Item,
  { taken, latest, positions }: Standing,
  pendingMinor: number,
  {
    policy,
    daysOf,
    at,
  }: { readonly policy: DeductionPolicy; readonly daysOf: ReturnType<typeof itemDays>; readonly at: PointInTime },
): RegisteredDeduction => {
  const { index, subject } = item
  const refused = latest.step === 'rejected'
  // What was refused is owed like the rest of its item: it is here once the item is closed, and never more than is open.
  const owedMinor = refused ? Math.min(taken.minor, Math.max(item.openMinor, 0)) : pendingMinor
  const days: DeductionDays = {
    ...daysOf,
    takenOn: taken.on,
    ...(isWaiting(latest) ? {} : { answeredOn: latest.on }),
    ...(refused ? { refusedOn: latest.on } : {}),
    ...(refused && item.openMinor <= 0 && item.closedOn !== undefined ? { repaidOn: item.closedOn } : {}),
  }
  const { answer, ...others } = deductionDeadlines(days, windowsWith(policy, subject.customer), at.asOf)
  const cameIn = isWaiting(latest) && pendingMinor === 0
  return {
    subject: index,
    deductionId: taken.deductionId,
    itemId: subject.id,
    customer: subject.customer,
    currency: subject.currency,
    takenOn: taken.on,
    reasonCode: taken.reasonCode ?? '',
    ...(taken.cause === undefined ? {} : { cause: taken.cause }),
    unexplained: policy.unexplainedCodes.includes(taken.reasonCode ?? ''),
    originalMinor: taken.minor,
    ...endOf(latest, pendingMinor),
    openMinor: owedMinor,
    deadlines: { ...others, ...(cameIn || answer === undefined ? {} : { answer }) },
    positions,
  }
}

const isWaiting = ({ step }: DeductionNote): boolean => step === 'taken' || step === 'pending-again'

const endOf = (
  latest: DeductionNote,
  pendingMinor: number,
): Pick<RegisteredDeduction, 'state' | 'verdict' | 'validMinor' | 'invalidMinor' | 'endedOn'> => {
  const none = { validMinor: 0, invalidMinor: 0 }
  switch (latest.step) {
    case 'taken':
    case 'pending-again':
      return { state: pendingMinor > 0 ? 'pending' : 'came-in', verdict: 'undecided', ...none }
    case 'accepted':
      return { state: 'accepted', verdict: 'valid', ...none, validMinor: latest.minor, endedOn: latest.on }
    case 'rejected':
      return { state: 'rejected', verdict: 'invalid', ...none, invalidMinor: latest.minor, endedOn: latest.on }
    case 'written-off':
      return { state: 'written-off', verdict: 'undecided', ...none, endedOn: latest.on }
  }
}
