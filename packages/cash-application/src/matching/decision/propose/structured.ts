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
  for (const [place, minor] of amounts.entries()) {
    sum += minor
    if (sum !== targetMinor || !endsBetweenDays(items, place)) continue
    if (found.length === oldestMost) return found
    found.push(one('oldest', range(0, place + 1), amounts.length))
  }
  return found
}

/** Whether the items up to this one are the oldest, whatever the ids of items of the same days and other amounts. */
const endsBetweenDays = (items: ReadonlyArray<MatchItem>, last: number): boolean => {
  const { openMinor, on, dueOn } = items[last] as MatchItem
  const isOfTheseDays = (item: MatchItem | undefined): item is MatchItem => item?.dueOn === dueOn && item.on === on
  if (!isOfTheseDays(items[last + 1])) return true
  let [from, to] = [last, last]
  while (isOfTheseDays(items[from - 1])) from -= 1
  while (isOfTheseDays(items[to + 1])) to += 1
  return items.slice(from, to + 1).every((item) => item.openMinor === openMinor)
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
