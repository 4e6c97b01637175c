import { describe, expect, it } from 'vitest'
import {
  addIdentifiers,
  emptyIdentifierIndex,
  isOneSlip,
  mentionsIn,
  mostMentions,
  removeIdentifiers,
} from '../../../src/index.js'
import { bookOf, said } from './books.js'

const book = bookOf(['INV-2025-000123', 'INV-2025-000987', '1930567021', '1930570986', '0280670965'])

describe('what a text says of open items', () => {
  it.each([
    ['inv-2025-000123', 'exact', 'INV-2025-000123'],
    ['INV 2025 000123', 'exact', 'INV-2025-000123'],
    ['INV2025000123', 'exact', 'INV-2025-000123'],
    ['2025/000123', 'digits', 'INV-2025-000123'],
    ['RECHNUNG1930567021', 'digits', '1930567021'],
    ['1930567021', 'exact', '1930567021'],
    ['193 056 7021', 'exact', '1930567021'],
    ['280670965', 'digits', '0280670965'],
    ['no. 0567021', 'suffix', '1930567021'],
    ['no. 000123', 'suffix', 'INV-2025-000123'],
    ['no. 000070986', 'suffix', '1930570986'],
    ['2930567021', 'edit1', '1930567021'],
    ['9130567021', 'edit1', '1930567021'],
    ['031219305670214500', 'glued', '1930567021'],
    ['1930567012', 'edit1', '1930567021'],
    ['193056702', 'edit1', '1930567021'],
    ['19305670921', 'edit1', '1930567021'],
    ['1930567621', 'edit1', '1930567021'],
    ['１９３０５６７０２１', 'exact', '1930567021'],
    ['193O567O2l', 'digits', '1930567021'],
    ['l93O567O21', 'digits', '1930567021'],
  ])('%s is found as %s', (text, how, item) => {
    expect(said(text, book)).toEqual([[how, [item]]])
  })

  it('letters read as digits are counted as edits', () => {
    expect(mentionsIn('193O567O21', book).mentions.map(({ edits }) => edits)).toEqual([2])
    expect(mentionsIn('1930567012', book).mentions.map(({ edits }) => edits)).toEqual([1])
    expect(mentionsIn('1930567021', book).mentions.map(({ edits }) => edits)).toEqual([0])
  })

  it('a letter in front of a number is not read as its first digit while the number stands by itself', () => {
    expect(said('PO1930567021', book)).toEqual([['digits', ['1930567021']]])
    expect(said('I1234567', bookOf(['1234567', '11234567']))).toEqual([['digits', ['1234567']]])
  })

  it('glued numbers and glued endings are each found', () => {
    expect(said('280670965193057098619305670211', book).map(([how, items]) => [how, ...items])).toEqual([
      ['glued', '0280670965'],
      ['glued', '1930570986'],
      ['glued', '1930567021'],
    ])
    expect(said('PO4504419948' + '0567021' + '0570986', book).map(([how, items]) => [how, ...items])).toEqual([
      ['glued', '1930567021'],
      ['glued', '1930570986'],
    ])
  })

  it('glued endings are read at the length of which most stand side by side', () => {
    const cut = bookOf(['1930583383', '1930584834', '1930584836'])
    expect(mentionsIn('058338305848340584836', cut).mentions.map(({ raw }) => raw)).toEqual([
      '0583383',
      '0584834',
      '0584836',
    ])
  })

  it('five digits inside a longer run are an ending only beside another', () => {
    expect(said('9967021999', book)).toEqual([])
    expect(said('996702170986', book).map(([how, items]) => [how, ...items])).toEqual([
      ['glued', '1930567021'],
      ['glued', '1930570986'],
    ])
  })

  it('the last group of a number in groups is found from four digits on', () => {
    expect(said('no. 0042', bookOf(['SI-2025-0042', 'SI-99-0043']))).toEqual([['suffix', ['SI-2025-0042']]])
    expect(said('no. 0042', bookOf(['SI20250042']))).toEqual([])
    expect(said('no. 001042', bookOf(['SI-2025-1042']))).toEqual([['suffix', ['SI-2025-1042']]])
  })

  it('letters are read as digits only in words of three digits or more', () => {
    expect(said('1OO12', bookOf(['10012']))).toEqual([['digits', ['10012']]])
    expect(said('IOO12', bookOf(['10012']))).toEqual([])
  })

  it('a letter and its accent are one letter', () => {
    expect(said('e\u0301-12345', bookOf(['É-12345', 'E-12345']))).toEqual([['exact', ['É-12345']]])
  })

  it('a mistyped number between glued ones is found between them', () => {
    expect(said('193057098619305670121930570986', book)).toEqual([
      ['glued', ['1930570986']],
      ['edit1', ['1930567021']],
      ['glued', ['1930570986']],
    ])
  })

  it('every item that a mention may mean is a candidate', () => {
    const orders = emptyIdentifierIndex()
    addIdentifiers(orders, 'b', ['INV-2', 'PO 4500012'])
    addIdentifiers(orders, 'a', ['INV-1', 'PO-4500012'])
    addIdentifiers(orders, 'c', ['INV-3', '9994500012'])
    expect(said('your order 4500012', orders)).toEqual([['digits', ['a', 'b']]])
    expect(said('no. 00012', orders)).toEqual([['suffix', ['a', 'b', 'c']]])
    expect(said('4500072', orders)).toEqual([['edit1', ['a', 'b']]])
  })

  it('an identifier that begins another is outdone by it only where the other stands', () => {
    const prefixes = bookOf(['1234', '12345', '123456'])
    expect(said('123456 12345 1234', prefixes)).toEqual([
      ['exact', ['123456']],
      ['exact', ['12345']],
      ['exact', ['1234']],
    ])
  })

  it('short identifiers are found only as words of their own', () => {
    const short = bookOf(['R1', '7', 'INV-12'])
    expect(said('payment R1', short)).toEqual([['exact', ['R1']]])
    expect(said('no. 7', short)).toEqual([['exact', ['7']]])
    expect(said('inv 12', short)).toEqual([['exact', ['INV-12']]])
    expect(said('A7 77 12 R12', short)).toEqual([])
  })

  it('letters between digits count, what stands around them does not', () => {
    const mixed = bookOf(['SI-12B0077', 'KONTO'])
    expect(said('12B0077', mixed)).toEqual([['digits', ['SI-12B0077']]])
    expect(said('RG12B77X', mixed)).toEqual([['digits', ['SI-12B0077']]])
    expect(said('Konto', mixed)).toEqual([['exact', ['KONTO']]])
  })

  it('what was settled is no longer named', () => {
    const changing = bookOf(['1930567021', '1930567022'])
    expect(said('1930567012', changing)).toEqual([['edit1', ['1930567021', '1930567022']]])
    removeIdentifiers(changing, '1930567022')
    expect(said('1930567012 1930567022', changing)).toEqual([
      ['edit1', ['1930567021']],
      ['edit1', ['1930567021']],
    ])
  })

  it('nothing is named by an empty text, by symbols, or in an empty book', () => {
    for (const text of ['', ' ', '😀👩‍👩‍👧‍👦', '\u0000\uD800', '+++---///', 'e\u0301'])
      expect(mentionsIn(text, book)).toEqual({ mentions: [], truncated: false })
    expect(mentionsIn('1930567021', emptyIdentifierIndex())).toEqual({ mentions: [], truncated: false })
  })

  it('symbols around a mention leave its place right', () => {
    const text = '😀 Überweisung e\u0301 №：1930567021 ✓'
    const [mention] = mentionsIn(text, book).mentions
    expect(text.slice(mention?.span.start, mention?.span.end)).toBe('1930567021')
  })
})

describe('large and hostile input', () => {
  const numbers = Array.from({ length: 5000 }, (_, at) => String(100_000_000 + at))
  const thousands = bookOf(numbers)

  it('among thousands of numbers one after another a slip names all that it may mean', () => {
    const [mention] = mentionsIn('10000123', thousands).mentions
    expect(mention?.how).toBe('edit1')
    expect(mention?.candidates).toEqual(numbers.filter((number) => isOneSlip('10000123', number)))
    expect(mention?.candidates.length).toBeGreaterThan(20)
    expect(said('100001234', thousands)).toEqual([['exact', ['100001234']]])
  })

  it('mentions beyond the limit are cut, and it is said', () => {
    const text = '100001234,100002345;'.repeat(25_000)
    const { mentions, truncated } = mentionsIn(text, thousands)
    expect([mentions.length, truncated]).toEqual([mostMentions, true])
  })

  const filled = (part: string, length: number): string => part.repeat(Math.ceil(length / part.length))

  it.each([
    ['digits', '1234567890'],
    ['creditor references', 'RF18 5390 '],
  ])('a megabyte of %s is read to its end', (_, part) => {
    expect(said(`${filled(part, 1_000_000)}\n100001234`, thousands).at(-1)).toEqual(['exact', ['100001234']])
  })

  it.each([
    ['one digit and a gap', '1 2 3 '],
    ['letters that look like digits', '1O1Il0O1 '],
    ['accents', 'a\u0301\u0323'],
    ['accents alone', '\u0301\u0323'],
    ['emoji', '😀1'],
    ['ends of lines', '1\n'],
  ])('a long text of %s is read to its end', (_, part) => {
    expect(said(`${filled(part, 100_000)}\n100001234`, thousands).at(-1)).toEqual(['exact', ['100001234']])
  })

  it('a run of more digits than any remittance has is read in part, and it is said', () => {
    expect(mentionsIn('7'.repeat(2001), thousands)).toEqual({ mentions: [], truncated: true })
    expect(mentionsIn('7'.repeat(2000), thousands).truncated).toBe(false)
  })
})
