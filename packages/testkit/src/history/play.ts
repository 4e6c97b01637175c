/**
 * Histories are made by running commands against the account's own rules, never by throwing facts together:
 * what is refused leaves no fact, what is accepted is recorded, some of it days later.
 */
import {
  accountStream,
  addDays,
  factId,
  foldOwned,
  type Instant,
  instantOn,
  type LocalDate,
  localDate,
  type Recorded,
} from '@quittance/kernel'
import {
  type AccountCommand,
  type AccountFact,
  commandHash,
  decideAccount,
  evolveRecorded,
  initialAccount,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountHistory, Attempt } from './account-history.js'
import { applyCash, applyCredit, unapply } from './applications.js'
import { billInterest, chargeNoticeFee } from './charges.js'
import { recordExcuse, recordTouch } from './contacts.js'
import { type Dice, diceOf } from './dice.js'
import { cancelChargeback, endDeduction, net, raiseChargeback, recordDeduction, reverseNetting } from './differences.js'
import { assignDispute, raiseDispute, resolveDispute, substantiateDispute, tagDisputeCause } from './disputes.js'
import {
  changeDueDate,
  creditInvoice,
  issueDebitNote,
  issueInvoice,
  recordDelivery,
  standaloneCredit,
  voidInvoice,
} from './documents.js'
import {
  carryOut,
  placeWithAgency,
  recallFromAgency,
  recordAgencyRemittance,
  sendFinalDemand,
  tellAbout,
} from './escalations.js'
import { closeAccount, openAccount, reopenAccount } from './life.js'
import {
  assignLadder,
  claimNotice,
  giveNotice,
  ignoreNotice,
  liftHold,
  placeHold,
  reportNotice,
  runDunning,
} from './notices.js'
import { assessPromises, confirmPromise, makePlan, makePromise, supersedePromise, withdrawPromise } from './promises.js'
import {
  cancelRefund,
  placeOnAccount,
  recordReceipt,
  refund,
  releaseFromAccount,
  reverseWriteOff,
  voidReceipt,
  writeOff,
} from './receipts.js'
import { recordMatch } from './matches.js'
import { cancelReturn, recallTransfer, returnTransfer, takeBack, transferIn, transferOut } from './returns.js'
import { acceptOrder, agreePrice, confirmRootCause, deliverGoods, recordRemittance } from './upstream.js'
import type { Move, World } from './world.js'

/** How often each move is made, out of the sum. */
const weighted: ReadonlyArray<readonly [number, Move]> = [
  [12, issueInvoice],
  [14, recordReceipt],
  [22, applyCash],
  [4, issueDebitNote],
  [5, creditInvoice],
  [3, standaloneCredit],
  [3, voidInvoice],
  [3, changeDueDate],
  [3, recordDelivery],
  [4, raiseDispute],
  [2, substantiateDispute],
  [2, assignDispute],
  [2, tagDisputeCause],
  [3, resolveDispute],
  [5, applyCredit],
  [4, recordMatch],
  [8, unapply],
  [4, placeOnAccount],
  [3, releaseFromAccount],
  [6, takeBack],
  [4, cancelReturn],
  [3, voidReceipt],
  [5, refund],
  [3, cancelRefund],
  [4, writeOff],
  [3, reverseWriteOff],
  [4, transferOut],
  [3, transferIn],
  [3, returnTransfer],
  [3, recallTransfer],
  [5, recordDeduction],
  [5, endDeduction],
  [4, raiseChargeback],
  [3, cancelChargeback],
  [4, net],
  [3, reverseNetting],
  [9, makePromise],
  [2, makePlan],
  [2, supersedePromise],
  [2, confirmPromise],
  [2, withdrawPromise],
  [9, assessPromises],
  [3, recordTouch],
  [2, recordExcuse],
  [2, acceptOrder],
  [2, deliverGoods],
  [2, agreePrice],
  [2, confirmRootCause],
  [2, recordRemittance],
  [3, tellAbout],
  [5, runDunning],
  [3, giveNotice],
  [5, claimNotice],
  [5, reportNotice],
  [2, ignoreNotice],
  [2, placeHold],
  [1, liftHold],
  [1, assignLadder],
  [3, sendFinalDemand],
  [2, carryOut],
  [3, placeWithAgency],
  [2, recallFromAgency],
  [2, recordAgencyRemittance],
  [3, billInterest],
  [2, chargeNoticeFee],
  [1, openAccount],
  [1, closeAccount],
  [1, reopenAccount],
]
const moves: ReadonlyArray<Move> = weighted.flatMap(([weight, move]) => Array.from({ length: weight }, () => move))

/** The numbers that one step of a history is made from; the first chooses the move. @category arbitraries @since 0.1.0 */
export type Step = ReadonlyArray<number>

const entity = 'acme'
const customer = 'C-17'
const stream = accountStream(entity, customer)
const beginnings: readonly [LocalDate, ...ReadonlyArray<LocalDate>] = [
  localDate('2026-01-05'),
  localDate('2024-01-31'),
  localDate('2024-02-28'),
  localDate('2025-12-30'),
]

interface Tape {
  readonly world: World
  readonly attempts: Array<Attempt>
  readonly recorded: Array<Recorded<AccountFact>>
  knownAt: Instant
}

/**
 * Play the steps: each makes a move, most moves one command; between steps days pass, or none.
 *
 * @law a history has a fact of every type sooner or later
 * @category arbitraries
 * @since 0.1.0
 */
export const playAccount = (steps: ReadonlyArray<Step>): AccountHistory => {
  const first = diceOf(steps[0]?.slice(1) ?? [])
  const today = first.pick(beginnings)
  const currency = first.pick(['EUR', 'EUR', 'JPY', 'KWD', 'CLF'])
  const tape: Tape = {
    world: { state: initialAccount(), today, currency, base: currency === 'EUR' ? 'CHF' : 'EUR', ids: 0 },
    attempts: [],
    recorded: [],
    knownAt: instantOn(today, '09:00:00.000'),
  }
  for (const [choice = 0, ...numbers] of steps) {
    const dice = diceOf(numbers)
    passTime(tape, dice)
    const move =
      tape.world.state.life.closedOn !== undefined && choice % 2 === 0 ? reopenAccount : moves[choice % moves.length]
    for (const command of move?.(tape.world, dice) ?? []) run(tape, command)
  }
  return { entity, customer, attempts: tape.attempts, recorded: tape.recorded, state: tape.world.state }
}

/** Often the same day; what happens is written down the same day, or up to forty days later. */
const passTime = (tape: Tape, dice: Dice): void => {
  const { world } = tape
  world.today = addDays(world.today, dice.pick([0, 0, 1, 0, 2, 5, 10, 0, 31]))
  const writtenOn = instantOn(addDays(world.today, dice.pick([0, 0, 1, 0, 3, 0, 40])), '09:00:00.000')
  if (writtenOn > tape.knownAt) tape.knownAt = writtenOn
}

const run = (tape: Tape, command: AccountCommand): void => {
  const commandId = `c${tape.attempts.length}`
  const answer = decideAccount(command, tape.world.state, () => tape.recorded.map(({ fact }) => fact))
  tape.attempts.push({ commandId, command, answer })
  if (E.isLeft(answer)) return
  const recorded = recordFacts(command, commandId, answer.right, tape.recorded.length, tape.knownAt)
  tape.recorded.push(...recorded)
  tape.world.state = foldOwned(evolveRecorded, tape.world.state, recorded)
}

/**
 * Facts of one command as a ledger would record them.
 *
 * @param revision - of the first of them
 * @category arbitraries
 * @since 0.1.0
 */
export const recordFacts = (
  command: AccountCommand,
  commandId: string,
  facts: ReadonlyArray<AccountFact>,
  revision: number,
  recordedAt: Instant,
): ReadonlyArray<Recorded<AccountFact>> =>
  facts.map((fact, index) => ({
    id: factId(entity, stream, commandId, index),
    stream,
    revision: revision + index,
    position: revision + index + 1,
    effectiveOn: fact.on,
    recordedAt,
    actor: 'testkit',
    commandId,
    commandHash: commandHash(command),
    correlationId: commandId,
    fact,
  }))
