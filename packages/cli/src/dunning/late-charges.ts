/** What lateness costs under a policy, account by account: bills of interest, and fees of notices that went out. */
import { type FeePolicy, type InterestBilled, type InterestPolicy, type NoticeFeeCharged } from '@quittance/dunning'
import { keyedGet, keyedValues, type LocalDate } from '@quittance/kernel'
import {
  accountBalances,
  accountOnDay,
  type AccountCommand,
  type AccountFact,
  type AccountState,
  decideAccount,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { run } from '../acting.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, type Desk } from '../matching/desk.js'
import { customersOf } from './propose-run.js'

/** A charge that would be made, or was. @category model @since 0.1.0 */
export interface ProposedCharge {
  readonly customer: string
  readonly command: AccountCommand
  readonly fact: InterestBilled | NoticeFeeCharged
}

/** What is charged, on which day, of whom. @category model @since 0.1.0 */
export interface AskedCharges {
  readonly on: LocalDate
  readonly customer?: string
}

/**
 * The bills of interest that would be made on a day, decided on each account as it stands and recorded nowhere. A currency
 * in which money of the customer's is in hand is not billed: it is matched first, for it counts from the day it came.
 *
 * @category policies
 * @since 0.1.0
 */
export const interestCharges = (
  desk: Desk,
  asked: AskedCharges,
  policy: InterestPolicy,
): Promise<ReadonlyArray<ProposedCharge>> =>
  chargesOf(desk, asked, (customer, state) => {
    const inHand = currenciesInHand(state, asked.on)
    return accountBalances(state).flatMap(({ currency }): ReadonlyArray<AccountCommand> => {
      const billId = `${policy.id}-${customer}-${asked.on}-${currency}`
      if (inHand.has(currency) || keyedGet(state.dunning.charges, billId) !== undefined) return []
      return [{ _tag: 'BillInterest', on: asked.on, billId, currency, policy }]
    })
  })

const currenciesInHand = (state: AccountState, on: LocalDate): ReadonlySet<string> =>
  new Set(accountOnDay(state, on).credits.flatMap(({ amountMinor, currency }) => (amountMinor > 0 ? [currency] : [])))

/** Customers with money in hand, of whom no interest is billed in that currency before it is matched. @category policies @since 0.1.0 */
export const waitingForMoney = async (
  desk: Desk,
  asked: AskedCharges,
): Promise<ReadonlyArray<{ readonly customer: string; readonly currency: string }>> => {
  const waiting: Array<{ readonly customer: string; readonly currency: string }> = []
  for (const customer of customersOf(desk, asked)) {
    const { state } = await accountAtPoint(desk, customer)
    for (const currency of currenciesInHand(state, asked.on)) waiting.push({ customer, currency })
  }
  return waiting
}

/** The fees of notices that were sent by a day and had none. @category policies @since 0.1.0 */
export const feeCharges = (
  desk: Desk,
  asked: AskedCharges,
  policy: FeePolicy,
): Promise<ReadonlyArray<ProposedCharge>> =>
  chargesOf(desk, asked, (_, { dunning }) => {
    const charged = new Set(keyedValues(dunning.charges).flatMap(({ noticeId }) => noticeId ?? []))
    return keyedValues(dunning.notices)
      .filter(({ standing, noticeId, lastOn }) => standing === 'sent' && lastOn <= asked.on && !charged.has(noticeId))
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.level - b.level))
      .map(({ noticeId }) => ({
        _tag: 'ChargeNoticeFee',
        on: asked.on,
        billId: `${policy.id}-${noticeId}`,
        noticeId,
        policy,
      }))
  })

/** Make the charges; each is asked of its account once more, which may refuse it. @category commands @since 0.1.0 */
export const makeCharges = async (
  desk: Desk,
  charges: ReadonlyArray<ProposedCharge>,
  actor: string,
): Promise<ReadonlyArray<AccountFact>> => {
  const facts: Array<AccountFact> = []
  for (const { customer, command, fact } of charges)
    facts.push(...(await run(desk, customer, command, { commandId: `charge:${customer}:${fact.billId}`, actor })))
  return facts
}

const chargesOf = async (
  desk: Desk,
  asked: AskedCharges,
  commandsOf: (customer: string, state: AccountState) => ReadonlyArray<AccountCommand>,
): Promise<ReadonlyArray<ProposedCharge>> => {
  const charges: Array<ProposedCharge> = []
  for (const customer of customersOf(desk, asked)) {
    const { state } = await accountAtPoint(desk, customer)
    for (const command of commandsOf(customer, state)) {
      const decided = decideAccount(command, state)
      if (E.isRight(decided))
        for (const fact of decided.right)
          if (fact._tag === 'InterestBilled' || fact._tag === 'NoticeFeeCharged')
            charges.push({ customer, command, fact })
      if (E.isLeft(decided) && decided.left._tag !== 'NothingToBill')
        throw new CliFailure(`customer ${customer}: ${describeLedgerFailure(decided.left)}`)
    }
  }
  return charges
}
