/**
 * A payer who clears what fell due in a run of days, but holds one or two items back. With a text, only windows
 * that hold all it surely names, and what is held back is not named.
 */
import { log2Centibits } from '../../solver/centibits.js'
import { type DayOrder, placesIn } from '../day-order.js'
import type { EvidenceRuleSet } from '../model.js'
import type { PreparedItems } from '../prepared.js'
import type { Proposal } from '../proposals.js'
import type { TextEvidence } from '../text-evidence.js'

const most = 4
/** So many windows are looked at, the narrowest first where a text is there to hold them. */
const windowsMost = 400
/** Two items held back are looked for among so many at most. */
const freeMostOfTwo = 100

/** @internal */
export const windowBut = (
  prepared: PreparedItems,
  text: TextEvidence,
  targetMinor: number,
  ruleSet: EvidenceRuleSet,
): ReadonlyArray<Proposal> =>
  [prepared.byDueDay(), prepared.byDocumentDay()].flatMap((order) =>
    inWindows({ prepared, order, held: text.sure, targetMinor, ruleSet }),
  )

interface Task {
  readonly prepared: PreparedItems
  readonly order: DayOrder
  /** What must stay in a window. */
  readonly held: ReadonlyArray<number>
  readonly targetMinor: number
  readonly ruleSet: EvidenceRuleSet
}

const inWindows = (task: Task): ReadonlyArray<Proposal> => {
  const { order, held, targetMinor } = task
  const { bounds, sums, greatest } = order
  const [firstHeld, lastHeld] = ends(order, held)
  const search = searchIn(task)
  const found: Array<Proposal> = []
  let looked = 0
  let narrowest = 1
  for (let from = 0; from < bounds.length - 1 && (bounds[from] as number) <= firstHeld; from += 1) {
    // Three items at least, and all that is held.
    const least = Math.max((bounds[from] as number) + 3, lastHeld + 1)
    while (narrowest < bounds.length && (bounds[narrowest] as number) < least) narrowest += 1
    if (narrowest === bounds.length) break
    if ((greatest[narrowest] as number) - (sums[from] as number) - targetMinor <= 0) continue
    for (let to = narrowest; to < bounds.length; to += 1) {
      const overMinor = (sums[to] as number) - (sums[from] as number) - targetMinor
      if (overMinor <= 0) continue
      if ((looked += 1) > windowsMost) return found
      found.push(...search(from, to, overMinor))
    }
  }
  return found
}

/** The first and the last rank of what is held; without any, every window will do. */
const ends = ({ ranks }: DayOrder, held: ReadonlyArray<number>): readonly [first: number, last: number] => {
  let [first, last] = [Infinity, -Infinity]
  for (const place of held) {
    first = Math.min(first, ranks[place] as number)
    last = Math.max(last, ranks[place] as number)
  }
  return [first, last]
}

type SearchWindow = (from: number, to: number, overMinor: number) => ReadonlyArray<Proposal>

/** All that is held stands in every window that is searched, so the rest of a window is its length less that. */
const searchIn = ({ prepared, order, held, ruleSet }: Task): SearchWindow => {
  const { bounds } = order
  const windows = (bounds.length * (bounds.length - 1)) / 2
  const count = prepared.items.length
  const centibits = (sets: number): number => log2Centibits(Math.max(windows * sets, 1))
  const isFew = (sets: number): boolean => centibits(sets) <= ruleSet.membersMost
  const freeMost = lastThat(count, isFew)
  const freeMostTwice = lastThat(Math.min(count, freeMostOfTwo), (free) => isFew(pairsOf(free)))
  const heldRanks = new Set(held.map((place) => order.ranks[place] as number))
  return (from, to, overMinor) => {
    const free = (bounds[to] as number) - (bounds[from] as number) - held.length
    if (free > freeMost) return []
    const span: Span = { from: bounds[from] as number, to: bounds[to] as number, held: heldRanks }
    const found = (sets: ReadonlyArray<ReadonlyArray<number>>, members: number): ReadonlyArray<Proposal> =>
      sets.map((left) => ({
        places: placesIn(order, from, to, left),
        route: { rule: 'window-but', membersCentibits: centibits(members) },
      }))
    return [
      ...found(one(prepared, order, span, overMinor), free),
      ...(free > freeMostTwice ? [] : found(two(prepared, order, span, overMinor), pairsOf(free))),
    ]
  }
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2

/** The last number up to a greatest one that passes a test which the greater ones fail; -1 if none does. */
const lastThat = (greatest: number, passes: (number: number) => boolean): number => {
  let [low, high] = [-1, greatest]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (passes(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/** Ranks of a window, and those in it that are held. */
interface Span {
  readonly from: number
  readonly to: number
  readonly held: ReadonlySet<number>
}

/** Ranks of single items with the sum, the first few. */
const one = (
  prepared: PreparedItems,
  { ranks }: DayOrder,
  { from, to, held }: Span,
  sum: number,
): ReadonlyArray<ReadonlyArray<number>> =>
  (prepared.same().places.get(sum) ?? [])
    .map((place) => ranks[place] as number)
    .filter((rank) => rank >= from && rank < to && !held.has(rank))
    .sort((a, b) => a - b)
    .slice(0, most)
    .map((rank) => [rank])

/** Ranks of pairs with the sum, by one walk with a table of what came before; none where even the ends are too far off. */
const two = (
  { amounts }: PreparedItems,
  { order }: DayOrder,
  { from, to, held }: Span,
  sum: number,
): ReadonlyArray<ReadonlyArray<number>> => {
  let [least, greatest] = [Infinity, -Infinity]
  for (let rank = from; rank < to; rank += 1) {
    const minor = amounts[order[rank] as number] as number
    if (minor < least) least = minor
    if (minor > greatest) greatest = minor
  }
  if (sum > 2 * greatest || sum < 2 * least) return []
  const before = new Map<number, number>()
  const found: Array<ReadonlyArray<number>> = []
  for (let rank = from; rank < to && found.length < most; rank += 1) {
    if (held.has(rank)) continue
    const minor = amounts[order[rank] as number] as number
    const other = before.get(sum - minor)
    if (other !== undefined) found.push([other, rank])
    if (!before.has(minor)) before.set(minor, rank)
  }
  return found
}
