/**
 * The best and the second best way to choose explanations for payments that compete for items: one explanation at most for
 * each payment, no item twice.
 */
import { countSteps, type WorkMeter } from './work-meter.js'

/** An explanation as the search sees it. @category model @since 0.1.0 */
export interface PackOption {
  /** Its place in the list that was asked about. */
  readonly place: number
  readonly weight: number
  /** The items it needs, as bits. */
  readonly needs: Uint32Array
}

/** One way to choose, by places in the list that was asked about. @category model @since 0.1.0 */
export interface Packing {
  /** Ascending. */
  readonly chosen: readonly number[]
  readonly weight: number
}

/** The two ways to choose that weigh most. @category model @since 0.1.0 */
export interface BestTwo {
  readonly best: Packing
  /** Another choice of the greatest weight that is left; it may be equal. None when there is only one way to choose. */
  readonly second: Packing | undefined
}

interface Search {
  /** For each payment its explanations, the heaviest first. */
  readonly payments: readonly (readonly PackOption[])[]
  readonly meter: WorkMeter
  readonly taken: Uint32Array
  readonly chosen: number[]
  found: Packing[]
}

/**
 * Look through every choice that could still be among the best two; undefined when the work runs out.
 *
 * @param words - how many words the bits of the items take
 * @category policies
 * @since 0.1.0
 */
export const bestTwo = (
  payments: readonly (readonly PackOption[])[],
  words: number,
  meter: WorkMeter,
): BestTwo | undefined => {
  const search: Search = { payments, meter, taken: new Uint32Array(words), chosen: [], found: [] }
  if (!choose(search, 0, 0)) return undefined
  const [best = { chosen: [], weight: 0 }, second] = search.found
  return { best, second }
}

/** Choose for one payment after the other; false when the work runs out. */
const choose = (search: Search, payment: number, weight: number): boolean => {
  const { payments, taken, chosen } = search
  const options = payments[payment]
  if (options === undefined) {
    keep(search, weight)
    return countSteps(search.meter, 1)
  }
  if (weight + mostFrom(search, payment) <= worstKept(search)) return countSteps(search.meter, 1)
  for (const option of options) {
    if (!isFree(taken, option)) continue
    flip(taken, option)
    chosen.push(option.place)
    const went = choose(search, payment + 1, weight + option.weight)
    chosen.pop()
    flip(taken, option)
    if (!went) return false
  }
  return choose(search, payment + 1, weight)
}

const worstKept = ({ found }: Search): number => found[1]?.weight ?? -Infinity

const keep = (search: Search, weight: number): void => {
  if (weight <= worstKept(search)) return
  const packing = { chosen: [...search.chosen].sort((one, other) => one - other), weight }
  search.found = [...search.found, packing].sort((one, other) => other.weight - one.weight).slice(0, 2)
}

/** The most that the payments from here on can add: each takes the heaviest that is still free, whatever the others take. */
const mostFrom = ({ payments, taken, meter }: Search, payment: number): number => {
  let most = 0
  let looked = 1
  for (let at = payment; at < payments.length; at += 1)
    for (const option of payments[at] ?? []) {
      looked += 1
      if (option.weight <= 0) break
      if (!isFree(taken, option)) continue
      most += option.weight
      break
    }
  countSteps(meter, looked)
  return most
}

const isFree = (taken: Uint32Array, { needs }: PackOption): boolean => {
  for (let at = 0; at < needs.length; at += 1) if (((taken[at] as number) & (needs[at] as number)) !== 0) return false
  return true
}

const flip = (taken: Uint32Array, { needs }: PackOption): void => {
  for (let at = 0; at < needs.length; at += 1) taken[at] = (taken[at] as number) ^ (needs[at] as number)
}
