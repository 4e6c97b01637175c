/** What the ledger says after matching; which step decided is the rule set's own word. */
import { type ItemRecord, type ReceiptRecord, unappliedMinor } from '@quittance/cash-application'
import { keyedGet, sumMinor } from '@quittance/kernel'
import { amounts, words } from '../../books/amounts.js'
import { openOfAll } from '../../books/applying.js'
import { documentOf } from '../../books/balances.js'
import { receiptsOf } from '../../books/in-order.js'
import type { Answers } from '../../run/ask.js'
import { amount, fields, nothing, set, text, type Value, yesNo } from '../../run/value.js'
import { statuses } from '../allocation/answers.js'
import type { Matching } from './scene.js'

type ById = ReadonlyArray<readonly [string, number]>

/** Answers of the area. */
export const matchingAnswers = (scene: Matching): Answers => {
  const { books, currency, invoices, charges } = scene
  const { cash } = books.state()
  const byItem = (of: (record: ItemRecord) => number): ById =>
    invoices.map((id) => {
      const record = keyedGet(cash.items, id)
      return [id, record === undefined ? 0 : of(record)]
    })
  const byReceipt = (of: (receipt: ReceiptRecord) => number): ById =>
    receiptsOf(books).map((receipt) => [receipt.receiptId, of(receipt)])
  const applied = byItem(({ cashMinor }) => cashMinor)
  const fromReceipts = byReceipt(({ appliedMinor }) => appliedMinor)
  const credited = invoices.map((id): readonly [string, number] => {
    const record = keyedGet(cash.items, id)
    return [id, documentOf(books, id).offsetMinor + (record?.creditMinor ?? 0)]
  })
  const income = charges.map((id): readonly [string, number] => [id, documentOf(books, id).payableMinor])
  const penny = byReceipt(({ pennyMinor }) => pennyMinor)
  const used = fromReceipts.filter(([, minor]) => minor > 0)
  return {
    match: () => yesNo(isMatched(scene)),
    step: () => stepOf(scene),
    used: () => set(used.map(([id]) => text(id))),
    open: (ask) => amounts(ask, openOfAll(books, invoices), currency),
    applied: (ask) =>
      amounts(ask, ask.kind === 'list' ? applied : [...applied, ...fromReceipts], currency, total(applied)),
    unapplied: (ask) => amounts(ask, byReceipt(unappliedMinor), currency),
    write_off: (ask) =>
      amounts(
        ask,
        byItem(({ writtenOffMinor }) => writtenOffMinor),
        currency,
      ),
    discount: (ask) =>
      amounts(
        ask,
        byItem(({ discountMinor }) => discountMinor),
        currency,
      ),
    chargeback: (ask) =>
      amounts(
        ask,
        byItem(({ transferredMinor }) => transferredMinor),
        currency,
      ),
    penny_difference: (ask) => amounts(ask, penny, currency),
    other_income: (ask) => amounts(ask, income, currency),
    credited: (ask) => amounts(ask, credited, currency),
    status: (ask) => words(ask, statuses(books, invoices)),
    journal: () =>
      journal(scene, {
        bank: total(byReceipt(({ amountMinor }) => amountMinor)),
        write_off: total(byItem(({ writtenOffMinor }) => writtenOffMinor)),
        discount: total(byItem(({ discountMinor }) => discountMinor)),
        chargeback: total(byItem(({ transferredMinor }) => transferredMinor)),
        receivable: 0 - total(byItem((record) => record.cashMinor + record.discountMinor + closedMinor(record))),
        unapplied: 0 - total(byReceipt(unappliedMinor)),
        penny_difference: 0 - total(penny),
        other_income: 0 - total(income),
      }),
  }
}

const total = (rows: ById): number => sumMinor(rows.map(([, minor]) => minor))

const closedMinor = ({ writtenOffMinor, transferredMinor }: ItemRecord): number => writtenOffMinor + transferredMinor

/** Money found its items. Under a tolerance, going down the list without closing what it comes to is no match. */
const isMatched = ({ decisions, model }: Matching): boolean =>
  decisions.some(({ answer }) => {
    if (answer._tag !== 'Apply') return false
    const hasTolerance = model.tolerance.percent !== undefined || model.tolerance.amountMinor !== undefined
    return !hasTolerance || answer.by !== 'in-order' || answer.plan.lines.every(({ openMinor }) => openMinor === 0)
  })

const stepOf = ({ decisions, stepWord }: Matching): Value => {
  const last = decisions.findLast(({ answer }) => answer._tag === 'Apply')?.answer
  return last?._tag === 'Apply' ? text(stepWord(last.by)) : nothing
}

/** One line for each account that moved: debits above zero, credits below. */
const journal = ({ currency }: Matching, moved: Readonly<Record<string, number>>): Value =>
  set(
    Object.entries(moved)
      .filter(([, minor]) => minor !== 0)
      .map(([account, minor]) =>
        fields({
          account: text(account),
          ...(minor > 0 ? { debit: amount(minor, currency) } : { credit: amount(0 - minor, currency) }),
        }),
      ),
  )
