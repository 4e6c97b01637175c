/** Books of open identifiers for the tests, and what a text says of them in few words. */
import * as fc from 'fast-check'
import {
  addIdentifiers,
  emptyIdentifierIndex,
  type IdentifierIndex,
  type Mention,
  mentionsIn,
} from '../../../src/index.js'

/** Each item with one identifier, the item named after it. */
export const bookOf = (identifiers: Iterable<string>): IdentifierIndex => {
  const index = emptyIdentifierIndex()
  for (const identifier of identifiers) addIdentifiers(index, identifier, [identifier])
  return index
}

/** How, and which items, mention by mention. */
export const said = (text: string, index: IdentifierIndex): ReadonlyArray<readonly [string, ReadonlyArray<string>]> =>
  mentionsIn(text, index).mentions.map(({ how, candidates }) => [how, candidates])

/** A mention without what depends on the rest of the text. */
export const inItself = ({ raw, how, candidates, edits }: Mention): string =>
  JSON.stringify([raw, how, candidates, edits])

/** Digits that collide often. */
export const digitsOf = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom('0', '1', '2', '3'), { minLength: least, maxLength: most }).map((list) => list.join(''))

const notZero = fc.constantFrom('1', '2', '3')

/** A number without leading zeros. */
export const numberOf = (least: number, most: number): fc.Arbitrary<string> =>
  fc.tuple(notZero, digitsOf(least - 1, most - 1)).map(([first, rest]) => first + rest)

/** An identifier as sellers write them: bare, with letters before, or in groups. */
export const identifiers: fc.Arbitrary<string> = fc.oneof(
  numberOf(5, 9),
  numberOf(4, 8).map((digits) => `INV-${digits}`),
  fc.tuple(fc.constantFrom('SI', 'R', 'CN'), digitsOf(4, 6)).map(([letters, digits]) => `${letters}1${digits}`),
  fc.tuple(numberOf(4, 4), digitsOf(5, 6)).map(([year, digits]) => `${year}-${digits}`),
  fc.tuple(numberOf(3, 3), digitsOf(3, 4)).map(([one, other]) => `${one}A${other}`),
)

/** A book of at most thirty. */
export const books: fc.Arbitrary<ReadonlyArray<string>> = fc.uniqueArray(identifiers, { minLength: 1, maxLength: 30 })

/** Words that say nothing of numbers. */
export const words: fc.Arbitrary<string> = fc.constantFrom(
  'THANKS',
  'ref',
  'Facture',
  'für',
  'oil',
  'paid 😀',
  '---',
  '№',
  '',
)

/** A line about some of a book: identifiers as they are, cut, mistyped, among other numbers. */
export const linesAbout = (book: ReadonlyArray<string>): fc.Arbitrary<string> => {
  const known = fc.constantFrom(...book)
  const part = fc.oneof(
    { weight: 4, arbitrary: known },
    known.map((identifier) => identifier.replace(/\D/g, '')),
    known.map((identifier) => identifier.slice(-5)),
    fc.tuple(known, fc.nat(12)).map(([identifier, at]) => identifier.slice(0, at) + identifier.slice(at + 1)),
    fc.tuple(known, known).map(([one, other]) => `${one}${other}`),
    digitsOf(1, 12),
    words,
  )
  return fc.array(part, { maxLength: 5 }).map((parts) => parts.join(' '))
}
