/** What open items amount to: as sellers of several kinds have them, and as somebody would choose them who wants rules to go wrong. */
import * as fc from 'fast-check'
import { type Dice, diceOf } from '../../history/dice.js'

/** A kind of amounts. The first five are everyday ones, the others were thought up to mislead. @category arbitraries @since 0.1.0 */
export type AmountProfile =
  | 'wholesale'
  | 'price-list'
  | 'round'
  | 'subscription'
  | 'enterprise'
  | 'all-equal'
  | 'powers-of-two'
  | 'growing-by-almost-half'
  | 'near-collisions'
  | 'shared-divisor'
  | 'a-bank-fee-apart'
  | 'a-cent-apart'
  | 'beyond-exactness'

const prices = [99_00, 19_95, 49_90, 129_00, 349_00] as const
const feeMinor = 15_00

/** The amount of the item at a place, from dice; every profile by its name. */
const profiles: Readonly<Record<AmountProfile, (at: number, dice: Dice) => number>> = {
  wholesale: (_, dice) => 20_00 + dice.below(10_000) * 17 + dice.below(100),
  'price-list': (_, dice) => dice.pick(prices) * (1 + dice.below(4)),
  round: (_, dice) => 50_00 * (1 + dice.below(12)),
  subscription: (_, dice) => dice.pick([29_00, 49_00, 99_00]),
  enterprise: (_, dice) => 10_000_00 + dice.below(10_000) * 9_973 + dice.below(10_000),
  'all-equal': () => 750_00,
  'powers-of-two': (at) => 2 ** (at % 40),
  'growing-by-almost-half': (at) => grown(at % 60),
  'near-collisions': (at, dice) => 1_000_00 + (at % 5) * 10_00 + dice.pick([0, 0, 1, 2]),
  'shared-divisor': (_, dice) => 1_001 * (1 + dice.below(60)),
  'a-bank-fee-apart': (at, dice) => 300_00 + dice.below(3) * 100_00 - (at % 2) * feeMinor,
  'a-cent-apart': (at) => 420_00 + (at % 3) - 1,
  'beyond-exactness': (_, dice) => 2 ** 52 - dice.below(1000),
}

/** 1.45 to so many, in whole minor units from 1.00. */
const grown = (times: number): number => {
  let minor = 100
  for (let done = 0; done < times; done += 1) minor = Math.floor((minor * 145) / 100)
  return minor
}

/** The names of all profiles. @category arbitraries @since 0.1.0 */
export const amountProfiles: ReadonlyArray<AmountProfile> = Object.keys(profiles) as ReadonlyArray<AmountProfile>

/** The amount of the item at a place, in minor units above zero. @internal */
export const amountAt = (profile: AmountProfile, at: number, dice: Dice): number => profiles[profile](at, dice)

/**
 * Amounts of open items of one profile, or of any: charges above zero, and credits below it, one in ten.
 *
 * @param maxItems - the most items; an account may have none
 * @category arbitraries
 * @since 0.1.0
 */
export const openAmounts = (
  maxItems: number,
  profile: fc.Arbitrary<AmountProfile> = fc.constantFrom(...amountProfiles),
): fc.Arbitrary<ReadonlyArray<number>> =>
  fc
    .tuple(profile, fc.array(fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9)), { maxLength: maxItems }))
    .map(([name, drafts]) =>
      drafts.map(([one, other, sign], at) => {
        const minor = amountAt(name, at, diceOf([one, other]))
        return sign === 9 ? 0 - minor : minor
      }),
    )
