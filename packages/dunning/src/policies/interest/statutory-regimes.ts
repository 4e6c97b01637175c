/**
 * What statutes say of interest on late payment between businesses: points on top of which reference rate, looked up when,
 * counted how, and the fixed sum beside it. Stated as facts with their source, not as advice; nothing here is in force for
 * an account until a policy names it. What a contract says comes first wherever the law lets it.
 */
import { type CurrencyCode, decimal, type Decimal } from '@quittance/kernel'
import type { InterestTerms } from './accrue-interest.js'
import type { RateFixing, RateTable } from './dated-rates.js'
import { bankOfEnglandRates, ecbRefinancingRates, germanBaseRates, promptPaymentRates } from './reference-rates.js'

/** From which debt on the fixed sum is how much; the last band reached counts. @category policies @since 0.1.0 */
export interface FixedSumBand {
  readonly fromMinor: number
  readonly amountMinor: number
}

/** A fixed sum for the cost of chasing an invoice. @category policies @since 0.1.0 */
export interface FixedSum {
  readonly currency: CurrencyCode
  readonly bands: ReadonlyArray<FixedSumBand>
}

/** A statute on late payment. @category policies @since 0.1.0 */
export interface StatutoryRegime {
  readonly id: string
  readonly source: string
  readonly reference: RateTable
  readonly marginPercent: Decimal
  readonly fixing: RateFixing
  readonly dayCountDays: number
  readonly compounding: InterestTerms['compounding']
  readonly longestDays?: number
  readonly fixedSum?: FixedSum
  /** When no term was agreed: so many days after the invoice or the goods. */
  readonly paymentDays?: number
  /** False: taken from general knowledge, to be read in the law before use. */
  readonly checked: boolean
}

const fortyEuro: FixedSum = { currency: 'EUR', bands: [{ fromMinor: 0, amountMinor: 40_00 }] }

/** Directive 2011/7/EU: the least that member states must grant. @category policies @since 0.1.0 */
export const eu2011: StatutoryRegime = {
  id: 'eu-2011-7',
  source: 'Directive 2011/7/EU art. 2(6), 2(7), 3 and 6',
  reference: ecbRefinancingRates,
  marginPercent: decimal('8'),
  fixing: 'half-year',
  dayCountDays: 365,
  compounding: 'none',
  fixedSum: fortyEuro,
  paymentDays: 30,
  checked: true,
}

/** The Late Payment of Commercial Debts (Interest) Act 1998 of the United Kingdom. @category policies @since 0.1.0 */
export const uk1998: StatutoryRegime = {
  id: 'uk-1998',
  source: 'Late Payment of Commercial Debts (Interest) Act 1998 s. 4 and 5A; SI 2002/1675',
  reference: bankOfEnglandRates,
  marginPercent: decimal('8'),
  fixing: 'half-year-before-start',
  dayCountDays: 365,
  compounding: 'none',
  fixedSum: {
    currency: 'GBP',
    bands: [
      { fromMinor: 0, amountMinor: 40_00 },
      { fromMinor: 1_000_00, amountMinor: 70_00 },
      { fromMinor: 10_000_00, amountMinor: 100_00 },
    ],
  },
  paymentDays: 30,
  checked: true,
}

/** The Prompt Payment Act: what US federal agencies pay their vendors. @category policies @since 0.1.0 */
export const usPromptPayment: StatutoryRegime = {
  id: 'us-prompt-payment',
  source: '31 U.S.C. 3902 and 3907; 5 CFR 1315.10 and 1315.17',
  reference: promptPaymentRates,
  marginPercent: decimal('0'),
  fixing: 'start',
  dayCountDays: 360,
  compounding: 'every-30-days',
  longestDays: 365,
  paymentDays: 30,
  checked: true,
}

/** The German Civil Code between businesses. @category policies @since 0.1.0 */
export const deBgb: StatutoryRegime = {
  ...eu2011,
  id: 'de-bgb-288',
  source: 'BGB 247, 286 and 288',
  reference: germanBaseRates,
  marginPercent: decimal('9'),
  checked: false,
}

/** The French Commercial Code, where the contract says nothing else. @category policies @since 0.1.0 */
export const frL441: StatutoryRegime = {
  ...eu2011,
  id: 'fr-l441-10',
  source: 'Code de commerce L441-10',
  marginPercent: decimal('10'),
  checked: false,
}

/** Every statute that is described here. @category policies @since 0.1.0 */
export const statutoryRegimes: ReadonlyArray<StatutoryRegime> = [eu2011, uk1998, usPromptPayment, deBgb, frL441]

/**
 * The terms of interest that a statute sets.
 *
 * @param reference - another table of the reference rate, such as one that goes on further
 * @example
 * statutoryTerms(eu2011).dayCountDays // => 365
 * @category policies
 * @since 0.1.0
 */
export const statutoryTerms = (regime: StatutoryRegime, reference: RateTable = regime.reference): InterestTerms => ({
  rate: { _tag: 'ReferenceRate', table: reference, marginPercent: regime.marginPercent, fixing: regime.fixing },
  dayCountDays: regime.dayCountDays,
  compounding: regime.compounding,
  rounding: 'once',
  disputed: 'waits',
  ...(regime.longestDays === undefined ? {} : { longestDays: regime.longestDays }),
})

/**
 * The fixed sum for a late debt, in the currency that the statute names it in; none where it names none.
 *
 * @param debtMinor - the debt in minor units of that currency; a band begins with its own amount
 * @example
 * fixedSumMinor(uk1998.fixedSum, 1_000_00) // => 7000
 * @category policies
 * @since 0.1.0
 */
export const fixedSumMinor = (fixedSum: FixedSum | undefined, debtMinor: number): number =>
  debtMinor <= 0 ? 0 : (fixedSum?.bands.findLast(({ fromMinor }) => debtMinor >= fromMinor)?.amountMinor ?? 0)
