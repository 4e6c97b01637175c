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

/** Where the money went, as the account has it. */
interface Moved {
  readonly received: ById
  readonly unapplied: ById
  readonly penny: ById
  readonly fromReceipts: ById
  readonly cash: ById
  readonly writtenOff: ById
  readonly discount: ById
  readonly chargedBack: ById
  readonly credited: ById
  readonly income: ById
}

const movedIn = ({ books, invoices, charges }: Matching): Moved => {
  const { cash } = books.state()
  const byItem = (of: (record: ItemRecord) => number): ById =>
    invoices.map((id) => {
      const record = keyedGet(cash.items, id)
      return [id, record === undefined ? 0 : of(record)]
    })
  const byReceipt = (of: (receipt: ReceiptRecord) => number): ById =>
    receiptsOf(books).map((receipt) => [receipt.receiptId, of(receipt)])
  return {
    received: byReceipt(({ amountMinor }) => amountMinor),
    unapplied: byReceipt(unappliedMinor),
    penny: byReceipt(({ pennyMinor }) => pennyMinor),
    fromReceipts: byReceipt(({ appliedMinor }) => appliedMinor),
    cash: byItem(({ cashMinor }) => cashMinor),
    writtenOff: byItem(({ writtenOffMinor }) => writtenOffMinor),
    discount: byItem(({ discountMinor }) => discountMinor),
    chargedBack: byItem(({ transferredMinor }) => transferredMinor),
    credited: invoices.map((id) => [
      id,
      documentOf(books, id).offsetMinor + (keyedGet(cash.items, id)?.creditMinor ?? 0),
    ]),
    income: charges.map((id) => [id, documentOf(books, id).payableMinor]),
  }
}

/** Answers of the area. */
export const matchingAnswers = (scene: Matching): Answers => {
  const { books, currency, invoices } = scene
  const moved = movedIn(scene)
  const { cash, fromReceipts } = moved
  const used = fromReceipts.filter(([, minor]) => minor > 0)
  return {
    match: () => yesNo(isMatched(scene)),
    step: () => stepOf(scene),
    used: () => set(used.map(([id]) => text(id))),
    open: (ask) => amounts(ask, openOfAll(books, invoices), currency),
    applied: (ask) => amounts(ask, ask.kind === 'list' ? cash : [...cash, ...fromReceipts], currency, total(cash)),
    unapplied: (ask) => amounts(ask, moved.unapplied, currency),
    write_off: (ask) => amounts(ask, moved.writtenOff, currency),
    discount: (ask) => amounts(ask, moved.discount, currency),
    chargeback: (ask) => amounts(ask, moved.chargedBack, currency),
    penny_difference: (ask) => amounts(ask, moved.penny, currency),
    other_income: (ask) => amounts(ask, moved.income, currency),
    credited: (ask) => amounts(ask, moved.credited, currency),
    status: (ask) => words(ask, statuses(books, invoices)),
    journal: () => journal(scene, moved),
  }
}

const total = (rows: ById): number => sumMinor(rows.map(([, minor]) => minor))

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
const journal = ({ currency }: Matching, moved: Moved): Value => {
  const lines: ReadonlyArray<readonly [string, number]> = [
    ['bank', total(moved.received)],
    ['write_off', total(moved.writtenOff)],
    ['discount', total(moved.discount)],
    ['chargeback', total(moved.chargedBack)],
    ['receivable', 0 - total([...moved.cash, ...moved.writtenOff, ...moved.discount, ...moved.chargedBack])],
    ['unapplied', 0 - total(moved.unapplied)],
    ['penny_difference', 0 - total(moved.penny)],
    ['other_income', 0 - total(moved.income)],
  ]
  return set(
    lines
      .filter(([, minor]) => minor !== 0)
      .map(([account, minor]) =>
        fields({
          account: text(account),
          ...(minor > 0 ? { debit: amount(minor, currency) } : { credit: amount(0 - minor, currency) }),
        }),
      ),
  )
}
