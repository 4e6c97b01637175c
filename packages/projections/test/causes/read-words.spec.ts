import { describe, expect, it } from 'vitest'
import { causeWords, readWords, shippedCauses } from '../../src/index.js'

describe('words of a reason', () => {
  it('speak of the cause whose phrase is in them, whatever stands between the words', () => {
    expect(readWords(causeWords, 'Unit PRICE, wrong')).toBe('pricing_error')
    expect(readWords(causeWords, 'no_invoice')).toBe('invoice_not_received')
    expect(readWords(causeWords, 'the wall is priceless')).toBeUndefined()
  })

  it('a longer phrase covers the shorter ones in it', () => {
    expect(readWords(causeWords, 'goods not received')).toBe('shortage')
    expect(readWords(causeWords, 'short of cash')).toBe('customer_cash_flow')
    expect(readWords(causeWords, 'shipped short')).toBe('shortage')
  })

  it('that speak of several causes, or of none, say nothing', () => {
    expect(readWords(causeWords, 'price and freight')).toBeUndefined()
    expect(readWords(causeWords, 'price, pricing, priced')).toBe('pricing_error')
    expect(readWords(causeWords, '')).toBeUndefined()
  })

  it('of the library all name causes of the taxonomy', () => {
    const known = new Set(shippedCauses.causes.map(({ cause }) => cause))
    for (const [phrase, cause] of Object.entries(causeWords.causes)) {
      expect(known).toContain(cause)
      expect([phrase, readWords(causeWords, phrase)]).toEqual([phrase, cause])
    }
  })
})
