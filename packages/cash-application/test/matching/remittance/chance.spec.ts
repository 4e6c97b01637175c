import { describe, expect, it } from 'vitest'
import { mentionsIn } from '../../../src/index.js'
import { bookOf } from './books.js'

const chanceIn = (text: string, book: ReadonlyArray<string>): ReadonlyArray<string> =>
  mentionsIn(text, bookOf(book)).mentions.map(({ how, chance }) => `${how} ${chance.num}/${chance.den}`)

describe('how much a mention could be chance', () => {
  it('in full: numbers of that length in the text, times identifiers of that length, over all such numbers', () => {
    expect(chanceIn('123456', ['123456', '123499', '77777'])).toEqual(['exact 2/900000'])
    expect(chanceIn('123456 and 999999', ['123456', '123499'])).toEqual(['exact 4/900000'])
  })

  it('an ending reaches every longer identifier', () => {
    expect(chanceIn('23456', ['123456', '1239999', '77777'])).toEqual(['suffix 2/100000'])
  })

  it('a slip reaches the neighbours of every identifier of about that length', () => {
    expect(chanceIn('123465', ['123456'])).toEqual(['edit1 59/900000'])
    expect(chanceIn('12345', ['123456'])).toEqual(['edit1 6/90000'])
    expect(chanceIn('9123456', ['1234567'])).toEqual([])
  })

  it('inside a longer run every stretch is a throw', () => {
    expect(chanceIn('9912345699', ['123456'])).toEqual(['glued 5/1000000'])
  })

  it('a number that stands twice is one throw', () => {
    expect(chanceIn('123456 - 123456', ['123456'])).toEqual(['exact 1/900000', 'exact 1/900000'])
  })

  it('letters alone may always be chance', () => {
    expect(chanceIn('alpha', ['ALPHA'])).toEqual(['exact 1/1'])
  })

  it('a mention weighs less the more identifiers there are', () => {
    const few = mentionsIn('1000234', bookOf(['1000234'])).mentions[0]?.chance.num ?? 0n
    const many = mentionsIn('1000234', bookOf(Array.from({ length: 500 }, (_, at) => String(1_000_000 + at)))).mentions
    expect(many[0]?.chance.num).toBe(few * 500n)
  })
})
