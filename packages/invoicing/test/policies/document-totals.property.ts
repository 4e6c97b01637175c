import { decimal, keyedGet } from '@quittance/kernel'
import { documentDrafts } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  creditableMinor,
  documentTotals,
  type DraftDocument,
  lineTax,
  sameTax,
  type WorkedDocument,
} from '../../src/index.js'
import { day, decide, factsOf, issue, stateOf } from '../room.js'

const worked = (draft: DraftDocument): WorkedDocument => {
  const result = documentTotals(draft)
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

/** A note that takes back every line, allowance and charge as they were worked out. */
const fullCredit = (draft: DraftDocument, invoice: WorkedDocument): DraftDocument => ({
  ...draft,
  documentId: 'CN-1',
  lines: invoice.lines.map(({ lineNo, netMinor, tax }) => ({ netMinor, tax, creditsLineNo: lineNo })),
  allowances: invoice.allowances,
  charges: invoice.charges,
})

describe('documentTotals', () => {
  it('an invoice and its full credit note cancel in net, each tax group and gross', () => {
    fc.assert(
      fc.property(documentDrafts, (draft) => {
        const invoice = worked(draft)
        fc.pre(invoice.totals.grossMinor > 0)
        const note = worked(fullCredit(draft, invoice))
        expect(note.totals).toEqual(invoice.totals)
        expect(note.taxGroups).toEqual(invoice.taxGroups)

        const issued = factsOf(decide([], { ...issue, ...draft, documentId: 'INV-1' }))
        const credited = factsOf(
          decide(
            issued,
            {
              ...fullCredit(draft, invoice),
              _tag: 'IssueCreditNote',
              on: day('2026-01-12'),
              reason: 'all of it',
              precedingId: 'INV-1',
            },
            { 'INV-1': { openMinor: invoice.totals.payableMinor } },
          ),
        )
        const record = keyedGet(stateOf([...issued, ...credited]).documents, 'INV-1')
        expect(record === undefined ? undefined : creditableMinor(record)).toBe(0)
        for (const group of record?.taxGroups ?? [])
          expect([group.creditedBaseMinor, group.creditedTaxMinor]).toEqual([group.baseMinor, group.taxMinor])
      }),
    )
  })

  it('is odd: lines taken back give the same totals with the other sign', () => {
    fc.assert(
      fc.property(documentDrafts, (draft) => {
        const { lines, ...rest } = draft
        const plain = { ...rest, allowances: [], charges: [] }
        const forwards = worked({ ...plain, lines })
        const back = worked({
          ...plain,
          lines: forwards.lines.map(({ netMinor, tax }) => ({ netMinor: 0 - netMinor, tax })),
        })
        expect(back.totals.taxMinor + forwards.totals.taxMinor).toBe(0)
        expect(back.totals.grossMinor + forwards.totals.grossMinor).toBe(0)
      }),
    )
  })

  it('adds up as EN 16931 says, whatever the draft', () => {
    fc.assert(
      fc.property(
        documentDrafts,
        fc.nat(100),
        fc.integer({ min: -5, max: 5 }),
        (draft, prepaidMinor, roundingMinor) => {
          const { lines, allowances, charges, taxGroups, totals } = worked({ ...draft, prepaidMinor, roundingMinor })
          const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((so, one) => so + one, 0)
          expect(totals.linesMinor).toBe(sum(lines.map(({ netMinor }) => netMinor)))
          expect(totals.netMinor).toBe(
            totals.linesMinor -
              sum(allowances.map(({ amountMinor }) => amountMinor)) +
              sum(charges.map(({ amountMinor }) => amountMinor)),
          )
          expect(totals.netMinor).toBe(sum(taxGroups.map(({ baseMinor }) => baseMinor)))
          expect(totals.taxMinor).toBe(sum(taxGroups.map(({ taxMinor }) => taxMinor)))
          expect(totals.grossMinor).toBe(totals.netMinor + totals.taxMinor)
          expect(totals.payableMinor).toBe(totals.grossMinor - prepaidMinor + roundingMinor)
        },
      ),
    )
  })

  it('has one tax group for one category and rate, however the rate is written', () => {
    fc.assert(
      fc.property(documentDrafts, (draft) => {
        const { taxGroups, lines } = worked(draft)
        for (const [index, group] of taxGroups.entries())
          expect(taxGroups.findIndex((other) => sameTax(other.tax, group.tax))).toBe(index)
        for (const { tax } of lines) expect(taxGroups.some((group) => sameTax(group.tax, tax))).toBe(true)
      }),
    )
  })

  it('rounds tax once for a group by default, and on every line where that is asked for', () => {
    const tax = { category: 'S', ratePercent: decimal('19') }
    const draft: DraftDocument = {
      documentId: 'D',
      currency: 'EUR',
      lines: [
        { netMinor: 13, tax },
        { netMinor: 13, tax },
        { netMinor: 13, tax },
      ],
    }
    expect(worked(draft).totals.taxMinor).toBe(7)
    expect(worked({ ...draft, taxRounding: 'per-line' }).totals.taxMinor).toBe(6)
    expect(lineTax(100_00, tax, decimal('2'))).toBe(18_62)
  })

  it('rounds quantity times price once, to the places of the currency', () => {
    const line = { quantity: decimal('3'), unitPrice: decimal('0.3335') }
    const inCurrency = (currency: string): number =>
      worked({ documentId: 'D', currency, lines: [line] }).totals.netMinor
    expect(['JPY', 'EUR', 'KWD', 'CLF'].map(inCurrency)).toEqual([1, 100, 1001, 10005])
  })
})
