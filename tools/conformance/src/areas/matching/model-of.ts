/** `policy` as a reconciliation model. */
import { type ItemOrder, type ReconcileModel, reconcileModel, type ReconcileStep } from '@quittance/cash-application'
import type { CurrencyCode } from '@quittance/kernel'
import { minorOf } from '../../books/currency.js'
import { type Reader, scalarText } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import type { Matching } from './scene.js'

const stepWords: Readonly<Record<string, ReconcileStep>> = {
  customer_total: 'customer-total',
  exact_single: 'exact-single',
  oldest_first: 'in-order',
}

const orderWords: Readonly<Record<string, ItemOrder>> = {
  as_listed: 'as-listed',
  due_date: 'due-date',
  interest_first: 'interest-first',
}

/** The rule set of a case, and its words for the steps. */
export const modelOf = (policy: Reader | undefined, currency: CurrencyCode): Pick<Matching, 'model' | 'stepWord'> => {
  const order = orderOf(policy)
  const percent = policy?.decimal('tolerance_percent')
  const [amountMinor, writeOffLimitMinor, maxPennyMinor, feePerItemMinor] = [
    'tolerance_amount',
    'write_off_limit',
    'max_penny',
    'fee_per_invoice',
  ].map((key) => (policy === undefined ? undefined : minorOf(policy, key, currency)))
  const hasTolerance = percent !== undefined || amountMinor !== undefined
  const charges = policy?.oneOf('short_payment', { chargeback: true, partial: false }) ?? false
  const accepts = policy?.oneOf('overpayment', { accept: true }) ?? false
  const model: ReconcileModel = {
    ...reconcileModel,
    itemOrder: order.itemOrder,
    paymentOrder: policy?.oneOf('payment_order', { newest: 'newest', oldest: 'oldest' } as const) ?? 'as-listed',
    tolerance: {
      ...(percent === undefined ? {} : { percent }),
      ...(amountMinor === undefined ? {} : { amountMinor }),
    },
    steps: order.steps ?? [
      // A write-off limit is for the rest at the end of a list that is paid down.
      ...(writeOffLimitMinor === undefined || hasTolerance ? (['exact-single'] as const) : []),
      ...(percent === undefined && amountMinor === undefined ? [] : (['customer-total', 'within-tolerance'] as const)),
      ...(accepts ? (['more-than-all'] as const) : []),
      // A percentage says which payments match at all; under the other settings what does not fit is paid in order.
      ...(percent === undefined || charges ? (['in-order'] as const) : []),
    ],
    ...(writeOffLimitMinor === undefined ? {} : { writeOffLimitMinor }),
    maxPennyMinor: maxPennyMinor ?? 0,
    feePerItemMinor: feePerItemMinor ?? 0,
    shortPayment: charges ? 'chargeback' : 'partial',
    // The discount of these cases comes with the settlement.
    discountOnPart: true,
  }
  return { model, stepWord: (by) => order.words.get(by) ?? by.replaceAll('-', '_') }
}

interface Order {
  readonly itemOrder: ItemOrder
  /** Absent where the case leaves them to the rest of its policy. */
  readonly steps?: ReadonlyArray<ReconcileStep>
  readonly words: ReadonlyMap<string, string>
}

const orderOf = (policy: Reader | undefined): Order => {
  const node = policy?.node('invoice_order')
  if (node === undefined) return { itemOrder: 'as-listed', words: new Map() }
  if (node.kind === 'list') {
    const words = node.items.map((item) => scalarText(item, 'policy.invoice_order'))
    const steps = words.map((word) => named(stepWords, word))
    return { itemOrder: 'due-date', steps, words: new Map(steps.map((step, at) => [step, words[at] ?? step])) }
  }
  const word = scalarText(node, 'policy.invoice_order')
  return { itemOrder: named(orderWords, word), steps: ['in-order'], words: new Map([['in-order', word]]) }
}

const named = <Value>(words: Readonly<Record<string, Value>>, word: string): Value => {
  const value = Object.hasOwn(words, word) ? words[word] : undefined
  return value ?? unsupported(`policy.invoice_order: ${word}`)
}
