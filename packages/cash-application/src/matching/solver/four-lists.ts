/**
 * Splits the values into four quarters and looks for a + b + c + d = target, one remainder at a time: all a + b that leave
 * remainder r go into a small table, and every c + d that leaves the rest is looked up in it. Takes little room, and
 * where solutions are many it ends after a few remainders. For one exact target only.
 */
import { balancedGroups } from './balanced-groups.js'
import { countOfCentibits } from './centibits.js'
import type { SumProblem } from './normalise.js'
import { cutOff, type SearchResult } from './search-result.js'
import { addSum, emptyTable, nextSlot, type SumTable, sumTable } from './sum-table.js'
import { countSteps, countUnits, type WorkMeter } from './work-meter.js'

/** Sums of the values of a quarter by mixed radix: the place of a sum says how many of each value it holds. */
interface Quarter {
  readonly places: readonly number[]
  readonly sums: Float64Array
  /** What each sum leaves when the modulus is taken out. */
  readonly residues: Int32Array
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
  const groups = balancedGroups(copies, 4)
  const longest = Math.max(...groups.map((places) => setsOf(places, copies)))
  if (longest > longestQuarter || !countSteps(meter, 4 * longest)) return cutOff
  const modulus = primeFrom(longest)
  const lists = groups.map((places) => quarterOf(places, values, copies, modulus)) as unknown as Round['lists']
  const round: Round = {
    lists,
    buckets: [bucketsOf(lists[1], modulus), bucketsOf(lists[3], modulus)],
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
  const [{ sums: a, residues }, { sums: b }] = round.lists
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
  const [, { sums: b }, { sums: c, residues }, { sums: d }] = lists
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

/** How many sets the values of a group make, cut off where nobody wants to know. */
const setsOf = (places: readonly number[], copies: Int32Array): number => {
  let sets = 1
  for (const at of places) sets = Math.min(sets * ((copies[at] as number) + 1), 2 * longestQuarter)
  return sets
}

const quarterOf = (places: readonly number[], values: Float64Array, copies: Int32Array, modulus: number): Quarter => {
  const sums = new Float64Array(setsOf(places, copies))
  const residues = new Int32Array(sums.length)
  let length = 1
  for (const at of places) {
    const value = values[at] as number
    const residue = value % modulus
    const end = length * ((copies[at] as number) + 1)
    for (let place = length; place < end; place += 1) {
      const left = (residues[place - length] as number) + residue
      sums[place] = (sums[place - length] as number) + value
      residues[place] = left >= modulus ? left - modulus : left
    }
    length = end
  }
  return { places, sums, residues }
}

const bucketsOf = ({ residues }: Quarter, modulus: number): Buckets => {
  const starts = new Int32Array(modulus + 1)
  for (const residue of residues) starts[residue + 1] = (starts[residue + 1] as number) + 1
  for (let residue = 0; residue < modulus; residue += 1)
    starts[residue + 1] = (starts[residue + 1] as number) + (starts[residue] as number)
  const next = starts.slice()
  const order = new Int32Array(residues.length)
  for (let at = 0; at < residues.length; at += 1) {
    const residue = residues[at] as number
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
