import { describe, expect, it } from 'vitest'
import { fullSatisfactionClaim } from '../../src/index.js'

describe('a claim that a payment settles everything', () => {
  it.each([
    ['Paid in full', 'Paid in full'],
    ['cheque 17, tendered in FULL SATISFACTION of all invoices', 'FULL SATISFACTION'],
    ['INV-1 full-and-final', 'full-and-final'],
    ['Zum vollständigen Ausgleich der Rechnung', 'Zum vollständigen Ausgleich'],
    ['pour solde de tout compte', 'solde de tout compte'],
  ])('%s', (text, claim) => {
    expect(fullSatisfactionClaim(text)).toBe(claim)
  })

  it.each(['', 'full payment of INV-1', 'unpaid in fullness', 'PAID INV 4711', 'satisfaction survey'])(
    'is not made by %j',
    (text) => {
      expect(fullSatisfactionClaim(text)).toBeUndefined()
    },
  )
})
