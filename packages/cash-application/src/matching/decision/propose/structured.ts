/** Allocations that follow from the account's own structure, in one pass: the whole, what is past due, the oldest, and windows of days. */
import type { LocalDate } from '@quittance/kernel'
import { log2Centibits } from '../../solver/centibits.js'
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
  ...pastDue(prepared, targetMinor, receivedOn),
  ...oldest(prepared, targetMinor),
  ...windows(prepared, targetMinor, 'due-window', ({ dueOn }) => dueOn),
  ...windows(prepared, targetMinor, 'date-window', ({ on }) => on),
]

const one = (rule: MatchRule, places: ReadonlyArray<number>, members: number): Proposal => ({
  places,
  route: { rule, membersCentibits: log2Centibits(Math.max(members, 1)) },
})

const whole = ({ items, totalMinor }: PreparedItems, targetMinor: number): ReadonlyArray<Proposal> =>
  items.length > 0 && totalMinor === targetMinor ? [one('whole-account', [...items.keys()], 1)] : []

const pastDue = (
  { items, amounts }: PreparedItems,
  targetMinor: number,
  receivedOn: LocalDate,
): ReadonlyArray<Proposal> => {
  // Due on the day of the payment counts as due for the payer who clears what has come due.
  return [
    (item: MatchItem): boolean => item.dueOn < receivedOn,
    (item: MatchItem): boolean => item.dueOn <= receivedOn,
  ].flatMap((isDue) => {
    const places = [...items.keys()].filter((place) => isDue(items[place] as MatchItem))
    const sum = places.reduce((so, place) => so + (amounts[place] as number), 0)
    return places.length > 0 && sum === targetMinor ? [one('past-due', places, 2)] : []
  })
}

const oldest = ({ amounts }: PreparedItems, targetMinor: number): ReadonlyArray<Proposal> => {
  const found: Array<Proposal> = []
  let sum = 0
  for (const [place, minor] of amounts.entries()) {
    sum += minor
    if (sum === targetMinor) found.push(one('oldest', range(0, place + 1), amounts.length))
  }
  return found
}

const range = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: to - from }, (_, at) => from + at)

/** Every run of whole days whose items add up: prefix sums by day, so that thousands of items cost as many steps. */
const windows = (
  { items, amounts }: PreparedItems,
  targetMinor: number,
  rule: MatchRule,
  dayOf: (item: MatchItem) => LocalDate,
): ReadonlyArray<Proposal> => {
  const byDay = new Map<LocalDate, Array<number>>()
  for (const [place, item] of items.entries()) {
    const day = byDay.get(dayOf(item))
    if (day === undefined) byDay.set(dayOf(item), [place])
    else day.push(place)
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, places]) => places)
  const members = (days.length * (days.length + 1)) / 2
  const sumsBefore = new Map<number, Array<number>>([[0, [0]]])
  const found: Array<Proposal> = []
  let sum = 0
  for (const [at, places] of days.entries()) {
    for (const place of places) sum += amounts[place] as number
    for (const from of sumsBefore.get(sum - targetMinor) ?? [])
      found.push(
        one(
          rule,
          days
            .slice(from, at + 1)
            .flat()
            .sort((a, b) => a - b),
          members,
        ),
      )
    const known = sumsBefore.get(sum)
    if (known === undefined) sumsBefore.set(sum, [at + 1])
    else known.push(at + 1)
  }
  return found.slice(0, 8)
}
