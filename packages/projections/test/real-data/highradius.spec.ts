import { formatMinor } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { addFacts, agingReport, emptyLedgerView } from '../../src/index.js'
import { type Expected, figuresOn, isThere, on, textOf } from './expected-figures.js'
import { highradiusBook } from './ledger-files.js'

interface ExpectedHighradius extends Expected {
  readonly dueBeforePosting: number
  readonly topExposure: ReadonlyArray<{
    readonly customer: string
    readonly open: Readonly<Record<string, string>>
    readonly invoices: number
  }>
}

const ledger = 'invoices/highradius-open/open-items.csv.gz'
const answers = 'expected/invoices/highradius-open.json'
const there = isThere(ledger) && isThere(answers)

describe.skipIf(!there)(`the HighRadius ledger of open items (needs ../shared/data/${ledger})`, () => {
  const expected = there ? (JSON.parse(textOf(answers)) as ExpectedHighradius) : undefined
  const view = emptyLedgerView()
  if (there) addFacts(view, highradiusBook(textOf(ledger)).facts)
  const lastDay = '2020-07-31'

  it('holds all invoices of all customers, also those due before they were posted', () => {
    expect(view.subjects).toHaveLength(expected?.invoices ?? 0)
    expect(new Set(view.subjects.map(({ customer }) => customer)).size).toBe(expected?.customers)
    const early = view.subjects.filter(({ on: posted, instalments }) => (instalments[0]?.dueOn ?? posted) < posted)
    expect(early).toHaveLength(expected?.dueBeforePosting ?? 0)
  })

  it.each(Object.entries(expected?.asOf ?? {}))('has the billed, open and aged amounts of %s', (day, figures) => {
    expect(figuresOn(view, day)).toEqual(figures)
  })

  it('knows who owes most', () => {
    const { customers, rows } = agingReport(view, on(lastDay))
    for (const { customer, open, invoices } of expected?.topExposure ?? []) {
      const own = customers.find((one) => one.customer === customer)?.currencies ?? []
      expect(
        Object.fromEntries(own.map(({ currency, totalMinor }) => [currency, formatMinor(totalMinor, currency)])),
      ).toEqual(open)
      expect(rows.filter((row) => row.customer === customer)).toHaveLength(invoices)
    }
  })
})
