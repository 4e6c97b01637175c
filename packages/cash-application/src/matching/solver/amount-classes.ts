/**
 * Items of equal amount are one class: five equal rents can be paid three at a time in ten ways, but that is one
 * explanation with a choice inside, not ten explanations.
 */
import type { SumWitness } from './sum-answer.js'

/** All items of one signed amount, by their places, ascending. @category model @since 0.1.0 */
export interface AmountClass {
  readonly minor: number
  readonly places: readonly number[]
}

/** The items by amount, in order of first appearance; items of amount zero explain nothing and are left out. @category policies @since 0.1.0 */
export const amountClasses = (items: readonly number[]): readonly AmountClass[] => {
  const byAmount = new Map<number, number[]>()
  for (const [place, minor] of items.entries()) {
    if (minor === 0) continue
    const places = byAmount.get(minor)
    if (places === undefined) byAmount.set(minor, [place])
    else places.push(place)
  }
  return [...byAmount].map(([minor, places]) => ({ minor, places }))
}

/**
 * The set that takes so many items of each amount, the first in the list.
 *
 * @param wanted - how many items of each signed amount; at least 1 and at most as many as there are
 * @category policies
 * @since 0.1.0
 */
export const firstOfEach = (items: readonly number[], wanted: ReadonlyMap<number, number>): SumWitness => {
  const groups = new Map<number, number[]>()
  for (const [place, minor] of items.entries()) {
    if (!wanted.has(minor)) continue
    const group = groups.get(minor)
    if (group === undefined) groups.set(minor, [place])
    else group.push(place)
  }
  return witnessOf([...groups].map(([minor, places]) => ({ minor, places, count: wanted.get(minor) ?? 0 })))
}

/** So many items of a class, at least one. @category model @since 0.1.0 */
export interface TakenOfClass extends AmountClass {
  readonly count: number
}

/** The set that takes the first items of each class. @category policies @since 0.1.0 */
export const witnessOf = (taken: readonly TakenOfClass[]): SumWitness => {
  const indices: number[] = []
  const interchangeable: (readonly number[])[] = []
  let sumMinor = 0
  for (const { minor, places, count } of taken) {
    for (let at = 0; at < count; at += 1) indices.push(places[at] as number)
    sumMinor += count * minor
    if (count < places.length) interchangeable.push(places)
  }
  return {
    indices: indices.sort((one, other) => one - other),
    sumMinor,
    interchangeable: interchangeable.sort(([one = 0], [other = 0]) => one - other),
  }
}

/** Whether the amounts, all taken without their signs, stay below 2^53, so that no sum of them loses a cent. @category policies @since 0.1.0 */
export const sumsAreExact = (items: readonly number[]): boolean => {
  let total = 0
  for (const minor of items) {
    total += Math.abs(minor)
    if (!Number.isSafeInteger(minor) || total > Number.MAX_SAFE_INTEGER) return false
  }
  return true
}
