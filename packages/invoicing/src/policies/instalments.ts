/**
 * Payment terms worked out for one document: how much is due on which day.
 */
import { type BusinessCalendar, decimal, compareDecimals, type Decimal, percentOf, scaleMinor } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { Instalment, PaymentTerms, Share, TermPart } from '../model.js'
import { dueDate, shiftedDueDate, type TermDates } from './due-date.js'

/** What the shares are taken of. @category model @since 0.1.0 */
export interface TermAmounts {
  readonly payableMinor: number
  readonly netMinor: number
}

/**
 * The instalments of terms. Percent shares are rounded half away from zero (to `roundToMinor` where given);
 * the balance part takes the residue, so the parts always add up to what is payable. Percents of gross that
 * sum to 100 make the last part the balance.
 *
 * @rejects with a sentence: no parts, a balance that is not last, shares that leave money over, a negative part
 * @law instalments sum to what is payable, each >= 0
 * @category policies
 * @since 0.1.0
 */
export const instalmentsOf = (
  terms: PaymentTerms,
  amounts: TermAmounts,
  dates: TermDates,
  calendar?: BusinessCalendar,
): E.Either<string, ReadonlyArray<Instalment>> => {
  const shaped = withBalance(terms.parts)
  if (E.isLeft(shaped)) return shaped
  const instalments: Array<Instalment> = []
  let leftMinor = amounts.payableMinor
  let base = dates
  for (const [index, part] of shaped.right.entries()) {
    const amountMinor = part.share._tag === 'Balance' ? leftMinor : shareMinor(part.share, amounts)
    leftMinor -= amountMinor
    if (amountMinor < 0 || leftMinor < 0) return E.left(`part ${index + 1} of the terms would make a part negative`)
    const unshifted = dueDate(part.due, base)
    instalments.push({ no: index + 1, dueOn: shiftedDueDate(unshifted, terms.shift, calendar), amountMinor })
    if (terms.sequential === true) base = { issuedOn: unshifted }
  }
  return leftMinor === 0 ? E.right(instalments) : E.left('the parts of the terms do not add up to the whole')
}

const withBalance = (parts: ReadonlyArray<TermPart>): E.Either<string, ReadonlyArray<TermPart>> => {
  const balances = parts.filter(({ share }) => share._tag === 'Balance').length
  if (parts.length === 0) return E.left('terms have at least one part')
  if (balances > 1 || (balances === 1 && parts.at(-1)?.share._tag !== 'Balance'))
    return E.left('one part at most is the balance, and it stands last')
  if (balances === 1 || !makesHundred(parts)) return E.right(parts)
  const last = parts.at(-1) as TermPart
  return E.right([...parts.slice(0, -1), { share: { _tag: 'Balance' }, due: last.due }])
}

const makesHundred = (parts: ReadonlyArray<TermPart>): boolean => {
  if (parts.every(({ share }) => share._tag === 'EqualPart' && share.of === parts.length)) return true
  const percents = parts.map(({ share }) => (share._tag === 'PercentOfGross' ? share.percent : undefined))
  if (percents.some((percent) => percent === undefined)) return false
  return compareDecimals(sumDecimals(percents as ReadonlyArray<Decimal>), decimal('100')) === 0
}

const sumDecimals = (values: ReadonlyArray<Decimal>): Decimal => {
  const scale = Math.max(...values.map((value) => value.scale))
  return { unscaled: values.reduce((so, value) => so + value.unscaled * 10 ** (scale - value.scale), 0), scale }
}

const shareMinor = (share: Exclude<Share, { readonly _tag: 'Balance' }>, amounts: TermAmounts): number => {
  switch (share._tag) {
    case 'Fixed':
      return share.amountMinor
    case 'EqualPart':
      return scaleMinor(amounts.payableMinor, 1, share.of)
    case 'PercentOfGross':
      return roundedTo(percentOf(amounts.payableMinor, share.percent), share.roundToMinor)
    case 'PercentOfNet':
      return roundedTo(percentOf(amounts.netMinor, share.percent), share.roundToMinor)
  }
}

const roundedTo = (minor: number, unitMinor: number | undefined): number =>
  unitMinor === undefined || unitMinor <= 1 ? minor : scaleMinor(minor, 1, unitMinor) * unitMinor
