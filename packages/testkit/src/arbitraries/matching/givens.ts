/**
 * Questions for matching rules: an account with open items of some profile, and payments that settle some of them, or
 * nearly, or none. Made from numbers, so that a counterexample shrinks to few items, everyday amounts and no text.
 */
import { addDays, type LocalDate, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { type Dice, diceOf } from '../../history/dice.js'
import type { MatchingGiven, OfferedItem, OfferedPayment } from '../../laws/matching/rules.js'
import { amountAt, type AmountProfile, amountProfiles } from './amount-profiles.js'
import { remittanceText } from './remittance.js'

/** How large questions are, and of what. @category arbitraries @since 0.1.0 */
export interface GivenSizes {
  /** Default 9. */
  readonly maxItems?: number
  /** Default 3. */
  readonly maxPayments?: number
  /** Default: any. */
  readonly profiles?: ReadonlyArray<AmountProfile>
}

const today = localDate('2026-03-16')
const numbers = (length: number): fc.Arbitrary<ReadonlyArray<number>> =>
  fc.array(fc.noBias(fc.nat(9999)), { minLength: length, maxLength: length })

/**
 * Accounts with payments. Items have twins, rivals of other days, credits and discounts; ids follow one another or
 * differ by two digits swapped; most items and payments are of one currency.
 *
 * @category arbitraries
 * @since 0.1.0
 */
export const matchingGivens = ({
  maxItems = 9,
  maxPayments = 3,
  profiles = amountProfiles,
}: GivenSizes = {}): fc.Arbitrary<MatchingGiven> =>
  fc
    .record({
      profile: fc.constantFrom(...profiles),
      ids: fc.nat(2),
      items: fc.array(numbers(9), { maxLength: maxItems, size: 'max' }),
      payments: fc.array(numbers(28), { minLength: 1, maxLength: maxPayments, size: 'max' }),
    })
    .map(({ profile, ids, items, payments }) => {
      const open: Array<OfferedItem> = []
      for (const [at, own] of items.entries()) open.push(itemFrom(profile, ids, at, open, diceOf(own)))
      return { items: open, payments: payments.map((own, at) => paymentFrom(at, open, diceOf(own))) }
    })

const itemFrom = (
  profile: AmountProfile,
  ids: number,
  at: number,
  before: ReadonlyArray<OfferedItem>,
  dice: Dice,
): OfferedItem => {
  const itemId = idAt(ids, at)
  const identifiers = [ids === 1 ? `INV-2026-${itemId}` : itemId]
  const minor = amountAt(profile, at, dice)
  const last = before.at(-1)
  if (last !== undefined && dice.oneIn(5)) return { ...last, itemId, identifiers }
  const on = addDays(today, -dice.pick([40, 40, 33, 20, 75]))
  const dueOn = addDays(on, dice.pick([30, 30, 14, 60]))
  const openMinor = dice.oneIn(9) ? 0 - minor : minor
  const item = {
    itemId,
    currency: dice.oneIn(9) ? 'USD' : 'EUR',
    openMinor,
    on,
    dueOn,
    identifiers,
    termId: `net-${dice.below(2)}`,
  }
  return openMinor > 0 && dice.oneIn(7)
    ? { ...item, discount: discountUntil(addDays(today, dice.pick([5, -3])), openMinor) }
    : item
}

const discountUntil = (lastDay: LocalDate, baseMinor: number): NonNullable<OfferedItem['discount']> => ({
  taxMode: 'never-reduced',
  baseMinor,
  graceDays: 0,
  tiers: [{ lastDay, percent: { unscaled: 2, scale: 0 } }],
})

/** One after the other; or each pair of neighbours with two digits swapped. */
const idAt = (ids: number, at: number): string =>
  ids < 2 ? `7700${100 + at * 7}` : `88${100 + (at >> 1)}${at % 2 === 0 ? '364' : '634'}`

const feeMinor = 15_00

const paymentFrom = (at: number, items: ReadonlyArray<OfferedItem>, dice: Dice): OfferedPayment => {
  const receivedOn = addDays(today, dice.pick([0, 0, 0, 1, -2]))
  const currency = dice.oneIn(9) ? 'USD' : 'EUR'
  const own = items.filter((item) => item.currency === currency)
  const chosen = chosenOf(own, receivedOn, dice)
  const sum = chosen.reduce((so, { openMinor }) => so + openMinor, 0)
  const amountMinor = Math.max(1, sum + dice.pick([0, 0, 0, 0, 0, -1, 1, -feeMinor, -50, 12_345]))
  const says = dice.below(3)
  const named = says === 0 ? [] : says === 1 ? chosen : own.filter(() => dice.oneIn(2))
  return {
    paymentId: `P${at}`,
    currency,
    amountMinor: Math.min(amountMinor, Number.MAX_SAFE_INTEGER),
    receivedOn,
    text:
      says === 0
        ? ''
        : remittanceText(
            named.flatMap(({ identifiers }) => identifiers),
            dice,
          ),
  }
}

/** What a payer settles: one item, a few, the oldest, all that is due, everything. */
const chosenOf = (own: ReadonlyArray<OfferedItem>, receivedOn: LocalDate, dice: Dice): ReadonlyArray<OfferedItem> => {
  switch (dice.below(6)) {
    case 0:
      return own.slice(dice.below(Math.max(own.length, 1))).slice(0, 1)
    case 1:
    case 2:
      return own.filter(() => dice.oneIn(3))
    case 3:
      return [...own].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)).slice(0, 1 + dice.below(5))
    case 4:
      return own.filter(({ dueOn }) => dueOn < receivedOn)
    default:
      return own
  }
}
