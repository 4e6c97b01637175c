/** What was promised, in sentences for people from accounts receivable. */
import type { PromisesFact, ReopenReason, VerdictProof } from '@quittance/promises-to-pay'
import { amount } from './describe-cash.js'

const reasons: Readonly<Record<ReopenReason, string>> = {
  'receipt-returned': 'went back to the bank',
  'receipt-voided': 'was an entry error',
  'money-moved': 'was put elsewhere',
  'payment-applied-late': 'had come in time and was applied late',
  'payment-recorded-late': 'had come in time and was recorded late',
  'item-reduced': 'nothing was left to pay',
  'plan-changed': 'its day in the plan moved',
  'allotment-changed': 'the money was allotted differently',
}

/** @internal */
export const describePromise = (fact: PromisesFact): string => {
  const { promiseId } = fact
  switch (fact._tag) {
    case 'PromiseMade': {
      const of = fact.items.length === 0 ? 'the balance' : fact.items.map(({ itemId }) => itemId).join(', ')
      const again = fact.level === 1 ? '' : `, promised again: level ${fact.level}`
      return `Promise ${promiseId}: ${amount(fact.amountMinor, fact.currency)} of ${of} by ${fact.dueOn}${again}`
    }
    case 'PromiseConfirmed':
      return `Promise ${promiseId} confirmed by ${fact.channel}`
    case 'PromiseSuperseded': {
      const asWhat = fact.countsAs === 'nothing' ? '' : ` after its day, which counts as ${fact.countsAs}`
      return `Promise ${promiseId} replaced by ${fact.byPromiseId}${asWhat}`
    }
    case 'PromiseWithdrawn':
      return `Promise ${promiseId} withdrawn by ${fact.by}: ${fact.reason}`
    case 'PromiseKept':
      return `Promise ${promiseId} kept: ${came(fact)}`
    case 'PromisePartlyKept':
      return `Promise ${promiseId} partly kept: ${came(fact)}`
    case 'PromiseBroken':
      return `Promise ${promiseId} broken: ${came(fact)}`
    case 'PromiseVoided':
      return `Promise ${promiseId} void: nothing was left to pay`
    case 'PromiseReopened': {
      const { reason, receiptId } = fact.because
      const what = receiptId === undefined ? reasons[reason] : `receipt ${receiptId} ${reasons[reason]}`
      return `Promise ${promiseId} is ${fact.was} no more: ${what}`
    }
  }
}

const came = ({ keptMinor, expectedMinor, currency, windowEndsOn }: VerdictProof): string =>
  `${amount(keptMinor, currency)} of ${amount(expectedMinor, currency)} came by ${windowEndsOn}`
