/** Area `autocash`: a receipt through ordered rules, by `autoCash`; which rule set a receipt runs under, by `ruleSetFor`. */
import {
  autoCash,
  type AutoCashItem,
  type AutoCashOptions,
  type AutoCashResult,
  type AutoCashRule,
  ruleSetFor,
} from '@quittance/cash-application'
import { addDays, type CurrencyCode, type LocalDate } from '@quittance/kernel'
import { minorOf, requiredMinor, standInFor } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import type { Adapter } from '../run/adapter.js'
import { answer, type Answers } from '../run/ask.js'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { amount, fields, list, map, set, text, type Value } from '../run/value.js'

const rulesByWord: Readonly<Record<string, AutoCashRule>> = {
  match_payment_with_invoice: 'match-payment-with-invoice',
  clear_the_account: 'clear-the-account',
  clear_past_due: 'clear-past-due',
  clear_past_due_by_term: 'clear-past-due-by-term',
  apply_to_oldest_first: 'apply-to-oldest-first',
  combo: 'combination',
}

const wordOf = (rule: AutoCashRule): string =>
  Object.entries(rulesByWord).find(([, own]) => own === rule)?.[0] ?? unsupported(`rule ${rule}`)

/** The adapter of AutoCash. */
export const autocash: Adapter = (given, asked) =>
  answer(given.has('rules') ? runAnswers(given) : choiceAnswers(given), asked)

const runAnswers = (given: Reader): Answers => {
  const currency = standInFor(given)
  const { before, today } = daysOf(given)
  const items = given.maps('items').map((item) => itemOf(item, currency, before))
  const receipt = given.map('receipt') ?? unsupported('receipt')
  const result = autoCash(
    { id: 'case', version: 1, rules: rulesOf(given), options: optionsOf(given.map('options')) },
    items,
    { amountMinor: requiredMinor(receipt, 'amount', currency), receivedOn: receipt.date('date') ?? today },
  )
  return answersOf(result, items, currency)
}

const rulesOf = (given: Reader): ReadonlyArray<AutoCashRule> =>
  given.texts('rules').map((word) => {
    const rule = Object.hasOwn(rulesByWord, word) ? rulesByWord[word] : undefined
    return rule ?? unsupported(`rules: ${word}`)
  })

const optionsOf = (options: Reader | undefined): AutoCashOptions => ({
  discounts:
    options?.oneOf('discounts', {
      none: 'none',
      earned_only: 'earned',
      earned_and_unearned: 'earned-and-unearned',
    } as const) ?? 'none',
  discountGraceDays: options?.whole('discount_grace_days') ?? 0,
  lateCharges: options?.yes('late_charges') ?? false,
  disputed: options?.yes('disputed') ?? true,
  partial: options?.yes('partial') ?? true,
  remainder: options?.oneOf('remainder', { unapplied: 'unapplied', on_account: 'on-account' } as const) ?? 'unapplied',
})

const itemOf = (item: Reader, currency: CurrencyCode, before: LocalDate): AutoCashItem => {
  const on = item.date('date') ?? before
  const openMinor = requiredMinor(item, 'open', currency)
  const discount = item.map('discount')
  const termId = item.text('term')
  return {
    itemId: item.text('id') ?? unsupported(`${item.path} without id`),
    openMinor,
    on,
    dueOn: item.date('due') ?? on,
    disputed: item.yes('disputed') ?? false,
    lateChargeMinor: minorOf(item, 'late_charge', currency) ?? 0,
    ...(termId === undefined ? {} : { termId }),
    ...(discount === undefined ? {} : { discount: discountOf(discount, currency, openMinor, on) }),
  }
}

const discountOf = (
  discount: Reader,
  currency: CurrencyCode,
  baseMinor: number,
  on: LocalDate,
): NonNullable<AutoCashItem['discount']> => {
  const [percent, amountMinor] = [discount.decimal('percent'), minorOf(discount, 'amount', currency)]
  const [days, until] = [discount.whole('days'), discount.date('until')]
  return {
    taxMode: 'reduce-on-payment',
    baseMinor,
    graceDays: 0,
    tiers: [
      {
        lastDay: until ?? addDays(on, days ?? 0),
        ...(percent === undefined ? {} : { percent }),
        ...(amountMinor === undefined ? {} : { amountMinor }),
      },
    ],
  }
}

const outcomes = { applied: 'accepted', ambiguous: 'ambiguous', undecided: 'undecided', none: 'none' } as const

const answersOf = (result: AutoCashResult, items: ReadonlyArray<AutoCashItem>, currency: CurrencyCode): Answers => {
  const money = (minor: number): Value => amount(minor, currency)
  const lines = result.lines.map((line) =>
    fields({
      item: text(line.itemId),
      cash: money(line.cashMinor),
      discount: money(line.discountKind === 'unearned' ? 0 : line.discountMinor),
      unearned_discount: money(line.discountKind === 'unearned' ? line.discountMinor : 0),
      open: money(line.openMinor),
    }),
  )
  const openOf = (item: AutoCashItem): number =>
    result.lines.find(({ itemId }) => itemId === item.itemId)?.openMinor ?? item.openMinor
  const closed = result.lines.filter(({ openMinor }) => openMinor === 0)
  const left = (where: AutoCashResult['remainder']): Value =>
    money(result.remainder === where ? result.remainderMinor : 0)
  return {
    rule: () => text(result.outcome === 'applied' && result.rule !== undefined ? wordOf(result.rule) : 'none'),
    tried: () =>
      list(
        result.tried.map(({ rule, balanceMinor }) =>
          fields({ rule: text(wordOf(rule)), ...(balanceMinor === undefined ? {} : { balance: money(balanceMinor) }) }),
        ),
      ),
    applications: () => (result.rule === 'apply-to-oldest-first' ? list(lines) : set(lines)),
    closed: () => set(closed.map(({ itemId }) => text(itemId))),
    open: () => map(items.map((item) => [item.itemId, money(openOf(item))] as const)),
    remainder: () => money(result.remainderMinor),
    on_account: () => left('on-account'),
    unapplied: () => left('unapplied'),
    group: () => text(result.termId ?? 'none'),
    outcome: () => text(outcomes[result.outcome]),
    candidates: () => set(result.candidates.map((ids) => set(ids.map(text)))),
  }
}

const choiceAnswers = (given: Reader): Answers => {
  const namesOf = (key: string): Readonly<Record<string, string>> => {
    const names = given.map(key)
    return Object.fromEntries((names?.keys() ?? []).map((name) => [name, names?.text(name) ?? '']))
  }
  const choices = {
    system: given.text('system') ?? unsupported('receipts without system'),
    byCustomer: namesOf('customer_profile'),
    bySite: namesOf('site_profile'),
  }
  const chosen = given
    .maps('receipts')
    .map((receipt) => ruleSetFor(choices, receipt.text('customer') ?? '', receipt.text('site')))
  return { rule_sets: () => list(chosen.map(text)) }
}
