import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addIdentifiers, emptyIdentifierIndex, isOneSlip, mentionsIn, removeIdentifiers } from '../../../src/index.js'
import { bookOf, books, digitsOf, inItself, linesAbout, numberOf, words } from './books.js'

const booksWithText = books.chain((book) => fc.record({ book: fc.constant(book), text: linesAbout(book) }))
const booksWithOne = books.chain((book) => fc.record({ book: fc.constant(book), one: fc.constantFrom(...book) }))

describe('what a text says of open items', () => {
  it('every mention stands in the text where it says', () => {
    fc.assert(
      fc.property(booksWithText, ({ book, text }) => {
        for (const { span, raw, candidates, chance } of mentionsIn(text, bookOf(book)).mentions) {
          expect(text.slice(span.start, span.end)).toBe(raw)
          expect(raw.length).toBeGreaterThan(0)
          expect(candidates).toEqual([...new Set(candidates)].sort())
          expect(candidates.length).toBeGreaterThan(0)
          expect(chance.num > 0n && chance.den > 0n).toBe(true)
        }
      }),
    )
  })

  it('a longer match wins over its own parts', () => {
    fc.assert(
      fc.property(booksWithText, ({ book, text }) => {
        const spans = mentionsIn(text, bookOf(book)).mentions.map(({ span }) => span)
        for (const [at, one] of spans.entries())
          for (const other of spans.slice(at + 1)) {
            expect(one.start <= other.start && other.end <= one.end).toBe(false)
            expect(other.start <= one.start && one.end <= other.end).toBe(false)
          }
      }),
    )
  })

  it('appending words without digits changes no mention', () => {
    fc.assert(
      fc.property(booksWithText, fc.array(words, { maxLength: 4 }), ({ book, text }, noise) => {
        const index = bookOf(book)
        expect(mentionsIn(`${text} ${noise.join(' ')}`, index)).toEqual(mentionsIn(text, index))
      }),
    )
  })

  it('case, separators and zero padding of a mention keep its candidates', () => {
    const gaps = fc.constantFrom('', '-', ' ', '/', '.', '_', '–')
    fc.assert(
      fc.property(booksWithOne, gaps, fc.nat(6), fc.boolean(), ({ book, one }, gap, zeros, small) => {
        const index = bookOf(book)
        const [plain] = mentionsIn(one, index).mentions
        const padded = one.replace(/\d/, (first) => '0'.repeat(zeros) + first).replaceAll('-', gap)
        const [written, ...more] = mentionsIn(small ? padded.toLowerCase() : padded, index).mentions
        expect(written?.candidates).toEqual(plain?.candidates)
        expect(more).toEqual([])
        expect(plain?.candidates).toContain(one)
      }),
    )
  })

  it('a single number names what a search through every identifier names', () => {
    const numbers = fc.uniqueArray(numberOf(6, 6), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(numbers, digitsOf(5, 7), (book, asked) => {
        const named = mentionsIn(`no ${asked}`, bookOf(book)).mentions.flatMap(({ candidates }) => candidates)
        expect([...new Set(named)].sort()).toEqual(searchAll(book, asked))
      }),
      { numRuns: 500 },
    )
  })

  it('a slip anywhere in a long number names it', () => {
    const slipped = numberOf(9, 20).chain((number) =>
      fc.record({
        number: fc.constant(number),
        at: fc.nat(number.length - 1),
        put: fc.constantFrom('', '5', '56', 'swap'),
      }),
    )
    fc.assert(
      fc.property(slipped, fc.uniqueArray(numberOf(9, 12), { maxLength: 20 }), ({ number, at, put }, others) => {
        const swap = (number[at + 1] ?? '') + (number[at] as string) + number.slice(at + 2)
        const wrong = number.slice(0, at) + (put === 'swap' ? swap : put + number.slice(at + 1))
        fc.pre(isOneSlip(wrong, number) && wrong[0] !== '0')
        const { mentions } = mentionsIn(wrong, bookOf([number, ...others]))
        const named = mentions.flatMap(({ candidates }) => candidates)
        // A stronger reading of the wrong number, as another item's, comes first.
        if (mentions.every(({ how }) => how === 'edit1')) expect(named).toContain(number)
        else expect(named.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('adding and taking out leaves the index as if built afresh', () => {
    const steps = fc.array(fc.record({ at: fc.nat(29), out: fc.boolean(), ask: fc.boolean() }), { maxLength: 60 })
    fc.assert(
      fc.property(booksWithText, steps, ({ book, text }, list) => {
        const index = emptyIdentifierIndex()
        const held = new Set<string>()
        for (const { at, out, ask } of list) {
          const item = book[at % book.length] as string
          if (out) removeIdentifiers(index, item)
          else addIdentifiers(index, item, [item, 'PO 4500012', item])
          if (out) held.delete(item)
          else held.add(item)
          if (ask) mentionsIn(text, index)
        }
        const fresh = emptyIdentifierIndex()
        for (const item of held) addIdentifiers(fresh, item, [item, 'PO 4500012'])
        for (const asked of [text, 'PO 4500012 4500021'])
          expect(mentionsIn(asked, index)).toEqual(mentionsIn(asked, fresh))
        for (const item of held) removeIdentifiers(index, item)
        expect(entriesOf(index)).toEqual(entriesOf(emptyIdentifierIndex()))
      }),
    )
  })

  it('the order in which items came makes no difference', () => {
    fc.assert(
      fc.property(booksWithText, ({ book, text }) => {
        const one = mentionsIn(text, bookOf(book)).mentions
        expect(mentionsIn(text, bookOf([...book].reverse())).mentions).toEqual(one)
        expect(one.map(inItself)).toEqual(mentionsIn(text, bookOf([...book].sort())).mentions.map(inItself))
      }),
    )
  })
})

/** By trying every identifier: in full, else by the ending, else glued, else one slip away. */
const searchAll = (book: ReadonlyArray<string>, asked: string): ReadonlyArray<string> => {
  const bare = asked.replace(/^0+(?=.)/, '')
  const ways: ReadonlyArray<(one: string) => boolean> = [
    (one) => one === bare,
    (one) => asked.length < one.length && one.endsWith(asked),
    (one) => bare.length >= 5 && bare.length < one.length && one.endsWith(bare),
    (one) => asked.length > one.length && asked.includes(one),
    (one) => bare.length >= 5 && isOneSlip(bare, one),
  ]
  const way = ways.find((is) => book.some(is))
  return way === undefined ? [] : book.filter(way).sort()
}

/** Everything that an index holds, as plain data. */
const entriesOf = (index: ReturnType<typeof emptyIdentifierIndex>): unknown => ({
  maps: Object.values(index).map((part) => (part instanceof Map || part instanceof Set ? part.size : 0)),
  counts: Object.values(index.counts).map((list: Int32Array) => [...list]),
})
