import { decimal, keyedGet } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { InvoicingCommand, InvoicingFact } from '../../src/index.js'
import { day, decide, factsOf, issue, stateOf } from '../room.js'

const usd: InvoicingCommand = { ...issue, currency: 'USD', exchange: { baseCurrency: 'EUR', rate: decimal('0.9') } }
const issued = (): ReadonlyArray<InvoicingFact> => factsOf(decide([], usd))

const credit = (minor: number, parts: object = {}): InvoicingCommand => ({
  _tag: 'IssueCreditNote',
  on: day('2026-01-20'),
  documentId: 'CN-1',
  currency: 'USD',
  lines: [{ netMinor: minor }],
  reason: 'goods returned',
  precedingId: 'INV-1',
  ...parts,
})
const open = { 'INV-1': { openMinor: 100_00, openBaseMinor: 90_00 } }

describe('a document with a value in the base currency', () => {
  it('carries what is payable of it at its rate', () => {
    expect(issued()[0]).toMatchObject({ exchange: { baseCurrency: 'EUR', baseMinor: 90_00, rate: decimal('0.9') } })
    const [prepaid] = factsOf(decide([], { ...usd, prepaidMinor: 40_00 }))
    expect(prepaid).toMatchObject({ exchange: { baseMinor: 54_00 } })
  })

  it('is refused with a value that cannot be', () => {
    expect(decide([], { ...usd, exchange: { baseCurrency: 'EUR' } })).toMatchObject({
      left: { _tag: 'InvalidExchange', problem: 'nothing-stated' },
    })
    expect(decide([], credit(40_00, { exchange: { baseCurrency: 'EUR', baseMinor: 0 } }))).toMatchObject({
      left: { _tag: 'InvalidExchange', field: 'exchange.baseMinor', problem: 'not-positive' },
    })
  })

  it('a wrong value is told after the lines and before a number that is taken', () => {
    const wrong = { ...usd, exchange: { baseCurrency: 'EURO' } }
    expect(decide(issued(), { ...wrong, lines: [{ netMinor: 0.5 }] })).toMatchObject({
      left: { _tag: 'InvalidDocument' },
    })
    expect(decide(issued(), wrong)).toMatchObject({ left: { _tag: 'InvalidExchange' } })
  })

  it('a credit note for it is worth what it was issued at, and realises nothing', () => {
    const facts = [...issued(), ...factsOf(decide(issued(), credit(40_00), open))]
    expect(facts.at(-1)).toMatchObject({
      exchange: { baseCurrency: 'EUR', baseMinor: 36_00 },
      offsetExchange: { sourceBaseMinor: 36_00, clearedBaseMinor: 36_00, realisedBaseMinor: 0 },
    })
    const { documents } = stateOf(facts)
    expect(keyedGet(documents, 'INV-1')?.offsetBaseMinor).toBe(36_00)
    expect(keyedGet(documents, 'CN-1')?.offsetBaseMinor).toBe(36_00)
  })

  it('a credit note with a value of its own realises the difference', () => {
    const stated = credit(40_00, { exchange: { baseCurrency: 'EUR', rate: decimal('1') } })
    expect(factsOf(decide(issued(), stated, open))[0]).toMatchObject({
      offsetExchange: { sourceBaseMinor: 40_00, clearedBaseMinor: 36_00, realisedBaseMinor: 4_00 },
    })
  })

  it('a credit note valued in another base currency is refused', () => {
    const francs = credit(40_00, { exchange: { baseCurrency: 'CHF', rate: decimal('1') } })
    expect(decide(issued(), francs, open)).toMatchObject({
      left: { _tag: 'CurrencyMismatch', expected: 'EUR', got: 'CHF' },
    })
  })
})
