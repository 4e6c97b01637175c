/** Allocations that follow from the account's own structure, in one pass: the whole, what is past due, the oldest, and windows of days. */
import type { LocalDate } from '@quittance/kernel'
import { log2Centibits } from '../../solver/centibits.js'
import { type DayOrder, placesIn } from '../day-order.js'
import type { MatchItem, MatchRule } from '../model.js'
import type { PreparedItems } from '../prepared.js'
import type { Proposal } from '../proposals.js'

/** @internal */
export const structured = (
  prepared: PreparedItems,
  targetMinor: number,
  receivedOn: LocalDate,
): ReadonlyArray<Proposal> => [
  ...whole(prepared, targetMinor),
  ...pastDue(prepared.byDueDay(), targetMinor, receivedOn),
  ...oldest(prepared, targetMinor),
  ...windows(prepared.byDueDay(), targetMinor, 'due-window'),
  ...windows(prepared.byDocumentDay(), targetMinor, 'date-window'),
]

const one = (rule: MatchRule, places: ReadonlyArray<number>, members: number): Proposal => ({
  places,
  route: { rule, membersCentibits: log2Centibits(Math.max(members, 1)) },
})

const whole = ({ items, totalMinor }: PreparedItems, targetMinor: number): ReadonlyArray<Proposal> =>
  items.length > 0 && totalMinor === targetMinor ? [one('whole-account', [...items.keys()], 1)] : []

const pastDue = (byDueDay: DayOrder, targetMinor: number, receivedOn: LocalDate): ReadonlyArray<Proposal> => {
  const { days, sums } = byDueDay
  // Due on the day of the payment counts as due for the payer who clears what has come due.
  return [(day: LocalDate): boolean => day < receivedOn, (day: LocalDate): boolean => day <= receivedOn].flatMap(
    (isDue) => {
      const dueDays = days.filter(isDue).length
      return dueDays > 0 && sums[dueDays] === targetMinor ? [one('past-due', placesIn(byDueDay, 0, dueDays), 2)] : []
    },
  )
}

/** Credits let the oldest items come to the same sum again and again; so many of these show that there is a choice. */
const oldestMost = 16

/** The oldest up to some item. Of items of the same days it is all, none, or so many of equal ones: their ids say nothing. */
const oldest = ({ items, amounts }: PreparedItems, targetMinor: number): ReadonlyArray<Proposal> => {
  const found: Array<Proposal> = []
  let sum = 0
  let run = noRun
  for (const [place, minor] of amounts.entries()) {
    if (place > run.last) run = runOfDays(items, place)
    sum += minor
    if (sum !== targetMinor || (place < run.last && !run.isOfOneAmount)) continue
    if (found.length === oldestMost) return found
    found.push(one('oldest', range(0, place + 1), amounts.length))
  }
  return found
}

/** Items of the same days, from the first of them on. */
interface RunOfDays {
  readonly last: number
  readonly isOfOneAmount: boolean
}

const noRun: RunOfDays = { last: -1, isOfOneAmount: true }

const runOfDays = (items: ReadonlyArray<MatchItem>, first: number): RunOfDays => {
  const { on, dueOn, openMinor } = items[first] as MatchItem
  let last = first
  let isOfOneAmount = true
  for (let next = items[last + 1]; next?.dueOn === dueOn && next.on === on; next = items[last + 1]) {
    isOfOneAmount &&= next.openMinor === openMinor
    last += 1
  }
  return { last, isOfOneAmount }
}

const range = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: to - from }, (_, at) => from + at)

/** So many windows show that there is a choice. */
const most = 8

/** Every run of whole days whose items add up, by the sums before each day, so that thousands of items cost as many steps. */
const windows = (order: DayOrder, targetMinor: number, rule: MatchRule): ReadonlyArray<Proposal> => {
  const { days, sums } = order
  const members = (days.length * (days.length + 1)) / 2
  const before = new Map<number, Array<number>>()
  const found: Array<Proposal> = []
  for (const [at, sum] of sums.entries()) {
    for (const from of before.get(sum - targetMinor) ?? []) {
      if (found.length === most) return found
      found.push(one(rule, placesIn(order, from, at), members))
    }
    const known = before.get(sum)
    if (known === undefined) before.set(sum, [at])
    else known.push(at)
  }
  return found
}
