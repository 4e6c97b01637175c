/**
 * What a notice costs the debtor: nothing, a fixed fee, a percentage, or bands of the amount by level. A fee is an item of
 * its own; it is never added to the invoice. Off unless a policy names a rule.
 */
import { atRate, type CurrencyCode, type Decimal, percentOf } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'

/** What is charged from an amount on. @category policies @since 0.1.0 */
export interface FeeBand {
  /** Inclusive; below the first band nothing is charged. */
  readonly fromMinor: number
  readonly charge:
    { readonly _tag: 'Fixed'; readonly amountMinor: number } | { readonly _tag: 'Percent'; readonly percent: Decimal }
}

/** How notices are charged; amounts in the rule's currency. @category policies @since 0.1.0 */
export type FeeRule =
  | { readonly _tag: 'NoFee' }
  | { readonly _tag: 'FixedFee'; readonly currency: CurrencyCode; readonly amountMinor: number }
  | {
      readonly _tag: 'PercentFee'
      readonly percent: Decimal
      readonly leastMinor?: number
      readonly mostMinor?: number
    }
  | {
      readonly _tag: 'BandedFee'
      readonly levels: ReadonlyArray<{ readonly level: number; readonly bands: ReadonlyArray<FeeBand> }>
    }

/** How notices are charged, as data with a name. An account without one is charged nothing. @category policies @since 0.1.0 */
export interface FeePolicy {
  readonly id: string
  readonly version: number
  readonly rule: FeeRule
  /** The note is due so many days after its own date. */
  readonly paymentDays: number
}

/** A notice as its fee sees it. @category policies @since 0.1.0 */
export interface ChargedNotice {
  readonly currency: CurrencyCode
  readonly level: number
  /** What the notice asks for. */
  readonly amountMinor: number
  /** Units of the notice's currency for one unit of the fee's; needed where the two differ. */
  readonly rate?: Decimal
}

/** A fee in one currency for a notice in another, and no rate to turn it into that. @category rejections @since 0.1.0 */
export interface FeeWithoutRate {
  readonly _tag: 'FeeWithoutRate'
  readonly feeCurrency: CurrencyCode
  readonly noticeCurrency: CurrencyCode
}

/**
 * The fee of a notice in minor units of the notice's currency; rounded half away from zero, once.
 *
 * @rejects FeeWithoutRate when a fixed fee is in another currency and nobody said at which rate
 * @law a fee is never negative, and none below the first band
 * @example
 * noticeFee({ _tag: 'FixedFee', currency: 'EUR', amountMinor: 5_00 }, { currency: 'USD', level: 1, amountMinor: 100_00, rate: decimal('1.5') }) // => right(750)
 * @category policies
 * @since 0.1.0
 */
export const noticeFee = (rule: FeeRule, notice: ChargedNotice): E.Either<FeeWithoutRate, number> => {
  switch (rule._tag) {
    case 'NoFee':
      return E.right(0)
    case 'FixedFee':
      return inCurrencyOf(rule, notice)
    case 'PercentFee': {
      const feeMinor = percentOf(Math.max(0, notice.amountMinor), rule.percent)
      return E.right(Math.min(rule.mostMinor ?? Number.MAX_SAFE_INTEGER, Math.max(rule.leastMinor ?? 0, feeMinor)))
    }
    case 'BandedFee': {
      const bands = rule.levels.find(({ level }) => level === notice.level)?.bands ?? []
      return E.right(bandedFee(bands, notice.amountMinor))
    }
  }
}

const inCurrencyOf = (
  { currency, amountMinor }: { readonly currency: CurrencyCode; readonly amountMinor: number },
  notice: ChargedNotice,
): E.Either<FeeWithoutRate, number> => {
  if (currency === notice.currency) return E.right(amountMinor)
  return notice.rate === undefined
    ? E.left({ _tag: 'FeeWithoutRate', feeCurrency: currency, noticeCurrency: notice.currency })
    : E.right(atRate({ currency, minor: amountMinor }, notice.currency, notice.rate))
}

/**
 * What bands charge for an amount: the last band that it reaches, whatever the order they stand in.
 *
 * @law a fee is never negative, and none below the first band
 * @example
 * bandedFee([{ fromMinor: 100_00, charge: { _tag: 'Fixed', amountMinor: 2_00 } }], 99_99) // => 0
 * @category policies
 * @since 0.1.0
 */
export const bandedFee = (bands: ReadonlyArray<FeeBand>, amountMinor: number): number => {
  const reached = bands
    .filter(({ fromMinor }) => amountMinor >= fromMinor)
    .reduce<FeeBand | undefined>(
      (so, band) => (so !== undefined && so.fromMinor > band.fromMinor ? so : band),
      undefined,
    )
  if (reached === undefined) return 0
  return reached.charge._tag === 'Fixed' ? reached.charge.amountMinor : percentOf(amountMinor, reached.charge.percent)
}
