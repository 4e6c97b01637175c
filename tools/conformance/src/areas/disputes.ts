/** Area `disputes`: what is disputed and deducted, the codes and causes behind it, and whose they are. */
import type { CurrencyCode } from '@quittance/kernel'
import { disputeCase, type DisputeMovement, type DisputeMovementKind } from '@quittance/projections'
import { currencyOf, requiredMinor } from '../books/currency.js'
import type { Adapter } from '../run/adapter.js'
import type { Answers } from '../run/ask.js'
import { type Acts, play } from '../run/play.js'
import type { Reader } from '../run/reader.js'
import { amount, nothing, text } from '../run/value.js'
import { casesOf } from './disputes/cases.js'
import { codesOf } from './disputes/codes.js'
import { deductionsOf } from './disputes/deductions.js'
import { pastDueOf } from './disputes/past-due.js'
import { remaindersOf } from './disputes/remainders.js'
import { shortPaymentOf } from './disputes/short-payment.js'
import { taggedCaseOf } from './disputes/tagged-case.js'

/** The adapter of disputes. */
export const disputes: Adapter = (given, asked) => {
  const currency = currencyOf(given)
  const movements: Array<DisputeMovement> = []
  const answers = {
    ...movedCase(given, currency, movements),
    ...shortPaymentOf(given, currency),
    ...codesOf(given),
    ...casesOf(given, currency),
    ...pastDueOf(given, currency),
    ...deductionsOf(given, currency),
    ...remaindersOf(given, currency),
    ...taggedCaseOf(given, currency),
  }
  return play(given, asked, { acts: actsOn(movements, currency), answers: () => answers })
}

const moving = (movements: Array<DisputeMovement>, currency: CurrencyCode, kind: DisputeMovementKind, key: string) => ({
  [key]: (step: Reader): 'accepted' => {
    movements.push({ kind, minor: requiredMinor(step, key, currency) })
    return 'accepted'
  },
})

const actsOn = (movements: Array<DisputeMovement>, currency: CurrencyCode): Acts => ({
  ...moving(movements, currency, 'paid', 'paid'),
  ...moving(movements, currency, 'paid', 'pay'),
  ...moving(movements, currency, 'credited', 'credited'),
  ...moving(movements, currency, 'credited', 'credit_note'),
  ...moving(movements, currency, 'written-off', 'written_off'),
})

const resolutionWords: Readonly<Record<DisputeMovementKind, string>> = {
  paid: 'paid',
  credited: 'credited',
  'written-off': 'written_off',
}

/** A case of an original amount, as the steps so far leave it. */
const movedCase = (given: Reader, currency: CurrencyCode, movements: ReadonlyArray<DisputeMovement>): Answers => {
  if (!given.has('original_disputed')) return {}
  const originalMinor = requiredMinor(given, 'original_disputed', currency)
  const now = () => disputeCase(originalMinor, movements)
  return {
    remaining: () => amount(now().remainingMinor, currency),
    paid: () => amount(now().paidMinor, currency),
    credited: () => amount(now().creditedMinor, currency),
    written_off: () => amount(now().writtenOffMinor, currency),
    state: () => text(now().state),
    resolution: () => {
      const { resolution } = now()
      return resolution === undefined ? nothing : text(resolutionWords[resolution])
    },
  }
}
