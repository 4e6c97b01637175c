/**
 * A payer who clears what fell due in a run of days, but holds one or two items back. With a text, only windows
 * that hold all it surely names, and what is held back is not named.
 */
import type { LocalDate } from '@quittance/kernel'
import { log2Centibits } from '../../solver/centibits.js'
import type { EvidenceRuleSet, MatchItem } from '../model.js'
import type { PreparedItems } from '../prepared.js'
import type { Proposal } from '../proposals.js'
import type { TextEvidence } from '../text-evidence.js'

const most = 4
/** So many windows are looked at, the narrowest first where a text is there to hold them. */
const windowsMost = 400

/** @internal */
export const windowBut = (
  prepared: PreparedItems,
  text: TextEvidence,
  targetMinor: number,
  ruleSet: EvidenceRuleSet,
): ReadonlyArray<Proposal> =>
  [({ dueOn }: MatchItem): LocalDate => dueOn, ({ on }: MatchItem): LocalDate => on].flatMap((dayOf) =>
    inWindows(prepared, text, targetMinor, ruleSet, dayOf),
  )

const inWindows = (
  { items, amounts }: PreparedItems,
  text: TextEvidence,
  targetMinor: number,
  ruleSet: EvidenceRuleSet,
  dayOf: (item: MatchItem) => LocalDate,
): ReadonlyArray<Proposal> => {
  const order = [...items.keys()].sort(
    (a, b) => compare(dayOf(items[a] as MatchItem), dayOf(items[b] as MatchItem)) || a - b,
  )
  const starts = order.flatMap((_, at) =>
    at === 0 || dayAt(items, order, at, dayOf) !== dayAt(items, order, at - 1, dayOf) ? [at] : [],
  )
  const bounds = [...starts, order.length]
  const rank = new Map(order.map((place, at) => [place, at]))
  const sureRanks = text.sure.map((place) => rank.get(place) as number)
  const [firstSure, lastSure] = [Math.min(...sureRanks), Math.max(...sureRanks)]
  const sums = prefixSums(order.map((place) => amounts[place] as number))
  const held = new Set(text.sure)
  const found: Array<Proposal> = []
  const windows = (bounds.length * (bounds.length - 1)) / 2
  let looked = 0
  for (const from of starts) {
    if (sureRanks.length > 0 && from > firstSure) break
    for (const to of bounds) {
      if (to <= from + 2 || (sureRanks.length > 0 && to <= lastSure)) continue
      const overMinor = (sums[to] as number) - (sums[from] as number) - targetMinor
      if (overMinor <= 0) continue
      if ((looked += 1) > windowsMost) return found
      const places = order.slice(from, to)
      const free = places.filter((place) => !held.has(place))
      const freeMinor = free.map((place) => amounts[place] as number)
      const pairs = (free.length * (free.length - 1)) / 2
      const sizes = [
        { sets: one(freeMinor, overMinor), members: windows * free.length },
        { sets: pairs > 5_000 ? [] : two(freeMinor, overMinor), members: windows * pairs },
      ]
      for (const { sets, members } of sizes) {
        const membersCentibits = log2Centibits(Math.max(members, 1))
        if (membersCentibits > ruleSet.membersMost) continue
        for (const set of sets) {
          const left = new Set(set.map((at) => free[at] as number))
          found.push({
            places: places.filter((place) => !left.has(place)).sort((a, b) => a - b),
            route: { rule: 'window-but', membersCentibits },
          })
        }
      }
    }
  }
  return found
}

/** Places of single items with the sum. */
const one = (amounts: ReadonlyArray<number>, sum: number): ReadonlyArray<ReadonlyArray<number>> =>
  amounts.flatMap((minor, at) => (minor === sum ? [[at]] : [])).slice(0, most)

/** Places of pairs with the sum, by one walk with a table of what came before. */
const two = (amounts: ReadonlyArray<number>, sum: number): ReadonlyArray<ReadonlyArray<number>> => {
  const before = new Map<number, number>()
  const found: Array<ReadonlyArray<number>> = []
  for (const [at, minor] of amounts.entries()) {
    const other = before.get(sum - minor)
    if (other !== undefined && found.length < most) found.push([other, at])
    if (!before.has(minor)) before.set(minor, at)
  }
  return found
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const dayAt = (
  items: ReadonlyArray<MatchItem>,
  order: ReadonlyArray<number>,
  at: number,
  dayOf: (item: MatchItem) => LocalDate,
): LocalDate => dayOf(items[order[at] as number] as MatchItem)

const prefixSums = (amounts: ReadonlyArray<number>): ReadonlyArray<number> => {
  const sums = [0]
  for (const minor of amounts) sums.push((sums.at(-1) as number) + minor)
  return sums
}
