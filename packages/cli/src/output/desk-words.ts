/** Words and figures that the reports of the desk share. */
import type { ActionKind, CallRestReason, ItemAction } from '@quittance/dunning'
import { formatDecimal, type Fraction, roundFraction } from '@quittance/kernel'
import type { DeskSums } from '@quittance/projections'
import { figure } from './table.js'

/** An amount with its currency. @category commands @since 0.1.0 */
export const money = (minor: number, currency: string): string =>
  `${minor === 0 ? '0' : figure(minor, currency)} ${currency}`

/** Amounts of several currencies, none of them zero. @category commands @since 0.1.0 */
export const moneys = <Sum extends { readonly currency: string }>(
  sums: ReadonlyArray<Sum>,
  minorOf: (sum: Sum) => number,
): string => {
  const some = sums.filter((sum) => minorOf(sum) !== 0).map((sum) => money(minorOf(sum), sum.currency))
  return some.length === 0 ? '-' : some.join(', ')
}

/** A fraction to so many places; a dash where there is none. @category commands @since 0.1.0 */
export const places = (value: Fraction | null, count: number): string =>
  value === null ? '-' : formatDecimal(roundFraction(value, count))

/** For `JSON.stringify`: fractions as numbers of six places. @category commands @since 0.1.0 */
export const fractionsAsNumbers = (_key: string, value: unknown): unknown =>
  isFraction(value) ? Number(formatDecimal(roundFraction(value, 6))) : value

const isFraction = (value: unknown): value is Fraction =>
  typeof value === 'object' &&
  value !== null &&
  'numerator' in value &&
  typeof value.numerator === 'bigint' &&
  'denominator' in value &&
  typeof value.denominator === 'bigint'

/** Why somebody is left alone. @category commands @since 0.1.0 */
export const restReasonText = (reason: CallRestReason, sums: ReadonlyArray<DeskSums>): string => {
  switch (reason._tag) {
    case 'NothingToAskFor':
      return nothingText(sums)
    case 'PlacedOutside':
      return 'others collect it'
    case 'PromiseInTime':
      return `a promise in time, free from ${reason.freeFrom}`
    case 'NamedDayAhead':
      return `they named a day, free from ${reason.freeFrom}`
    case 'ContactedLately':
      return `contacted lately, free from ${reason.freeFrom}`
  }
}

const nothingText = (sums: ReadonlyArray<DeskSums>): string => {
  const held = [
    [moneys(sums, ({ disputedMinor }) => disputedMinor), 'disputed'],
    [moneys(sums, ({ promisedMinor }) => promisedMinor), 'promised'],
    [moneys(sums, ({ heldBackMinor }) => heldBackMinor), 'held back'],
    [moneys(sums, ({ inHandMinor }) => inHandMinor), 'in hand'],
  ].flatMap(([some, what]) => (some === '-' ? [] : [`${some} ${what}`]))
  return held.length === 0 ? 'nothing to ask for' : held.join(', ')
}

/** What is to be done, and which step of a ladder it is. @category commands @since 0.1.0 */
export const actionText = ({ kind, step }: Pick<ItemAction, 'kind' | 'step'>): string =>
  step === undefined ? actionWords[kind] : step.replaceAll('-', ' ')

const actionWords: Readonly<Record<ActionKind, string>> = {
  'ask-agency': 'ask the agency',
  'review-hold': 'look at the hold',
  'apply-money': 'apply the money in hand',
  'check-promise': 'check the promise',
  'follow-up-promise': 'follow up the broken promise',
  'follow-up-excuse': 'follow up what was said',
  'ladder-step': 'next step',
  contact: 'contact',
}
