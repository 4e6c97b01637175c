/**
 * Reads a map of a case and remembers which keys were read. What nobody read at the end is a key that the
 * adapter does not know, which makes the case unsupported rather than a lucky pass.
 */
import { type Decimal, isLocalDate, type LocalDate, parseDecimal } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { isNothing, type MapNode, type Node } from '../file/node.js'
import { unsupported } from './unsupported.js'

/** A map of the case. Absent keys read as `undefined`, absent lists as empty. */
export interface Reader {
  readonly path: string
  /** The map itself, for looking ahead without reading. */
  readonly source: MapNode
  /** Asks without reading. */
  readonly has: (key: string) => boolean
  readonly keys: () => ReadonlyArray<string>
  readonly node: (key: string) => Node | undefined
  readonly text: (key: string) => string | undefined
  readonly texts: (key: string) => ReadonlyArray<string>
  readonly yes: (key: string) => boolean | undefined
  readonly decimal: (key: string) => Decimal | undefined
  readonly whole: (key: string) => number | undefined
  readonly wholes: (key: string) => ReadonlyArray<number>
  readonly date: (key: string) => LocalDate | undefined
  readonly dates: (key: string) => ReadonlyArray<LocalDate>
  readonly map: (key: string) => Reader | undefined
  readonly maps: (key: string) => ReadonlyArray<Reader>
  /** The value that a word stands for; a word that is not in the table is unsupported. */
  readonly oneOf: <Value>(key: string, words: Readonly<Record<string, Value>>) => Value | undefined
}

/** Which keys of which maps were read, by however many readers. */
export interface Tracker {
  readonly seen: Map<MapNode, { readonly path: string; readonly read: Set<string> }>
}

/** Keys that no adapter needs to read: they carry no input, or (the currency) are looked at for the case as a whole, or (the fixture) stand under the keys of the case already. */
const silent = new Set(['note', 'title', 'ref', 'ccy', 'currency', 'fixture'])

/** The first key that nobody read, such as `policy.counting_basis`. */
export const firstUnread = ({ seen }: Tracker): string | undefined => {
  for (const [map, { path, read }] of seen)
    for (const key of map.entries.keys())
      if (!read.has(key) && !silent.has(key)) return path === '' ? key : `${path}.${key}`
  return undefined
}

/** A reader of a map. */
export const readerOf = (map: MapNode, tracker: Tracker, path = ''): Reader => {
  const read = tracker.seen.get(map)?.read ?? new Set<string>()
  tracker.seen.set(map, { path, read })
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`)
  const node = (key: string): Node | undefined => {
    read.add(key)
    const found = map.entries.get(key)
    return found === undefined || isNothing(found) ? undefined : found
  }
  const each = <Value>(key: string, of: (item: Node, path: string) => Value): ReadonlyArray<Value> => {
    const found = node(key)
    if (found === undefined) return []
    if (found.kind !== 'list') return unsupported(`${at(key)} that is no list`)
    return found.items.map((item, index) => of(item, `${at(key)}[${index}]`))
  }
  const one = <Value>(key: string, of: (item: Node, path: string) => Value): Value | undefined => {
    const found = node(key)
    return found === undefined ? undefined : of(found, at(key))
  }
  const mapAt = (item: Node, itemPath: string): Reader =>
    item.kind === 'map' ? readerOf(item, tracker, itemPath) : unsupported(`${itemPath} that is no map`)
  return {
    path,
    source: map,
    has: (key) => map.entries.has(key),
    keys: () => [...map.entries.keys()],
    node,
    text: (key) => one(key, scalarText),
    texts: (key) => each(key, scalarText),
    yes: (key) => one(key, yesOrNo),
    decimal: (key) => one(key, decimalAt),
    whole: (key) => one(key, wholeAt),
    wholes: (key) => each(key, wholeAt),
    date: (key) => one(key, dateAt),
    dates: (key) => each(key, dateAt),
    map: (key) => one(key, mapAt),
    maps: (key) => each(key, mapAt),
    oneOf: (key, words) =>
      one(key, (item, itemPath) => {
        const word = scalarText(item, itemPath)
        return Object.hasOwn(words, word) ? words[word] : unsupported(`${itemPath}: ${word}`)
      }),
  }
}

/** The text of a scalar. */
export const scalarText = (node: Node, path: string): string =>
  node.kind === 'scalar' ? node.text : unsupported(`${path} that is no single value`)

const yesOrNo = (node: Node, path: string): boolean => {
  const text = scalarText(node, path)
  return text === 'true' ? true : text === 'false' ? false : unsupported(`${path}: ${text}`)
}

/** A decimal as written. */
export const decimalAt = (node: Node, path: string): Decimal => {
  const text = scalarText(node, path)
  const parsed = parseDecimal(text)
  return E.isRight(parsed) ? parsed.right : unsupported(`${path}: ${text} is not a decimal`)
}

const wholeAt = (node: Node, path: string): number => {
  const text = scalarText(node, path)
  return /^[+-]?\d{1,9}$/.test(text) ? Number(text) : unsupported(`${path}: ${text} is not a whole number`)
}

const dateAt = (node: Node, path: string): LocalDate => {
  const text = scalarText(node, path)
  return isLocalDate(text) ? text : unsupported(`${path}: ${text} is not a day`)
}
