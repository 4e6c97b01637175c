/** Sets of one to four items with an exact sum, by place, up to so many. */
import { log2Centibits } from '../../solver/centibits.js'

/** Sets of one size, and how many of that size there are. @internal */
export interface SetsOfSize {
  readonly sets: ReadonlyArray<ReadonlyArray<number>>
  readonly membersCentibits: number
}

/** Sets of one, two, three and four items; a size of which there are too many to mean anything is left out. @internal */
export const setsBySize = (
  amounts: ReadonlyArray<number>,
  targetMinor: number,
  most: number,
  membersMost: number,
): ReadonlyArray<SetsOfSize> => {
  const count = amounts.length
  const sizes = [count, (count * (count - 1)) / 2, (count * (count - 1) * (count - 2)) / 6]
  const four = ((sizes[2] as number) * (count - 3)) / 4
  const finders = [setsOfOne, setsOfTwo, setsOfThree, setsOfFour]
  return [...sizes, four].flatMap((members, at) => {
    const membersCentibits = log2Centibits(Math.max(members, 1))
    if (members < 1 || membersCentibits > membersMost) return []
    return { sets: (finders[at] as typeof setsOfOne)(amounts, targetMinor, most), membersCentibits }
  })
}

/** @internal */
export const setsOfOne = (
  amounts: ReadonlyArray<number>,
  targetMinor: number,
  most: number,
): ReadonlyArray<ReadonlyArray<number>> => {
  const found: Array<ReadonlyArray<number>> = []
  for (const [place, minor] of amounts.entries()) if (minor === targetMinor && found.length < most) found.push([place])
  return found
}

/** Two pairs each; every set is found once, by its two pairs of lowest and highest places. @internal */
export const setsOfFour = (
  amounts: ReadonlyArray<number>,
  targetMinor: number,
  most: number,
): ReadonlyArray<ReadonlyArray<number>> => {
  const pairs = new Map<number, Array<readonly [number, number]>>()
  const found: Array<ReadonlyArray<number>> = []
  // Pairs that end before `third` are in the table when pairs that begin with it are looked up.
  for (let third = 2; third < amounts.length - 1; third += 1) {
    for (let first = 0; first < third - 1; first += 1) addPair(pairs, amounts, first, third - 1)
    for (let fourth = third + 1; fourth < amounts.length; fourth += 1) {
      const rest = targetMinor - (amounts[third] as number) - (amounts[fourth] as number)
      for (const [first, second] of pairs.get(rest) ?? []) {
        found.push([first, second, third, fourth])
        if (found.length >= most) return found
      }
    }
  }
  return found
}

const addPair = (
  pairs: Map<number, Array<readonly [number, number]>>,
  amounts: ReadonlyArray<number>,
  first: number,
  second: number,
): void => {
  const sum = (amounts[first] as number) + (amounts[second] as number)
  const known = pairs.get(sum)
  if (known === undefined) pairs.set(sum, [[first, second]])
  else known.push([first, second])
}

/** @internal */
export const setsOfTwo = (
  amounts: ReadonlyArray<number>,
  targetMinor: number,
  most: number,
): ReadonlyArray<ReadonlyArray<number>> => {
  const seen = new Map<number, Array<number>>()
  const found: Array<ReadonlyArray<number>> = []
  for (const [place, minor] of amounts.entries()) {
    for (const other of seen.get(targetMinor - minor) ?? []) {
      found.push([other, place])
      if (found.length >= most) return found
    }
    const places = seen.get(minor)
    if (places === undefined) seen.set(minor, [place])
    else places.push(place)
  }
  return found
}

/** @internal */
export const setsOfThree = (
  amounts: ReadonlyArray<number>,
  targetMinor: number,
  most: number,
): ReadonlyArray<ReadonlyArray<number>> => {
  const order = [...amounts.keys()].sort((a, b) => (amounts[a] as number) - (amounts[b] as number) || a - b)
  const value = (at: number): number => amounts[order[at] as number] as number
  const found: Array<ReadonlyArray<number>> = []
  for (let first = 0; first < order.length - 2; first += 1) {
    let [low, high] = [first + 1, order.length - 1]
    const rest = targetMinor - value(first)
    while (low < high) {
      const sum = value(low) + value(high)
      if (sum < rest) low += 1
      else if (sum > rest) high -= 1
      else {
        found.push([order[first] as number, order[low] as number, order[high] as number].sort((a, b) => a - b))
        if (found.length >= most) return found
        // Equal neighbours are other sets of the same amounts; one more is enough to see that there is a choice.
        if (value(low) === value(low + 1) || value(high) === value(high - 1)) {
          if (value(low) === value(low + 1)) low += 1
          else high -= 1
        } else {
          low += 1
          high -= 1
        }
      }
    }
  }
  return found
}
