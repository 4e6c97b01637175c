/** How invoices, the customer's money and the customer's state stand after money went back. */
import { unappliedMinor } from '@quittance/cash-application'
import { keyedGet, sumMinor } from '@quittance/kernel'
import { accountState } from '@quittance/dunning'
import { unpaidItems } from '@quittance/receivables'
import { amounts, words } from '../../books/amounts.js'
import { openOfAll } from '../../books/applying.js'
import { balanceOf, heldMinor } from '../../books/balances.js'
import type { Books } from '../../books/books.js'
import type { Answers } from '../../run/ask.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields, list, text, type Value } from '../../run/value.js'
import { statuses } from '../allocation/answers.js'
import type { CustomerStates } from '../dunning/customer-states.js'
import type { Reversals } from './acts.js'

/** Answers of the area. */
export const reversalAnswers = (scene: Reversals, states: CustomerStates | undefined): Answers => {
  const { books, currency, opening } = scene
  const { invoices } = opening
  const held = (): Value => amount(heldMinor(books, currency), currency)
  return {
    open: (ask) => amounts(ask, openOfAll(books, invoices), currency),
    status: (ask) => words(ask, statuses(books, invoices)),
    bank_fee: () => amount(sumMinor(feesIn(books)), currency),
    discount: (ask) =>
      amounts(
        ask,
        invoices.map((id) => [id, keyedGet(books.state().cash.items, id)?.discountMinor ?? 0]),
        currency,
      ),
    debit_items: () => list(debitItems(scene)),
    customer_balance: () => amount(balanceOf(books, currency).balanceMinor, currency),
    customer_credit: held,
    refundable: () => amount(refundableMinor(scene), currency),
    state: () => {
      if (states === undefined) return unsupported('state without states_by')
      return text(accountState(states, unpaidItems(books.state()), currency, scene.today) ?? 'CLEAR')
    },
  }
}

const feesIn = (books: Books): ReadonlyArray<number> =>
  books
    .recorded()
    .flatMap(({ fact }) =>
      fact._tag === 'ReceiptReturned' || fact._tag === 'CardPaymentReversed' ? [fact.feeMinor] : [],
    )

const kindsByReason: Readonly<Record<string, string>> = {
  'returned-payment-fee': 'fee',
  'refund-of-returned-payment': 'refund',
}

/** What the customer was charged by debit notes, in order. */
const debitItems = ({ books, currency }: Reversals): ReadonlyArray<Value> =>
  books.recorded().flatMap(({ fact }) =>
    fact._tag === 'DebitNoteIssued'
      ? [
          fields({
            kind: text(kindsByReason[fact.reason] ?? fact.reason),
            amount: amount(fact.totals.grossMinor, currency),
          }),
        ]
      : [],
  )

/** What could go back to the customer: of the payment that the latest step names, else of all that is held. */
const refundableMinor = ({ books, currency, payment }: Reversals): number => {
  const receipt = payment === undefined ? undefined : keyedGet(books.state().cash.receipts, payment)
  return receipt === undefined ? heldMinor(books, currency) : unappliedMinor(receipt) + receipt.onAccountMinor
}
