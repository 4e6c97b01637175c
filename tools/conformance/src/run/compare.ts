/**
 * Expected against got: numbers exactly by decimal value however many zeros are written, rates after rounding half
 * away from zero to the places that are written, days and words as text, maps by the keys that are expected, lists by position unless they name a set.
 */
import { formatDecimal, roundFraction } from '@quittance/kernel'
import { isNothing, type ListNode, type MapNode, type Node } from '../file/node.js'
import { shown, type Value } from './value.js'

/** One difference, at its path in the case. */
export interface Difference {
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** All differences between what is expected and what the library answered. */
export const differences = (expected: Node, got: Value | undefined, path: string): ReadonlyArray<Difference> => {
  if (got === undefined) return [differ(expected, got, path)]
  switch (expected.kind) {
    case 'scalar':
      return sameScalar(expected, got) ? [] : [differ(expected, got, path)]
    case 'list':
      return got.kind === 'list' ? inLists(expected, got, path) : [differ(expected, got, path)]
    case 'map':
      return got.kind === 'map' ? inMaps(expected, got.entries, path) : [differ(expected, got, path)]
  }
}

const differ = (expected: Node, got: Value | undefined, path: string): Difference => ({
  path,
  expected: written(expected),
  got: shown(got),
})

const sameScalar = (expected: Node & { readonly kind: 'scalar' }, got: Value): boolean => {
  switch (got.kind) {
    case 'number':
      return sameNumber(expected.text, got.text)
    case 'rate':
      return sameNumber(expected.text, formatDecimal(roundFraction(got.fraction, placesOf(expected.text))))
    case 'text':
      return expected.text === got.text
    case 'yes':
      return expected.plain && expected.text === String(got.yes)
    case 'nothing':
      return isNothing(expected)
    case 'list':
    case 'map':
      return false
  }
}

const number = /^([+-]?)0*(\d+?)(?:\.(\d*?)0*)?$/

/** Whether two texts are the same number; -0.00 is 0. */
export const sameNumber = (a: string, b: string): boolean => {
  const [left, right] = [normal(a), normal(b)]
  return left !== undefined && left === right
}

const placesOf = (text: string): number => Math.min(/\.(\d+)$/.exec(text)?.[1]?.length ?? 0, 12)

const normal = (text: string): string | undefined => {
  const match = number.exec(text)
  if (match === null) return undefined
  const [whole, fraction] = [match[2] ?? '', match[3] ?? '']
  const magnitude = fraction === '' ? whole : `${whole}.${fraction}`
  return match[1] === '-' && magnitude !== '0' ? `-${magnitude}` : magnitude
}

const inLists = (
  expected: ListNode,
  got: Value & { readonly kind: 'list' },
  path: string,
): ReadonlyArray<Difference> => {
  if (expected.items.length !== got.items.length || (got.anyOrder && !sameSet(expected.items, got.items)))
    return [differ(expected, got, path)]
  if (got.anyOrder) return []
  return expected.items.flatMap((item, index) => differences(item, got.items[index], `${path}[${index}]`))
}

const sameSet = (expected: ReadonlyArray<Node>, got: ReadonlyArray<Value>): boolean => {
  const [first, ...rest] = expected
  if (first === undefined) return true
  return got.some(
    (value, index) =>
      differences(first, value, '').length === 0 &&
      sameSet(
        rest,
        got.filter((_, other) => other !== index),
      ),
  )
}

const inMaps = (expected: MapNode, got: ReadonlyMap<string, Value>, path: string): ReadonlyArray<Difference> =>
  [...expected.entries].flatMap(([key, node]) => differences(node, entryOf(got, key), `${path}.${key}`))

/** An entry by its key; a key that is a number is found however it is written. */
const entryOf = (got: ReadonlyMap<string, Value>, key: string): Value | undefined =>
  got.get(key) ?? [...got].find(([other]) => sameNumber(other, key))?.[1]

/** A node as one line of text. */
export const written = (node: Node): string => {
  switch (node.kind) {
    case 'scalar':
      return node.text
    case 'list':
      return `[${node.items.map(written).join(', ')}]`
    case 'map':
      return `{${[...node.entries].map(([key, entry]) => `${key}: ${written(entry)}`).join(', ')}}`
  }
}
