/** Steps that take money back: returns, card reversals, voids, refunds, and what undoes each. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { ReturnFee, ReturnKind } from '@quittance/cash-application'
import type { AccountCommand } from '@quittance/receivables'
import { applyAll } from '../../books/applying.js'
import { type Books, outcomeOf } from '../../books/books.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { type Days } from '../../books/days.js'
import { creditItem, payItem, stepDay, targetOf } from '../../books/movements.js'
import type { Opening } from '../../books/opening.js'
import type { Acts, Outcome } from '../../run/play.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { cancelRefundCommands, refundCommands } from './refund.js'

/** The state of a reversal case. */
export interface Reversals {
  readonly books: Books
  readonly currency: CurrencyCode
  readonly days: Days
  readonly opening: Opening
  /** The day of the latest step. */
  today: LocalDate
  /** The payment that the latest step was about. */
  payment: string | undefined
}

/** The acts of the area. */
export const reversalActs = (scene: Reversals): Acts => {
  const { books, currency, days, opening } = scene
  const on = (step: Reader): LocalDate => {
    scene.today = stepDay(step, days)
    return scene.today
  }
  const attempt = (commands: ReadonlyArray<AccountCommand>): Outcome => outcomeOf(books.attempt(commands))
  const named = (step: Reader, key: string): string => {
    const payment = step.node(key)?.kind === 'map' ? step.map(key)?.text('payment') : step.text(key)
    scene.payment = payment ?? unsupported(`${step.path}.${key}`)
    return scene.payment
  }
  const detailed =
    (key: string, commands: (details: Reader, day: LocalDate) => ReadonlyArray<AccountCommand>) =>
    (step: Reader): Outcome => {
      const details = step.map(key) ?? unsupported(`${step.path}.${key}`)
      const day = on(step)
      scene.payment = details.text('payment')
      return attempt(commands(details, day))
    }
  return {
    allocate_all: (step) => {
      step.yes('allocate_all')
      applyAll(books, opening.payments, opening.invoices, currency, on(step))
      return 'accepted'
    },
    return: detailed('return', (details, day) => [returnCommand(details, currency, day)]),
    chargeback: detailed('chargeback', (details, day) => [cardReversal(details, currency, day)]),
    cancel_return: (step) => attempt([{ _tag: 'CancelReturn', on: on(step), receiptId: named(step, 'cancel_return') }]),
    cancel_chargeback: (step) =>
      attempt([{ _tag: 'CancelReturn', on: on(step), receiptId: named(step, 'cancel_chargeback') }]),
    cancel: (step) =>
      attempt([{ _tag: 'VoidReceipt', on: on(step), receiptId: named(step, 'cancel'), reason: 'case' }]),
    refund: detailed('refund', (details, day) => refundCommands(scene, details, day)),
    check: (step) => {
      scene.today = step.date('check') ?? unsupported(`${step.path}.check`)
      return 'accepted'
    },
    cancel_refund: (step) => {
      step.text('cancel_refund')
      return attempt(cancelRefundCommands(books, on(step)))
    },
    pay: (step) => {
      const item = targetOf(step, opening.invoices)
      return outcomeOf(payItem(books, item, requiredMinor(step, 'pay', currency), currency, on(step)))
    },
    credit_note: (step) => {
      const item = step.yes('linked') === false ? undefined : targetOf(step, opening.invoices)
      return outcomeOf(creditItem(books, item, requiredMinor(step, 'credit_note', currency), currency, on(step)))
    },
  }
}

const paymentOf = (details: Reader): string => details.text('payment') ?? unsupported(`${details.path} without payment`)

const returnKinds: Readonly<Record<string, ReturnKind | 'chargeback'>> = {
  nsf: 'nsf',
  account_closed: 'account-closed',
  refused: 'refused',
  duplicate: 'duplicate',
  wrong_payer: 'wrong-payer',
  other: 'other',
  chargeback: 'chargeback',
}

const returnCommand = (details: Reader, currency: CurrencyCode, on: LocalDate): AccountCommand => {
  const kind = details.oneOf('kind', returnKinds) ?? 'other'
  return kind === 'chargeback'
    ? cardReversal(details, currency, on)
    : { _tag: 'ReturnReceipt', on, kind, ...takenBack(details, currency) }
}

const cardReversal = (details: Reader, currency: CurrencyCode, on: LocalDate): AccountCommand => ({
  _tag: 'ReverseCardPayment',
  on,
  reason: details.text('reason') ?? 'case',
  ...takenBack(details, currency),
})

const takenBack = (
  details: Reader,
  currency: CurrencyCode,
): { readonly receiptId: string; readonly refundClaimId: string; readonly fee?: ReturnFee } => {
  const receiptId = paymentOf(details)
  const feeMinor = minorOf(details, 'fee', currency) ?? 0
  const chargeTo = details.oneOf('fee_to', { creditor: 'creditor', customer: 'customer' } as const) ?? 'creditor'
  return {
    receiptId,
    refundClaimId: `claim-${receiptId}`,
    ...(feeMinor === 0 ? {} : { fee: { amountMinor: feeMinor, chargeTo, documentId: `fee-${receiptId}` } }),
  }
}

/** Payments that the case charges back came by card. */
export const chargedBack = (given: Reader): ReadonlySet<string> => {
  const command = given.map('command')
  const steps = [...given.maps('steps'), ...(command === undefined ? [] : [command])]
  return new Set(
    steps.flatMap((step) => {
      const details = step.has('chargeback')
        ? step.map('chargeback')
        : step.has('return')
          ? step.map('return')
          : undefined
      if (details === undefined) return []
      const byCard = step.has('chargeback') || details.text('kind') === 'chargeback'
      return byCard ? (details.text('payment') ?? []) : []
    }),
  )
}
