import { anyMinor, documentDrafts } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { type CreditNoteIssued, type InvoiceIssued, type InvoicingFact, sameTax } from '../../src/index.js'
import { day, decide, factsOf, invoiceFact, issue } from '../room.js'

const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((so, one) => so + one, 0)

interface Ask {
  readonly line: number
  readonly permille: number
  readonly extraMinor: number
  readonly byLine: boolean
}
const asks: fc.Arbitrary<ReadonlyArray<Ask>> = fc.array(
  fc.record({
    line: fc.nat(4),
    permille: fc.constantFrom(1000, 1000, 500, 333, 250, 0),
    extraMinor: fc.constantFrom(0, 0, 1, -1),
    byLine: fc.boolean(),
  }),
  { maxLength: 8 },
)

/** Credit notes are asked for one by one; what is accepted is kept. */
const creditAll = (invoice: InvoiceIssued, wanted: ReadonlyArray<Ask>): ReadonlyArray<CreditNoteIssued> => {
  const facts: Array<InvoicingFact> = [invoice]
  const notes: Array<CreditNoteIssued> = []
  for (const [index, { line, permille, extraMinor, byLine }] of wanted.entries()) {
    const own = invoice.lines[line % invoice.lines.length]
    if (own === undefined) continue
    const answer = decide(facts, {
      _tag: 'IssueCreditNote',
      on: day('2026-01-12'),
      documentId: `CN-${index}`,
      currency: invoice.currency,
      lines: [
        {
          netMinor: Math.floor((own.netMinor * permille) / 1000) + extraMinor,
          tax: own.tax,
          ...(byLine ? { creditsLineNo: own.lineNo } : {}),
        },
      ],
      reason: 'returned',
      precedingId: 'INV-1',
    })
    if (E.isLeft(answer)) continue
    facts.push(...answer.right.facts)
    notes.push(...(answer.right.facts as ReadonlyArray<CreditNoteIssued>))
  }
  return notes
}

describe('the cap on credits', () => {
  it('credited in total <= invoiced, per tax group and per line', () => {
    fc.assert(
      fc.property(documentDrafts, asks, (draft, wanted) => {
        const issued = decide([], { ...issue, ...draft, documentId: 'INV-1' })
        fc.pre(E.isRight(issued))
        const invoice = factsOf(issued)[0] as InvoiceIssued
        const notes = creditAll(invoice, wanted)
        expect(sum(notes.map(({ totals }) => totals.grossMinor))).toBeLessThanOrEqual(invoice.totals.grossMinor)
        for (const { tax, baseMinor, taxMinor } of invoice.taxGroups) {
          const groups = notes.flatMap(({ taxGroups }) => taxGroups.filter((group) => sameTax(group.tax, tax)))
          expect(sum(groups.map((group) => group.baseMinor + group.taxMinor))).toBeLessThanOrEqual(
            Math.max(baseMinor + taxMinor, 0),
          )
        }
        for (const { lineNo, netMinor } of invoice.lines) {
          const lines = notes.flatMap(({ lines: all }) => all.filter(({ creditsLineNo }) => creditsLineNo === lineNo))
          expect(sum(lines.map((line) => line.netMinor))).toBeLessThanOrEqual(netMinor)
        }
      }),
    )
  })

  it('no over-application: nothing is credited, disputed or voided beyond what is there', () => {
    fc.assert(
      fc.property(anyMinor(), anyMinor(200_00), anyMinor(200_00), (openAsked, creditMinor, disputeMinor) => {
        const openMinor = Math.min(Math.max(openAsked, 0), 100_00)
        const standing = { 'INV-1': { openMinor, touched: openMinor < 100_00 } }
        const credited = decide(
          [invoiceFact()],
          {
            _tag: 'IssueCreditNote',
            on: day('2026-01-12'),
            documentId: 'CN-1',
            currency: 'EUR',
            lines: [{ netMinor: creditMinor }],
            reason: 'returned',
            precedingId: 'INV-1',
          },
          standing,
        )
        expect(E.isRight(credited)).toBe(creditMinor > 0 && creditMinor <= 100_00)
        if (E.isRight(credited))
          expect(credited.right.facts).toMatchObject([{ offsetMinor: Math.min(creditMinor, openMinor) }])
        const disputed = decide(
          [invoiceFact()],
          {
            _tag: 'RaiseDispute',
            on: day('2026-01-12'),
            disputeId: 'D',
            documentId: 'INV-1',
            amountMinor: disputeMinor,
          },
          standing,
        )
        expect(E.isRight(disputed)).toBe(disputeMinor > 0 && disputeMinor <= openMinor)
        const voided = decide(
          [invoiceFact()],
          {
            _tag: 'VoidInvoice',
            on: day('2026-01-12'),
            documentId: 'INV-1',
            reason: 'error',
            policy: { voidAllowed: true },
          },
          standing,
        )
        expect(E.isRight(voided)).toBe(openMinor === 100_00)
      }),
    )
  })
})
