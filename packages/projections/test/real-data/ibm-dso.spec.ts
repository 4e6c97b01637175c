import { formatDecimal, formatMinor, type Fraction, localDate, roundFraction } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { addFacts, emptyLedgerView, monthlyDso, periodFigures } from '../../src/index.js'
import { endOfTime } from '../account/histories.js'
import { isThere, textOf } from './expected-figures.js'
import { ibmBook } from './ledger-files.js'

interface ExpectedMonth {
  readonly month: string
  readonly billed: string
  readonly openAtEnd: string
  readonly simple: number | null
  readonly rolling3?: number | null
  readonly countback: number | null
}

const ledger = 'invoices/ibm/WA_Fn-UseC_-Accounts-Receivable.csv'
const answers = 'expected/invoices/ibm.json'
const there = isThere(ledger) && isThere(answers)

const sixPlaces = (value: Fraction | null): number | null =>
  value === null ? null : Number(formatDecimal(roundFraction(value, 6)))

describe.skipIf(!there)(`days of sales outstanding of the IBM ledger (needs ../shared/data/${ledger})`, () => {
  const expected = there
    ? (JSON.parse(textOf(answers)) as { readonly dso: Readonly<Record<string, ReadonlyArray<ExpectedMonth>>> }).dso[
        'USD'
      ]
    : undefined
  const view = emptyLedgerView()
  if (there) addFacts(view, ibmBook(textOf(ledger)).facts)

  it('are those of the reference answers in every month and in all three ways, to six places', () => {
    const ours = monthlyDso(view, 'USD', localDate('2013-12-31'), endOfTime).map(
      ({ month, billedMinor, openAtEndMinor, simple, rolling3, countback }) => ({
        month,
        billed: formatMinor(billedMinor, 'USD'),
        openAtEnd: formatMinor(openAtEndMinor, 'USD'),
        simple: sixPlaces(simple),
        ...(rolling3 === undefined ? {} : { rolling3: sixPlaces(rolling3) }),
        countback: countback._tag === 'CountedBack' ? sixPlaces(countback.days) : null,
      }),
    )
    expect(ours).toHaveLength(24)
    expect(ours).toEqual(expected)
  })

  it('come from the figures of the month', () => {
    const june = { from: localDate('2012-06-01'), to: localDate('2012-06-30') }
    expect(periodFigures(view, june, endOfTime)).toEqual([
      {
        currency: 'USD',
        openingMinor: 6042_61,
        creditSalesMinor: 5575_30,
        closingMinor: 5504_09,
        closingCurrentMinor: 4594_36,
        inHandMinor: 0,
      },
    ])
  })
})
