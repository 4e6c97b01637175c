/**
 * The identifiers of open items, ready to be found in a payer's text. The index belongs to its caller and changes in
 * place, item by item, so that a replay over a whole ledger keeps one per account as items open and close: putting
 * in or taking out an item costs some ten entries per identifier, however many items there are. What is one slip away is
 * worked out only once a text asks for it, and only for what came since.
 */
import { eachLoss, type LossKey } from './digit-losses.js'
import { fewestPartDigits, type Identifier, identifierOf, longestIdentifier } from './identifier.js'
import { dropPosting, type Postings, putPosting } from './postings.js'

/** Identifiers of open items; made, changed and asked through functions only. @category model @since 0.1.0 */
export interface IdentifierIndex {
  readonly byAlnum: Map<string, Identifier>
  readonly byItem: Map<string, Array<Identifier>>
  /** By the key of letters and digits, of identifiers with letters. */
  readonly byKey: Postings
  readonly byCore: Postings
  readonly byBare: Postings
  readonly byEnding: Postings
  /** By the digits less any one; holds what `waiting` does not. */
  readonly byLoss: Postings<LossKey>
  readonly waiting: Set<Identifier>
  /** How many begin with these three digits, leading zeros aside. */
  readonly beginnings: Map<string, number>
  readonly counts: IdentifierCounts
  /** What `commonLengths` found, until the index changes. */
  common: ReadonlyArray<number> | undefined
}

/** How many identifiers there are of each kind and length in digits; an array has a place for each length. */
export interface IdentifierCounts {
  readonly bare: Int32Array
  readonly digits: Int32Array
  /** Each form of digits, with and without leading zeros, counted once. */
  readonly forms: Int32Array
  readonly fourEndings: Int32Array
  /** By the length of the key of identifiers with letters. */
  readonly keys: Int32Array
  /** By first and by last character of identifiers with letters; place 0 holds all beyond ASCII. */
  readonly first: Int32Array
  readonly last: Int32Array
}

/** An index of no items. @category model @since 0.1.0 */
export const emptyIdentifierIndex = (): IdentifierIndex => ({
  byAlnum: new Map(),
  byItem: new Map(),
  byKey: new Map(),
  byCore: new Map(),
  byBare: new Map(),
  byEnding: new Map(),
  byLoss: new Map(),
  waiting: new Set(),
  beginnings: new Map(),
  counts: {
    bare: new Int32Array(longestIdentifier + 2),
    digits: new Int32Array(longestIdentifier + 2),
    forms: new Int32Array(longestIdentifier + 2),
    fourEndings: new Int32Array(1),
    keys: new Int32Array(longestIdentifier + 1),
    first: new Int32Array(128),
    last: new Int32Array(128),
  },
  common: undefined,
})

/**
 * Put in an open item with its identifiers, or further identifiers of an item that is in. Changes the index it is
 * given. Texts without a letter or digit, and of more than 64, are not searched for; one said twice counts once.
 *
 * @param texts - document number, purchase order, delivery note, payment reference …
 * @law adding and taking out leaves the index as if built afresh
 * @example
 * const index = emptyIdentifierIndex()
 * addIdentifiers(index, 'inv-1', ['INV-2025-000123', 'PO 4500012'])
 * mentionsIn('your order 4500012', index).mentions.map(({ how, candidates }) => [how, candidates]) // => [['digits', ['inv-1']]]
 * @category model
 * @since 0.1.0
 */
export const addIdentifiers = (index: IdentifierIndex, item: string, texts: Iterable<string>): void => {
  const held = index.byItem.get(item) ?? []
  for (const text of texts) {
    const read = identifierOf(text)
    if (read === undefined) continue
    const known = index.byAlnum.get(read.alnum)
    if (known?.items.has(item) === true) continue
    const identifier = known ?? read
    if (known === undefined) enter(index, identifier)
    identifier.items.add(item)
    held.push(identifier)
  }
  if (held.length > 0) index.byItem.set(item, held)
}

/** Take out an item that is no longer open, with all its identifiers; nothing happens if it is not in. @category model @since 0.1.0 */
export const removeIdentifiers = (index: IdentifierIndex, item: string): void => {
  for (const identifier of index.byItem.get(item) ?? []) {
    identifier.items.delete(item)
    if (identifier.items.size === 0) leave(index, identifier)
  }
  index.byItem.delete(item)
}

/**
 * Whether one slip could lead from a number to an identifier at all. A slip behind the third digit leaves the first
 * three as they are; one before leaves the last five, if there are nine. Shorter numbers are not turned away.
 */
export const mayBeSlip = (index: IdentifierIndex, bare: string): boolean =>
  bare.length < 9 || index.beginnings.has(bare.slice(0, 3)) || index.byEnding.has(bare.slice(-fewestPartDigits))

/** Identifiers that came since the last question about slips are entered. */
export const enterWaiting = (index: IdentifierIndex): void => {
  if (index.waiting.size === 0) return
  for (const identifier of index.waiting)
    eachLoss(identifier.bare, (loss) => putPosting(index.byLoss, loss, identifier))
  index.waiting.clear()
}

/** The four lengths in digits that most identifiers have, of five or more; of equally common ones the longer first. */
export const commonLengths = (index: IdentifierIndex): ReadonlyArray<number> =>
  (index.common ??= Array.from(index.counts.forms, (held, length) => ({ held, length }))
    .filter(({ held, length }) => held > 0 && length >= fewestPartDigits)
    .sort((a, b) => b.held - a.held || b.length - a.length)
    .slice(0, 4)
    .map(({ length }) => length))

const enter = (index: IdentifierIndex, identifier: Identifier): void => {
  index.byAlnum.set(identifier.alnum, identifier)
  for (const [postings, key] of keysOf(index, identifier)) putPosting(postings, key, identifier)
  if (seeksSlips(identifier)) index.waiting.add(identifier)
  count(index, identifier, 1)
}

const leave = (index: IdentifierIndex, identifier: Identifier): void => {
  index.byAlnum.delete(identifier.alnum)
  for (const [postings, key] of keysOf(index, identifier)) dropPosting(postings, key, identifier)
  if (seeksSlips(identifier) && !index.waiting.delete(identifier))
    eachLoss(identifier.bare, (loss) => dropPosting(index.byLoss, loss, identifier))
  count(index, identifier, -1)
}

const hasLetters = (identifier: Identifier): boolean => identifier.alnum !== identifier.digits

/** Whether numbers one slip away are taken for it. */
export const seeksSlips = (identifier: Identifier): boolean =>
  identifier.bare.length >= fewestPartDigits && !identifier.selfChecking

function* keysOf(index: IdentifierIndex, identifier: Identifier): Generator<readonly [Postings, string]> {
  const { digits } = identifier
  if (hasLetters(identifier)) yield [index.byKey, identifier.key]
  if (identifier.core !== '') yield [index.byCore, identifier.core]
  if (digits !== '') yield [index.byBare, identifier.bare]
  if (identifier.lastFour !== '') yield [index.byEnding, identifier.lastFour]
  for (let length = fewestPartDigits; length < digits.length; length += 1)
    yield [index.byEnding, digits.slice(digits.length - length)]
}

const place = (code: number): number => (code < 128 ? code : 0)

const count = (index: IdentifierIndex, identifier: Identifier, by: number): void => {
  const { counts } = index
  const { alnum, digits, bare } = identifier
  const more = (array: Int32Array, at: number): void => {
    array[at] = (array[at] as number) + by
  }
  if (hasLetters(identifier)) {
    more(counts.keys, identifier.key.length)
    more(counts.first, place(alnum.charCodeAt(0)))
    more(counts.last, place(alnum.charCodeAt(alnum.length - 1)))
  }
  if (identifier.lastFour !== '') more(counts.fourEndings, 0)
  if (digits === '') return
  const beginning = bare.slice(0, 3)
  const begin = (index.beginnings.get(beginning) ?? 0) + by
  if (begin === 0) index.beginnings.delete(beginning)
  else index.beginnings.set(beginning, begin)
  index.common = undefined
  more(counts.bare, bare.length)
  more(counts.digits, digits.length)
  more(counts.forms, digits.length)
  if (bare !== digits) more(counts.forms, bare.length)
}
