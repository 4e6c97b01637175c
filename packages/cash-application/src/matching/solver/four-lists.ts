/**
 * Splits the values into four quarters and looks for a + b + c + d = target, one remainder at a time: all a + b that leave
 * remainder r go into a small table, and every c + d that leaves the rest is looked up in it. Takes little room, and
 * where solutions are many it ends after a few remainders. For one exact target only.
 */
import { log2Centibits } from './centibits.js'
import type { SumProblem } from './normalise.js'
import { cutOff, type SearchResult } from './search-result.js'
import { addSum, emptyTable, nextSlot, type SumTable, sumTable } from './sum-table.js'
import { countSteps, countUnits, type WorkMeter } from './work-meter.js'

/** Sums of the values of a quarter by mixed radix: the place of a sum says how many of each value it holds. */
interface Quarter {
  readonly places: readonly number[]
  readonly sums: Float64Array
}

/** The sums of a quarter by the remainder they leave, and where each remainder begins. */
interface Residues {
  readonly order: Int32Array
  readonly starts: Int32Array
}

/** The longest quarter that is listed; with four of them the search would never end anyway. */
const longestQuarter = 1 << 20

/** Work units that a search of everything takes at most, about; for comparing ways, not for stopping. @category policies @since 0.1.0 */
export const fourListsWork = ({ bits }: SumProblem): number => 2.5 * 2 ** (bits / 200)

/**
 * Find up to two sets that make exactly the target; values and copies as in the problem, whose window is not looked at.
 *
 * @category policies
 * @since 0.1.0
 */
export const fourLists = (
  { values, copies }: Pick<SumProblem, 'values' | 'copies'>,
  target: number,
  meter: WorkMeter,
): SearchResult => {
  const groups = quarters(values, copies)
  if (groups.some(({ length }) => length > longestQuarter)) return cutOff
  const [a, b, c, d] = groups.map(({ places }) => quarterOf(places, values, copies)) as [Quarter, Quarter, Quarter, Quarter]
  const longest = Math.max(a.sums.length, b.sums.length, c.sums.length, d.sums.length)
  if (!countSteps(meter, 4 * longest)) return cutOff
  let modulus = 1
  while (modulus * modulus * 2 < longest * longest) modulus *= 2
  const round: Round = {
    lists: [a, b, c, d],
    byResidueB: residues(b.sums, modulus),
    byResidueD: residues(d.sums, modulus),
    modulus,
    target,
    table: sumTable(2 * longest),
    found: [],
  }
  for (let remainder = 0; remainder < modulus; remainder += 1) {
    emptyTable(round.table)
    const worked = fillTable(round, remainder) + lookUp(round, remainder)
    if (!countUnits(meter, worked)) return cutOff
    if (round.found.length === 2) break
  }
  const found = round.found.map((origins) => countsOf(round.lists, origins, values, copies))
  return { found, exhaustive: true }
}

interface Round {
  readonly lists: readonly [Quarter, Quarter, Quarter, Quarter]
  readonly byResidueB: Residues
  readonly byResidueD: Residues
  /** A power of two, so that a remainder is the low bits. */
  readonly modulus: number
  readonly target: number
  readonly table: SumTable
  /** Places in the four lists. */
  readonly found: (readonly [number, number, number, number])[]
}

/** Put every a + b of the remainder into the table; gives the work. */
const fillTable = ({ lists: [a, b], byResidueB, modulus, target, table }: Round, remainder: number): number => {
  const { order, starts } = byResidueB
  const mask = modulus - 1
  let work = a.sums.length >> 2
  for (let atA = 0; atA < a.sums.length; atA += 1) {
    const first = a.sums[atA] as number
    const residue = (remainder - first) & mask
    const end = starts[residue + 1] as number
    for (let at = starts[residue] as number; at < end; at += 1) {
      const atB = order[at] as number
      const sum = first + (b.sums[atB] as number)
      if (sum <= target) addSum(table, sum, atA * b.sums.length + atB)
      work += 1
    }
  }
  return work
}

/** Look up what every c + d of the other remainder leaves; gives the work. */
const lookUp = (round: Round, remainder: number): number => {
  const { lists, byResidueD, modulus, target, table, found } = round
  const [, b, c, d] = lists
  const { order, starts } = byResidueD
  const mask = modulus - 1
  let work = c.sums.length >> 2
  for (let atC = 0; atC < c.sums.length; atC += 1) {
    const left = target - (c.sums[atC] as number)
    const residue = (left - remainder) & mask
    const end = starts[residue + 1] as number
    for (let at = starts[residue] as number; at < end; at += 1) {
      const atD = order[at] as number
      const rest = left - (d.sums[atD] as number)
      work += 1
      if (rest < 0) continue
      for (let slot = nextSlot(table, rest, -1); slot >= 0; slot = nextSlot(table, rest, slot)) {
        const origin = table.origins[slot] as number
        found.push([Math.floor(origin / b.sums.length), origin % b.sums.length, atC, atD])
        if (found.length === 2) return work
      }
    }
  }
  return work
}

interface Group {
  readonly places: number[]
  bits: number
  length: number
}

/** Places of the values in four groups of about as many sets each. */
const quarters = (values: Float64Array, copies: Int32Array): readonly Group[] => {
  const groups = Array.from({ length: 4 }, (): Group => ({ places: [], bits: 0, length: 1 }))
  const order = Array.from(values.keys()).sort(
    (one, other) => (copies[other] as number) - (copies[one] as number) || one - other,
  )
  for (const at of order) {
    const group = groups.reduce((least, one) => (one.bits < least.bits ? one : least))
    group.places.push(at)
    group.bits += log2Centibits((copies[at] as number) + 1)
    group.length *= (copies[at] as number) + 1
  }
  return groups
}

const quarterOf = (places: readonly number[], values: Float64Array, copies: Int32Array): Quarter => {
  const sums = new Float64Array(places.reduce((so, at) => so * ((copies[at] as number) + 1), 1))
  let length = 1
  for (const at of places) {
    const value = values[at] as number
    for (let count = 1; count <= (copies[at] as number); count += 1)
      for (let low = 0; low < length; low += 1) sums[count * length + low] = (sums[low] as number) + count * value
    length *= (copies[at] as number) + 1
  }
  return { places, sums }
}

const residues = (sums: Float64Array, modulus: number): Residues => {
  const starts = new Int32Array(modulus + 1)
  const mask = modulus - 1
  for (const sum of sums) starts[(sum & mask) + 1] = (starts[(sum & mask) + 1] as number) + 1
  for (let residue = 0; residue < modulus; residue += 1)
    starts[residue + 1] = (starts[residue + 1] as number) + (starts[residue] as number)
  const next = starts.slice()
  const order = new Int32Array(sums.length)
  for (let at = 0; at < sums.length; at += 1) {
    const residue = (sums[at] as number) & mask
    order[next[residue] as number] = at
    next[residue] = (next[residue] as number) + 1
  }
  return { order, starts }
}

/** From places in the four lists to how many of each value. */
const countsOf = (
  lists: Round['lists'],
  origins: readonly [number, number, number, number],
  values: Float64Array,
  copies: Int32Array,
): Int32Array => {
  const counts = new Int32Array(values.length)
  for (const [list, { places }] of lists.entries()) {
    let place = origins[list] as number
    for (const at of places) {
      const radix = (copies[at] as number) + 1
      counts[at] = place % radix
      place = Math.floor(place / radix)
    }
  }
  return counts
}
