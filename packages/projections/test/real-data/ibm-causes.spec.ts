import { formatMinor, weekday } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { addFacts, emptyLedgerView, type GroupedItem, paidLateBy } from '../../src/index.js'
import { isThere, on, textOf } from './expected-figures.js'
import { ibmBook } from './ledger-files.js'

interface Group {
  readonly invoices: number
  readonly billed: string
  readonly late: number
  readonly lateShare: number
  readonly avgDaysLate: number
}

interface ExpectedCauses {
  readonly disputed: {
    readonly invoices: number
    readonly share: number
    readonly amount: string
    readonly shareOfAmount: number
  }
  readonly rootCause: Readonly<Record<string, Readonly<Record<string, Group>>>>
}

const ledger = 'invoices/ibm/WA_Fn-UseC_-Accounts-Receivable.csv'
const answers = 'expected/invoices/ibm.json'
const there = isThere(ledger) && isThere(answers)

const groupings: Readonly<Record<string, (item: GroupedItem) => string | undefined>> = {
  byDisputed: ({ wasDisputed }) => (wasDisputed ? 'disputed' : 'undisputed'),
  byCountryCode: ({ document }) => document.attributes?.['countryCode'],
  byBillMedium: ({ document }) => document.attributes?.['paperlessBill'],
  'byInvoiceWeekday (0=Monday)': ({ document }) => String((weekday(document.on) + 6) % 7),
  byInvoiceMonth: ({ document }) => document.on.slice(0, 7),
}

const rounded = (part: number, of: number): number => Number((part / of).toFixed(6))

describe.skipIf(!there)(`who pays late in the IBM ledger (needs ../shared/data/${ledger})`, () => {
  const expected = there ? (JSON.parse(textOf(answers)) as ExpectedCauses) : undefined
  const view = emptyLedgerView()
  if (there) addFacts(view, ibmBook(textOf(ledger), true).facts)
  const at = on('2014-12-31')

  it('is grouped in five ways', () => {
    expect(Object.keys(expected?.rootCause ?? {}).sort()).toEqual(Object.keys(groupings).sort())
  })

  it.each(Object.entries(groupings))('%s is as the reference answers have it', (name, groupOf) => {
    const groups = paidLateBy(view, at, groupOf).map((one): readonly [string, Group] => [
      one.group,
      {
        invoices: one.items,
        billed: formatMinor(one.billedMinor, one.currency),
        late: one.late,
        lateShare: rounded(one.late, one.settled),
        avgDaysLate: rounded(one.daysLate, one.settled),
      },
    ])
    expect(Object.fromEntries(groups)).toEqual(expected?.rootCause[name])
  })

  it('has the disputed invoices, by number and by amount', () => {
    const groups = paidLateBy(view, at, groupings['byDisputed'] as (item: GroupedItem) => string)
    const disputed = groups.find(({ group }) => group === 'disputed')
    const all = groups.reduce((so, { items }) => so + items, 0)
    const allMinor = groups.reduce((so, { billedMinor }) => so + billedMinor, 0)
    expect({
      invoices: disputed?.items,
      share: rounded(disputed?.items ?? 0, all),
      amount: formatMinor(disputed?.billedMinor ?? 0, 'USD'),
      shareOfAmount: rounded(disputed?.billedMinor ?? 0, allMinor),
    }).toEqual(expected?.disputed)
  })
})
