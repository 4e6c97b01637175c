/** The terms of interest of a case: a rate of its own, one that a statute picks, or the statute's own table. */
import {
  eu2011,
  fixedSumMinor,
  type InterestRate,
  type InterestTerms,
  type RateTable,
  type StatutoryRegime,
  statutoryTerms,
  uk1998,
  usPromptPayment,
} from '@quittance/dunning'
import { type CurrencyCode, decimal, type Decimal } from '@quittance/kernel'
import { standInWith } from '../../books/currency.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'

/** The statutes by the names of the cases. */
export const regimes: Readonly<Record<string, StatutoryRegime>> = {
  uk_1998: uk1998,
  eu_2011_7: eu2011,
  us_prompt_payment: usPromptPayment,
}

/** Contract terms: simple interest on 365 days. */
const contract: Omit<InterestTerms, 'rate'> = {
  dayCountDays: 365,
  compounding: 'none',
  rounding: 'once',
  disputed: 'waits',
}

/** The terms of a case; without any rate there is no interest to work out, and nothing is returned. */
export const termsOf = (given: Reader, regime: StatutoryRegime | undefined): InterestTerms | undefined => {
  const basis = given.whole('basis')
  const financed = given.map('policy')?.yes('finance_disputes') ?? false
  const perThirtyDays = given.has('rate_per_30_days')
  const rate = rateOf(given, regime)
  if (basis !== undefined && (basis <= 0 || perThirtyDays)) return unsupported(`basis ${basis}`)
  if (rate === undefined) return undefined
  const { longestDays: _, ...statute } = regime === undefined ? contract : statutoryTerms(regime)
  return {
    ...statute,
    rate,
    dayCountDays: perThirtyDays ? 30 : (basis ?? statute.dayCountDays),
    disputed: financed ? 'accrues' : 'waits',
  }
}

const rateKeys = ['rate', 'rate_per_30_days', 'rates', 'reference_rate', 'reference_rates'] as const

const rateOf = (given: Reader, regime: StatutoryRegime | undefined): InterestRate | undefined => {
  const stated = rateKeys.filter((key) => given.has(key))
  if (stated.length > 1) return unsupported(`${stated.join(' and ')} together`)
  const marginPercent = given.decimal('margin') ?? regime?.marginPercent ?? decimal('0')
  const fixing = regime?.fixing ?? 'each-day'
  const reference = (table: RateTable): InterestRate => ({ _tag: 'ReferenceRate', table, marginPercent, fixing })
  const [key] = stated
  if (key === undefined) return regime === undefined ? undefined : reference(regime.reference)
  if (key === 'rates') return { _tag: 'DatedRates', table: tableOf(given, key) }
  if (key === 'reference_rates') return reference(tableOf(given, key))
  const percent = given.decimal(key) ?? decimal('0')
  return { _tag: 'FixedRate', percent: key === 'reference_rate' ? sum(percent, marginPercent) : percent }
}

const sum = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale)
  return { unscaled: a.unscaled * 10 ** (scale - a.scale) + b.unscaled * 10 ** (scale - b.scale), scale }
}

const tableOf = (given: Reader, key: string): RateTable => ({
  id: key,
  source: 'the case',
  rates: given
    .maps(key)
    .map((row) => ({
      from: row.date('from') ?? unsupported(`${row.path} without from`),
      percent: row.decimal('rate') ?? unsupported(`${row.path} without rate`),
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
})

/** The fixed sum of a statute, which speaks of its own currency; a case that names none speaks of that, too. */
export const fixedSumOf = (regime: StatutoryRegime | undefined, debtMinor: number, currency: CurrencyCode): number => {
  const fixedSum = regime?.fixedSum
  if (fixedSum === undefined) return 0
  return currency === fixedSum.currency || currency === standInWith(2)
    ? fixedSumMinor(fixedSum, debtMinor)
    : unsupported(`a fixed sum in ${currency}`)
}
