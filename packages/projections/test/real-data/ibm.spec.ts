import { formatMinor } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { addFacts, agingReport, emptyLedgerView, type PayerLateness, payerLateness } from '../../src/index.js'
import { type Expected, figuresOn, isThere, on, textOf } from './expected-figures.js'
import { ibmBook, lastDayOf } from './ledger-files.js'

interface Payer {
  readonly customer: string
  readonly fullyPaid: number
  readonly late: number
  readonly avgDaysLate: number
}

interface ExpectedIbm extends Expected {
  readonly lateInvoices: number
  readonly avgDaysLateAllFullyPaid: number
  readonly perCustomer: ReadonlyArray<Payer>
  readonly topLateCustomers: ReadonlyArray<Payer>
  readonly dso: Readonly<Record<string, ReadonlyArray<{ readonly month: string; readonly openAtEnd: string }>>>
}

const ledger = 'invoices/ibm/WA_Fn-UseC_-Accounts-Receivable.csv'
const answers = 'expected/invoices/ibm.json'
const there = isThere(ledger) && isThere(answers)

describe.skipIf(!there)(`the IBM ledger (needs ../shared/data/${ledger})`, () => {
  const expected = there ? (JSON.parse(textOf(answers)) as ExpectedIbm) : undefined
  const view = emptyLedgerView()
  if (there) addFacts(view, ibmBook(textOf(ledger)).facts)
  const lastDay = '2014-12-31'

  it('holds all invoices of all customers', () => {
    const items = view.subjects.filter(({ kind }) => kind === 'item')
    expect(items).toHaveLength(expected?.invoices ?? 0)
    expect(new Set(items.map(({ customer }) => customer)).size).toBe(expected?.customers)
    expect(agingReport(view, on(lastDay)).currencies).toEqual([])
  })

  it.each(Object.entries(expected?.asOf ?? {}))('has the billed, paid, open and aged amounts of %s', (day, figures) => {
    expect(figuresOn(view, day)).toEqual(figures)
  })

  it('has the open balance of every month end', () => {
    const months = expected?.dso['USD'] ?? []
    const open = months.map(({ month }) => {
      const minor = agingReport(view, on(lastDayOf(month))).currencies[0]?.totalMinor ?? 0
      return { month, openAtEnd: formatMinor(minor, 'USD') }
    })
    expect(months).toHaveLength(24)
    expect(open).toEqual(months.map(({ month, openAtEnd }) => ({ month, openAtEnd })))
  })

  it('knows how late every customer paid', () => {
    const ours = new Map(payerLateness(view, on(lastDay)).map((payer) => [payer.customer, payer]))
    expect(ours.size).toBe(expected?.perCustomer.length)
    for (const payer of [...(expected?.perCustomer ?? []), ...(expected?.topLateCustomers ?? [])]) {
      const own = ours.get(payer.customer)
      expect([own?.settled, own?.late]).toEqual([payer.fullyPaid, payer.late])
      expect(averageOf(own)).toBeCloseTo(payer.avgDaysLate, 5)
    }
  })

  it('knows how late all of them paid together', () => {
    const payers = payerLateness(view, on(lastDay))
    const sum = (pick: (payer: PayerLateness) => number): number => payers.reduce((so, payer) => so + pick(payer), 0)
    expect(sum(({ late }) => late)).toBe(expected?.lateInvoices)
    expect(sum(({ daysLate }) => daysLate) / sum(({ settled }) => settled)).toBeCloseTo(
      expected?.avgDaysLateAllFullyPaid ?? 0,
      5,
    )
  })

  it('puts the latest payers first', () => {
    const averages = payerLateness(view, on(lastDay)).map(averageOf)
    expect(averages).toEqual([...averages].sort((a, b) => b - a))
  })
})

const averageOf = (payer: PayerLateness | undefined): number =>
  payer === undefined ? Number.NaN : payer.daysLate / payer.settled
