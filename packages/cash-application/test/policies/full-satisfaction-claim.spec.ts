import { describe, expect, it } from 'vitest'
import { fullSatisfactionClaim } from '../../src/index.js'

describe('a claim that a payment settles everything', () => {
  it.each([
    ['Paid in full', 'Paid in full'],
    ['cheque 17, tendered in FULL SATISFACTION of all invoices', 'FULL SATISFACTION'],
    ['INV-1 full-and-final', 'full-and-final'],
    ['Zum vollständigen Ausgleich der Rechnung', 'Zum vollständigen Ausgleich'],
    ['ZUR VOLLSTAENDIGEN ERLEDIGUNG', 'ZUR VOLLSTAENDIGEN ERLEDIGUNG'],
    ['\uFF30\uFF21\uFF29\uFF24 in full', 'PAID in full'],
    ['in full and final settlement', 'full and final'],
    ['pour solde de tout compte', 'solde de tout compte'],
  ])('%s', (text, claim) => {
    expect(fullSatisfactionClaim(text)).toBe(claim)
  })

  it("is found by a list of one's own, in which marks between words do not count", () => {
    const own = ['all (square)', '', '?']
    expect(fullSatisfactionClaim('Now ALL  SQUARE', own)).toBe('ALL  SQUARE')
    expect(fullSatisfactionClaim('paid in full?', own)).toBeUndefined()
  })

  it.each(['', 'full payment of INV-1', 'unpaid in fullness', 'PAID INV 4711', 'satisfaction survey'])(
    'is not made by %j',
    (text) => {
      expect(fullSatisfactionClaim(text)).toBeUndefined()
    },
  )
})
