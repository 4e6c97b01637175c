/** Everything that waits on the account goes through the rule set, and what it applies is posted by commands. */
import {
  type MatcherItem,
  type MatchPayment,
  type MatchPlan,
  type PlanPolicies,
  planCommands,
  reconcile,
} from '@quittance/cash-application'
import { keyedGet, type LocalDate } from '@quittance/kernel'
import { chargeCommands, freeReceipts, matchItemsOf, matchPaymentOf } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { openOf } from '../../books/balances.js'
import { freshId } from '../../books/movements.js'
import { plainPolicy } from '../../books/plain-policy.js'
import { GivenRefused } from '../../run/unsupported.js'
import type { Matching } from './scene.js'

/** Match what waits as of a day. `named` lets a step say which item its money is for. */
export const matchWaiting = (scene: Matching, on: LocalDate, named?: ReadonlyMap<string, string>): void => {
  const { books, model, decided } = scene
  const question = {
    payments: inCaseOrder(
      freeReceipts(books.state()).map((receipt) => withText(matchPaymentOf(receipt), named)),
      scene.payments,
      ({ paymentId }) => paymentId,
    ),
    items: itemsOf(scene, on),
    writeOffs: decided.map(({ itemId, amountMinor }) => ({
      itemId,
      amountMinor: amountMinor - givenUpMinor(scene, itemId),
    })),
  }
  for (const decision of reconcile(question, model)) {
    scene.decisions.push(decision)
    if (decision.answer._tag === 'Apply') post(scene, decision.paymentId, decision.answer.plan, on)
  }
}

const withText = (payment: MatchPayment, named: ReadonlyMap<string, string> | undefined): MatchPayment => {
  const item = named?.get(payment.paymentId)
  return item === undefined ? payment : { ...payment, text: item }
}

/** The items of the case, in its order and with its kinds, as the account has them open. */
const itemsOf = ({ books, currency, invoices, kinds }: Matching, on: LocalDate): ReadonlyArray<MatcherItem> =>
  inCaseOrder(matchItemsOf(books.state(), currency, on), invoices, ({ itemId }) => itemId).map((item) => {
    const kind = kinds.get(item.itemId)
    return kind === undefined ? item : { ...item, kind }
  })

const inCaseOrder = <One>(
  all: ReadonlyArray<One>,
  ids: ReadonlyArray<string>,
  idOf: (one: One) => string,
): ReadonlyArray<One> => {
  const place = new Map(ids.map((id, at) => [id, at]))
  const placeOf = (one: One): number => place.get(idOf(one)) ?? ids.length
  return [...all].sort((a, b) => placeOf(a) - placeOf(b))
}

const givenUpMinor = ({ books }: Matching, itemId: string): number =>
  keyedGet(books.state().cash.items, itemId)?.smallDifferenceMinor ?? 0

const post = (scene: Matching, receiptId: string, plan: MatchPlan, on: LocalDate): void => {
  const { books, currency } = scene
  const run = freshId(books, 'match')
  const ids = { receiptId, currency, idOf: (thing: string, no: number) => `${run}-${thing}-${no}` }
  const { charges: _, ...settled } = plan
  const commands = planCommands(settled, ids, on, policiesOf(scene))
  if (E.isLeft(commands)) throw new GivenRefused(`a plan without commands, ${JSON.stringify(commands.left)}`)
  for (const command of commands.right) books.must(command)
  const numberOf = (no: number): string => `${run}-charge-${no}`
  for (const command of chargeCommands(plan, { receiptId, currency, on, numberOf })) {
    books.must(command)
    if (command._tag === 'IssueDebitNote') scene.charges.push(command.documentId)
  }
}

/** The account holds the rule set to its own bounds, and to what a person decided beyond them. */
const policiesOf = ({ model, decided, invoices, books }: Matching): PlanPolicies => {
  const { id, version, tolerance, writeOffLimitMinor } = model
  const decidedMinor = decided.reduce((so, { amountMinor }) => so + amountMinor, 0)
  const largestMinor = Math.max(0, ...invoices.map((itemId) => openOf(books, itemId)))
  const { percent, amountMinor = writeOffLimitMinor ?? (percent === undefined ? 0 : largestMinor) } = tolerance
  return {
    application: { ...plainPolicy, id, version, maxPennyMinor: model.maxPennyMinor },
    writeOff: {
      id,
      version,
      smallBalanceMaxMinor: 0,
      smallDifference: { maxMinor: amountMinor + decidedMinor },
      limits: [],
    },
    chargeback: { id, version },
    requestedBy: `${id}@${version}`,
  }
}
