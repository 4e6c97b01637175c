/**
 * Splits the values into four quarters and looks for a + b + c + d = target, one remainder at a time: all a + b that leave
 * remainder r go into a small table, and every c + d that leaves the rest is looked up in it. Takes little room, and
 * where solutions are many it ends after a few remainders. For one exact target only.
 */
import { countOfCentibits, log2Centibits } from './centibits.js'
import type { SumProblem } from './normalise.js'
import { cutOff, type SearchResult } from './search-result.js'
import { addSum, emptyTable, nextSlot, type SumTable, sumTable } from './sum-table.js'
import { countSteps, countUnits, type WorkMeter } from './work-meter.js'

/** Sums of the values of a quarter by mixed radix: the place of a sum says how many of each value it holds. */
interface Quarter {
  readonly places: readonly number[]
  readonly sums: Float64Array
}

/** Places of a quarter's sums in order of the remainder they leave, and where each remainder begins. */
interface Buckets {
  readonly order: Int32Array
  readonly starts: Int32Array
}

/** The longest quarter that is listed; with four of them the search would never end anyway. */
const longestQuarter = 1 << 20

/** Work units that a search of everything takes, about; for choosing a way, not for stopping. @category policies @since 0.1.0 */
export const fourListsWork = ({ bits }: SumProblem): number => 2.5 * countOfCentibits(Math.ceil(bits / 2))

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
  const [a, b, c, d] = groups.map(({ places }) => quarterOf(places, values, copies)) as [
    Quarter,
    Quarter,
    Quarter,
    Quarter,
  ]
  const longest = Math.max(a.sums.length, b.sums.length, c.sums.length, d.sums.length)
  if (!countSteps(meter, 4 * longest)) return cutOff
  const modulus = primeFrom(longest)
  const round: Round = {
    lists: [a, b, c, d],
    residues: [residuesOf(a.sums, modulus), residuesOf(c.sums, modulus)],
    buckets: [bucketsOf(b.sums, modulus), bucketsOf(d.sums, modulus)],
    modulus,
    target,
    table: sumTable(2 * longest),
    found: [],
  }
  for (let remainder = 0; remainder < modulus && round.found.length < 2; remainder += 1) {
    emptyTable(round.table)
    if (!countUnits(meter, fillTable(round, remainder, meter.limit - meter.spent))) return cutOff
    if (!countUnits(meter, lookUp(round, remainder, meter.limit - meter.spent))) return cutOff
  }
  const found = round.found.map((origins) => countsOf(round.lists, origins, values, copies))
  return { found, exhaustive: true }
}

interface Round {
  readonly lists: readonly [Quarter, Quarter, Quarter, Quarter]
  /** What the sums of the first and of the third list leave. */
  readonly residues: readonly [Int32Array, Int32Array]
  /** The sums of the second and of the fourth list by what they leave. */
  readonly buckets: readonly [Buckets, Buckets]
  readonly modulus: number
  readonly target: number
  readonly table: SumTable
  /** Places in the four lists. */
  readonly found: (readonly [number, number, number, number])[]
}

/** Put every a + b of the remainder into the table; gives the work, more than allowed if it stopped early. */
const fillTable = (round: Round, remainder: number, allowed: number): number => {
  const { modulus, target, table } = round
  const [{ sums: a }, { sums: b }] = round.lists
  const [residues] = round.residues
  const [{ order, starts }] = round.buckets
  let work = a.length >> 2
  for (let atA = 0; atA < a.length && work <= allowed; atA += 1) {
    const first = a[atA] as number
    const difference = remainder - (residues[atA] as number)
    const residue = difference < 0 ? difference + modulus : difference
    const end = starts[residue + 1] as number
    for (let at = starts[residue] as number; at < end; at += 1) {
      const atB = order[at] as number
      const sum = first + (b[atB] as number)
      if (sum <= target) addSum(table, sum, atA * b.length + atB)
      work += 1
    }
  }
  return work
}

/** Look up what every c + d of the other remainder leaves; gives the work, more than allowed if it stopped early. */
const lookUp = (round: Round, remainder: number, allowed: number): number => {
  const { lists, modulus, target, table, found } = round
  const [, { sums: b }, { sums: c }, { sums: d }] = lists
  const [, residues] = round.residues
  const [, { order, starts }] = round.buckets
  const wanted = (target % modulus) - remainder + modulus
  let work = c.length >> 2
  for (let atC = 0; atC < c.length && work <= allowed; atC += 1) {
    const left = target - (c[atC] as number)
    const residue = (wanted - (residues[atC] as number) + modulus) % modulus
    const end = starts[residue + 1] as number
    for (let at = starts[residue] as number; at < end; at += 1) {
      const atD = order[at] as number
      const rest = left - (d[atD] as number)
      work += 1
      if (rest < 0) continue
      for (let slot = nextSlot(table, rest, -1); slot >= 0; slot = nextSlot(table, rest, slot)) {
        const origin = table.origins[slot] as number
        found.push([Math.floor(origin / b.length), origin % b.length, atC, atD])
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

const residuesOf = (sums: Float64Array, modulus: number): Int32Array => Int32Array.from(sums, (sum) => sum % modulus)

const bucketsOf = (sums: Float64Array, modulus: number): Buckets => {
  const residues = residuesOf(sums, modulus)
  const starts = new Int32Array(modulus + 1)
  for (const residue of residues) starts[residue + 1] = (starts[residue + 1] as number) + 1
  for (let residue = 0; residue < modulus; residue += 1)
    starts[residue + 1] = (starts[residue + 1] as number) + (starts[residue] as number)
  const next = starts.slice()
  const order = new Int32Array(sums.length)
  for (const [at, residue] of residues.entries()) {
    order[next[residue] as number] = at
    next[residue] = (next[residue] as number) + 1
  }
  return { order, starts }
}

/** The first prime that is not smaller: round amounts leave all remainders of it, as they would not of a power of two. */
const primeFrom = (least: number): number => {
  let prime = Math.max(2, least)
  while (!isPrime(prime)) prime += 1
  return prime
}

const isPrime = (whole: number): boolean => {
  for (let divisor = 2; divisor * divisor <= whole; divisor += 1) if (whole % divisor === 0) return false
  return true
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
