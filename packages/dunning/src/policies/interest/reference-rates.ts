/**
 * Reference rates of statutes, as they were published, by the day from which they count. Facts to be checked against the
 * source before use; a table ends where this file stops knowing, and whoever needs more passes a table of his own.
 */
import { decimal, type LocalDate, localDate } from '@quittance/kernel'
import type { RateTable } from './dated-rates.js'

const table = (
  id: string,
  source: string,
  knownUntil: LocalDate,
  rows: ReadonlyArray<readonly [from: string, percent: string]>,
): RateTable => ({
  id,
  source,
  knownUntil,
  rates: rows.map(([from, percent]) => ({ from: localDate(from), percent: decimal(percent) })),
})

/** The main refinancing rate of the European Central Bank on 1 January and 1 July, for Directive 2011/7/EU art. 2(7) and 3(2). @category policies @since 0.1.0 */
export const ecbRefinancingRates: RateTable = table(
  'ecb-main-refinancing',
  'European Central Bank, key interest rates, as in force on 1 January and 1 July',
  localDate('2026-12-31'),
  [
    ['2013-01-01', '0.75'],
    ['2013-07-01', '0.50'],
    ['2014-01-01', '0.25'],
    ['2014-07-01', '0.15'],
    ['2015-01-01', '0.05'],
    ['2016-07-01', '0.00'],
    ['2023-01-01', '2.50'],
    ['2023-07-01', '4.00'],
    ['2024-01-01', '4.50'],
    ['2024-07-01', '4.25'],
    ['2025-01-01', '3.15'],
    ['2025-07-01', '2.15'],
    ['2026-01-01', '2.15'],
    ['2026-07-01', '2.40'],
  ],
)

/** The official dealing rate of the Bank of England on 31 December and 30 June, for SI 2002/1675. @category policies @since 0.1.0 */
export const bankOfEnglandRates: RateTable = table(
  'bank-of-england-half-yearly',
  'Bank of England, official Bank Rate, as in force on 31 December and 30 June',
  localDate('2025-12-31'),
  [
    ['2010-12-31', '0.50'],
    ['2016-12-31', '0.25'],
    ['2017-12-31', '0.50'],
    ['2018-12-31', '0.75'],
    ['2020-06-30', '0.10'],
    ['2021-12-31', '0.25'],
    ['2022-06-30', '1.25'],
    ['2022-12-31', '3.50'],
    ['2023-06-30', '5.00'],
    ['2023-12-31', '5.25'],
    ['2024-12-31', '4.75'],
    ['2025-06-30', '4.25'],
    ['2025-12-31', '3.75'],
  ],
)

/** The rate that the US Treasury sets for each half-year under 31 U.S.C. 3902(a). @category policies @since 0.1.0 */
export const promptPaymentRates: RateTable = table(
  'us-prompt-payment',
  'US Treasury, Bureau of the Fiscal Service, Prompt Payment interest rates (notices in the Federal Register)',
  localDate('2025-06-30'),
  [
    ['2022-01-01', '1.625'],
    ['2022-07-01', '4.000'],
    ['2023-01-01', '4.625'],
    ['2023-07-01', '4.875'],
    ['2024-01-01', '4.875'],
    ['2024-07-01', '4.875'],
    ['2025-01-01', '4.625'],
  ],
)

/** The base rate of section 247 of the German Civil Code. @category policies @since 0.1.0 */
export const germanBaseRates: RateTable = table(
  'de-basiszinssatz',
  'Deutsche Bundesbank, Basiszinssatz (BGB 247), as announced for 1 January and 1 July',
  localDate('2025-12-31'),
  [
    ['2013-01-01', '-0.13'],
    ['2013-07-01', '-0.38'],
    ['2014-01-01', '-0.63'],
    ['2014-07-01', '-0.73'],
    ['2015-01-01', '-0.83'],
    ['2016-07-01', '-0.88'],
    ['2023-01-01', '1.62'],
    ['2023-07-01', '3.12'],
    ['2024-01-01', '3.62'],
    ['2024-07-01', '3.37'],
    ['2025-01-01', '2.27'],
    ['2025-07-01', '1.27'],
  ],
)
