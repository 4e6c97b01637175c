import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addIdentifiers, emptyIdentifierIndex, evidenceByItem, mentionsIn } from '../../../src/index.js'
import { bookOf, books, inItself, linesAbout } from './books.js'

const cases = books.chain((book) =>
  fc.record({
    book: fc.constant(book),
    lines: fc.array(linesAbout(book), { minLength: 1, maxLength: 5 }),
  }),
)

describe('what a text says item by item', () => {
  it('repeating a mention adds no evidence', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ book, lines }, at) => {
        const index = bookOf(book)
        const again = [...lines, lines[at % lines.length] as string]
        expect(evidenceByItem(mentionsIn(again.join('\n'), index).mentions)).toEqual(
          evidenceByItem(mentionsIn(lines.join('\n'), index).mentions),
        )
      }),
    )
  })

  it('permuting the lines of a remittance changes no evidence', () => {
    const permuted = cases.chain(({ book, lines }) =>
      fc.record({
        book: fc.constant(book),
        lines: fc.constant(lines),
        other: fc.shuffledSubarray(lines, { minLength: lines.length }),
      }),
    )
    fc.assert(
      fc.property(permuted, ({ book, lines, other }) => {
        const index = bookOf(book)
        expect(evidenceByItem(mentionsIn(other.join('\n'), index).mentions)).toEqual(
          evidenceByItem(mentionsIn(lines.join('\n'), index).mentions),
        )
      }),
    )
  })

  it('taking a line out leaves every other mention as it was', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ book, lines }, at) => {
        const index = bookOf(book)
        const all = lines.flatMap((line) => mentionsIn(line, index).mentions.map(inItself))
        expect(mentionsIn(lines.join('\r\n'), index).mentions.map(inItself)).toEqual(all)
        const left = lines.filter((_, place) => place !== at % lines.length)
        expect(mentionsIn(left.join('\n'), index).mentions.map(inItself)).toEqual(
          left.flatMap((line) => mentionsIn(line, index).mentions.map(inItself)),
        )
      }),
    )
  })

  it('a mention that means one item alone says more than an unlikelier one that means two', () => {
    const index = emptyIdentifierIndex()
    addIdentifiers(index, 'a', ['1930567021', 'PO 4500012345'])
    addIdentifiers(index, 'b', ['PO 4500012345'])
    expect(
      evidenceByItem(mentionsIn('4500012345 67021', index).mentions).map(({ item, how, among }) => [item, how, among]),
    ).toEqual([
      ['a', 'suffix', 1],
      ['b', 'digits', 2],
    ])
  })

  it('an item is listed once, by its narrowest mention', () => {
    const index = bookOf(['1930567021', '1930667021', '2000067021'])
    expect(
      evidenceByItem(mentionsIn('67021 1930567021 67021', index).mentions).map(({ item, how, among }) => [
        item,
        how,
        among,
      ]),
    ).toEqual([
      ['1930567021', 'exact', 1],
      ['1930667021', 'suffix', 3],
      ['2000067021', 'suffix', 3],
    ])
  })
})
