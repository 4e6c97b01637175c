import { describe, expect, it } from 'vitest'
import { fullScore, normalReference, referenceScore } from '../../../src/index.js'

describe('scores of references', () => {
  it.each([
    ['INV10023', 'INV10023', 100_00],
    ['INV10023', 'INV10032', 75_00],
    ['INV10023', '10023', 62_50],
    ['INV10023', 'INV1002', 87_50],
    ['abc', 'ABD', 66_67],
    ['A', 'B', 0],
  ])('%s and %s', (one, other, score) => {
    expect(referenceScore(one, other)).toBe(score)
  })

  it('prefix, separators and leading zeros are taken off in this order', () => {
    const strip = { prefixes: ['INV-'], separators: true, leadingZeros: true }
    expect(normalReference('INV-000451', strip)).toBe('451')
    expect(normalReference('451', strip)).toBe('451')
    expect(referenceScore('INV-000451', '451', strip)).toBe(fullScore)
    expect(normalReference('inv-00-0451/A', { ...strip, suffixes: ['/a'] })).toBe('451')
    expect(normalReference('INV 0451', strip)).toBe('INV0451')
    expect(normalReference('INV-000', strip)).toBe('0')
    expect(normalReference('ＩＮＶ－４５１')).toBe('INV-451')
  })

  it('a reference that is missing scores nothing, also against another that is missing', () => {
    expect(referenceScore('', '')).toBe(0)
    expect(referenceScore('', 'INV1')).toBe(0)
    expect(referenceScore('INV-', 'INV-', { prefixes: ['INV-'] })).toBe(0)
  })

  it('a text too long for a reference scores only if it is equal', () => {
    const long = 'x'.repeat(257)
    expect(referenceScore(long, long)).toBe(fullScore)
    expect(referenceScore(long, `${long.slice(1)}y`)).toBe(0)
    expect(referenceScore('x'.repeat(256), `${'x'.repeat(255)}y`)).toBe(99_61)
  })
})
