import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  addFacts,
  emptyLedgerView,
  judgeDebtor,
  latePayerPolicy,
  owedItemRecords,
  signedDaysLate,
} from '../../src/index.js'
import { isThere, on, textOf } from './expected-figures.js'
import { ibmBook } from './ledger-files.js'

interface LatePayer {
  readonly customer: string
  readonly matured: number
  readonly late: number
  readonly lateShare: number
}

interface ExpectedIbm {
  readonly habitual: Readonly<Record<string, ReadonlyArray<LatePayer>>>
  readonly perCustomer: ReadonlyArray<{
    readonly customer: string
    readonly invoices: number
    readonly fullyPaid: number
    readonly late: number
    readonly lateShare: number
    readonly avgDaysLate: number
    readonly avgSignedDays: number
  }>
}

const ledger = 'invoices/ibm/WA_Fn-UseC_-Accounts-Receivable.csv'
const answers = 'expected/invoices/ibm.json'
const there = isThere(ledger) && isThere(answers)

describe.skipIf(!there)(`late payers of the IBM ledger (needs ../shared/data/${ledger})`, () => {
  const expected = there ? (JSON.parse(textOf(answers)) as ExpectedIbm) : { habitual: {}, perCustomer: [] }
  const view = emptyLedgerView()
  if (there) addFacts(view, ibmBook(textOf(ledger)).facts)

  it.each(Object.entries(expected.habitual))('are those of %s, with their counts and shares', (day, payers) => {
    const asOf = localDate(day)
    const flagged = [...owedItemRecords(view, on(day))].flatMap(([customer, items]) => {
      const finding = judgeDebtor({ customer, promises: [], items, excuses: [], returns: [] }, asOf, latePayerPolicy)
      const { matured = 0, late = 0 } = finding.signals[0]?.measured ?? {}
      return finding.level === 'habitual' ? [{ customer, matured, late }] : []
    })
    const byName = (a: { customer: string }, b: { customer: string }): number => (a.customer < b.customer ? -1 : 1)
    expect(flagged.toSorted(byName)).toEqual(
      payers.map(({ customer, matured, late }) => ({ customer, matured, late })).toSorted(byName),
    )
    for (const { customer, lateShare } of payers) {
      const own = flagged.find((payer) => payer.customer === customer)
      expect((own?.late ?? 0) / (own?.matured ?? 1)).toBeCloseTo(lateShare, 5)
    }
  })

  it('have the days late and early of every customer', () => {
    const records = owedItemRecords(view, on('2014-12-31'))
    expect(records.size).toBe(expected.perCustomer.length)
    for (const payer of expected.perCustomer) {
      const days = (records.get(payer.customer) ?? []).map(signedDaysLate)
      const late = days.filter((one) => one > 0)
      const sum = (of: ReadonlyArray<number>): number => of.reduce((so, one) => so + one, 0)
      expect([days.length, late.length]).toEqual([payer.fullyPaid, payer.late])
      expect(sum(days) / days.length).toBeCloseTo(payer.avgSignedDays, 5)
      expect(sum(late) / days.length).toBeCloseTo(payer.avgDaysLate, 5)
    }
  })
})
