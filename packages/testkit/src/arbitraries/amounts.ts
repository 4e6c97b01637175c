/**
 * Amounts, currencies and decimals, with a liking for the places where rules break: nothing, one minor unit, a
 * round sum and one off it, and amounts that are equal.
 */
import { type Decimal, decimal, maxDecimalScale, type Money } from '@quittance/kernel'
import * as fc from 'fast-check'

/** Currencies with 0, 2, 3 and 4 places, the everyday ones first. @category arbitraries @since 0.1.0 */
export const currencies: fc.Arbitrary<string> = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'CLF')

/** Minor units from 1 up to a bound (inclusive), often at an edge. @category arbitraries @since 0.1.0 */
export const positiveMinor = (maxMinor: number = 1_000_000_00): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...edges.filter((edge) => edge <= maxMinor), maxMinor) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: maxMinor }) },
  )

const edges: ReadonlyArray<number> = [1, 2, 3, 99, 100, 101, 999, 1000, 100_00, 119_00, 99_99, 100_01]

/** Minor units of either sign, nothing included. @category arbitraries @since 0.1.0 */
export const anyMinor = (maxMinor: number = 1_000_000_00): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constant(0),
    positiveMinor(maxMinor),
    positiveMinor(maxMinor).map((minor) => -minor),
  )

/** An amount of some currency, up to the end of the safe range. @category arbitraries @since 0.1.0 */
export const moneyAmounts: fc.Arbitrary<Money> = fc.record({
  currency: currencies,
  minor: fc.oneof(anyMinor(), fc.maxSafeInteger()),
})

/** Exact decimals of either sign. @category arbitraries @since 0.1.0 */
export const decimals: fc.Arbitrary<Decimal> = fc.record({
  unscaled: fc.oneof(anyMinor(), fc.maxSafeInteger()),
  scale: fc.integer({ min: 0, max: maxDecimalScale }),
})

/** Percents from 0 to below 100, whole, odd and with many places. @category arbitraries @since 0.1.0 */
export const percents: fc.Arbitrary<Decimal> = fc.oneof(
  fc.constantFrom(
    ...['0', '2', '3', '5', '7', '19', '20', '21', '5.5', '8.875', '12.12', '33.3333', '99.99'].map(decimal),
  ),
  fc.integer({ min: 0, max: 9999 }).map((unscaled) => ({ unscaled, scale: 2 })),
)
