import { localDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideInvoicing,
  evolveInvoicing,
  initialInvoicing,
  type InvoicingCommand,
  type InvoicingState,
} from '../../src/index.js'

const on = localDate('2026-01-05')
const context = (state: InvoicingState, grossMinor: number): Parameters<typeof decideInvoicing>[2] => ({
  settlementOf: () => ({
    openMinor: grossMinor - (state.documents.buckets[0]?.['I']?.offsetMinor ?? 0),
    openBaseMinor: 0,
    touched: false,
    reopenedOn: undefined,
  }),
})

const run = (state: InvoicingState, command: InvoicingCommand, grossMinor: number): number => {
  const decided = decideInvoicing(command, state, context(state, grossMinor))
  if (E.isLeft(decided)) throw new Error(JSON.stringify(decided.left))
  let gross = 0
  for (const fact of decided.right.facts) {
    evolveInvoicing(state, fact)
    if ('totals' in fact) gross = fact.totals.grossMinor
  }
  return gross
}

describe('tax on the last credit note', () => {
  it('an invoice can always be credited to nothing, part by part', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 2500 }), (netMinor, rate) => {
        const tax = { category: 'S', ratePercent: { unscaled: rate, scale: 2 } }
        const total = netMinor.reduce((so, part) => so + part, 0)
        const state = initialInvoicing()
        const document = { currency: 'EUR', on } as const
        const gross = run(
          state,
          { _tag: 'IssueInvoice', documentId: 'I', lines: [{ netMinor: total, tax }], ...document },
          0,
        )
        let credited = 0
        for (const [at, part] of netMinor.entries()) {
          const decided = decideInvoicing(
            {
              _tag: 'IssueCreditNote',
              documentId: `C${at}`,
              precedingId: 'I',
              reason: 'return',
              lines: [{ netMinor: part, tax }],
              ...document,
            },
            state,
            context(state, gross),
          )
          if (E.isLeft(decided)) throw new Error(JSON.stringify(decided.left))
          for (const fact of decided.right.facts) {
            evolveInvoicing(state, fact)
            if ('totals' in fact) credited += fact.totals.grossMinor
          }
        }
        expect(credited).toBe(gross)
      }),
    )
  })
})
