/** Steps of the area: money that comes in is matched at once; a credit note reduces its invoice or waits. */
import { money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { requiredMinor } from '../../books/currency.js'
import { creditItem, freshId, stepDay, targetOf } from '../../books/movements.js'
import { outcomeOf } from '../../books/books.js'
import type { Acts } from '../../run/play.js'
import { matchWaiting } from './match-waiting.js'
import type { Matching } from './scene.js'

/** The acts of the area. */
export const matchingActs = (scene: Matching): Acts => ({
  pay: (step) => {
    const { books, currency, days, payments } = scene
    const on = stepDay(step, days)
    const [receiptId, remittanceText, item] = [freshId(books, 'receipt'), step.text('text'), step.text('item')]
    const received = books.attempt([
      {
        _tag: 'RecordReceipt',
        on,
        receiptId,
        amount: money(currency, requiredMinor(step, 'pay', currency)),
        method: 'wire',
        ...(remittanceText === undefined ? {} : { remittanceText }),
      },
    ])
    if (E.isLeft(received)) return 'refused'
    payments.push(receiptId)
    matchWaiting(scene, on, item === undefined ? undefined : new Map([[receiptId, item]]))
    return 'accepted'
  },
  credit_note: (step) => {
    const { books, currency, days, invoices } = scene
    const isLinked = step.yes('linked') !== false
    const minor = requiredMinor(step, 'credit_note', currency)
    const item = isLinked ? targetOf(step, invoices) : undefined
    return outcomeOf(creditItem(books, item, minor, currency, stepDay(step, days)))
  },
})
