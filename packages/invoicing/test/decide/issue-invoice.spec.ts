import { decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { netDays, type PaymentTerms } from '../../src/index.js'
import { day, decide, factsOf, invoiceFact, issue } from '../room.js'

const unusable: PaymentTerms = { id: 'none', version: 1, parts: [] }

describe('issuing an invoice', () => {
  it('puts it on the ledger with its totals and its due day', () => {
    const tax = { category: 'S', ratePercent: decimal('19') }
    const [fact] = factsOf(decide([], { ...issue, lines: [{ netMinor: 100_00, tax }], terms: netDays(30) }))
    expect(fact).toMatchObject({
      _tag: 'InvoiceIssued',
      on: '2026-01-10',
      totals: { netMinor: 100_00, taxMinor: 19_00, grossMinor: 119_00, payableMinor: 119_00 },
      instalments: [{ no: 1, dueOn: '2026-02-09', amountMinor: 119_00 }],
      terms: { id: 'net-30' },
    })
  })

  it('without terms is due on its own date', () => {
    expect(invoiceFact().instalments).toEqual([{ no: 1, dueOn: '2026-01-10', amountMinor: 100_00 }])
  })

  it('takes a due day given outright over the terms', () => {
    expect(invoiceFact({ terms: netDays(30), dueOn: day('2026-01-12') }).instalments).toEqual([
      { no: 1, dueOn: '2026-01-12', amountMinor: 100_00 },
    ])
  })

  it('counts from the delivery where the terms say so', () => {
    const terms: PaymentTerms = {
      ...netDays(10),
      parts: [{ share: { _tag: 'Balance' }, due: { base: 'delivery-date', days: 10 } }],
    }
    expect(invoiceFact({ terms, deliveredOn: day('2026-01-20') }).instalments[0]?.dueOn).toBe('2026-01-30')
  })

  it('may be due before its date only where an import says so', () => {
    const early = { ...issue, dueOn: day('2026-01-09') }
    expect(decide([], early)).toMatchObject({
      left: { _tag: 'DueBeforeIssue', dueOn: '2026-01-09', issuedOn: '2026-01-10' },
    })
    expect(factsOf(decide([], { ...early, dueBeforeIssue: 'accept' }))).toHaveLength(1)
  })

  it('may come to nothing, but not below', () => {
    expect(factsOf(decide([], { ...issue, prepaidMinor: 100_00 }))).toMatchObject([{ totals: { payableMinor: 0 } }])
    expect(decide([], { ...issue, prepaidMinor: 100_01 })).toMatchObject({
      left: { _tag: 'InvalidDocument', field: 'lines' },
    })
  })

  it('needs a number that is free', () => {
    expect(decide([], { ...issue, documentId: '' })).toMatchObject({
      left: { _tag: 'InvalidDocument', field: 'documentId' },
    })
    expect(decide([invoiceFact()], issue)).toMatchObject({
      left: { _tag: 'DocumentAlreadyIssued', documentId: 'INV-1' },
    })
  })

  it.each([
    ['a currency that is none', { currency: 'EURO' }, 'currency'],
    ['no line', { lines: [] }, 'lines'],
    ['a line with neither amount nor price', { lines: [{}] }, 'lines[0]'],
    [
      'a line with an amount and a price',
      { lines: [{ netMinor: 1, quantity: decimal('1'), unitPrice: decimal('1') }] },
      'lines[0]',
    ],
    ['half a minor unit', { lines: [{ netMinor: 0.5 }] }, 'lines[0].netMinor'],
    [
      'a negative tax',
      { lines: [{ netMinor: 1, tax: { category: 'S', ratePercent: decimal('-1') } }] },
      'lines[0].tax',
    ],
    [
      'a tax without category',
      { lines: [{ netMinor: 1, tax: { category: '', ratePercent: decimal('1') } }] },
      'lines[0].tax',
    ],
    ['a credit of half a line', { lines: [{ netMinor: 1, creditsLineNo: 0.5 }] }, 'lines[0].creditsLineNo'],
    ['a negative allowance', { allowances: [{ amountMinor: -1 }] }, 'allowances[0]'],
    ['a percent of nothing named', { charges: [{ percent: decimal('5') }] }, 'charges[0]'],
    [
      'an allowance with a negative tax',
      { allowances: [{ amountMinor: 1, tax: { category: 'S', ratePercent: decimal('-1') } }] },
      'allowances[0].tax',
    ],
    ['half a minor unit prepaid', { prepaidMinor: 0.5 }, 'prepaidMinor'],
    ['half a minor unit of rounding', { roundingMinor: 0.5 }, 'roundingMinor'],
    ['sums beyond the safe range', { lines: [{ netMinor: Number.MAX_SAFE_INTEGER }] }, 'lines'],
    [
      'prices beyond the safe range',
      { lines: [{ quantity: decimal('99999999999999'), unitPrice: decimal('99999999999999') }] },
      'lines[0]',
    ],
  ])('refuses %s and says where', (_, parts, field) => {
    expect(decide([], { ...issue, ...parts })).toMatchObject({
      left: { _tag: 'InvalidDocument', documentId: 'INV-1', field },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const known = [invoiceFact()]
    const dueOn = day('2026-01-09')
    expect(decide(known, { ...issue, lines: [], terms: unusable, dueOn })).toMatchObject({
      left: { _tag: 'InvalidDocument' },
    })
    expect(decide(known, { ...issue, terms: unusable })).toMatchObject({ left: { _tag: 'InvalidTerms' } })
    expect(decide(known, { ...issue, dueOn })).toMatchObject({ left: { _tag: 'DocumentAlreadyIssued' } })
    expect(decide([], { ...issue, dueOn })).toMatchObject({ left: { _tag: 'DueBeforeIssue' } })
  })
})
