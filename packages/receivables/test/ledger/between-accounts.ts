/**
 * Three accounts of one entity between which money moves while processes die: appends are lost, or written without
 * anybody hearing of it, and what was asked is asked again, now or much later, by this process or another.
 */
import { type ReceiptRecord, unappliedMinor } from '@quittance/cash-application'
import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import {
  accountStream,
  addDays,
  emptyKeyed,
  keyedEntries,
  keyedGet,
  keyedValues,
  localDate,
  type LocalDate,
  money,
} from '@quittance/kernel'
import type { AccountLog } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import {
  type AccountCommand,
  type AccountState,
  type CashTransfer,
  type Ledger,
  type LedgerFailure,
  readFacts,
} from '../../src/index.js'
import { by, ledgerOn, ok, storeWith } from './stand.js'

export const customers = ['parent', 'child', 'cousin'] as const

/** What is done; which receipt, account or transfer it is done to is chosen among those that there are. */
export const deeds = [
  'receive',
  'move',
  'give back',
  'recall',
  'apply',
  'again',
  'unapply',
  'refund',
  'bounce',
  'reverse the card payment',
  'cancel the return',
  'void',
  'put on account',
] as const
export type Deed = (typeof deeds)[number]

export interface Step {
  readonly deed: Deed
  readonly account: number
  readonly which: number
  readonly other: number
  /** How much: all, half, a unit, too much. */
  readonly amount: number
  /** What somebody mistakes for something else, or forgets. */
  readonly slip: 'account' | 'amount' | 'receipt' | 'transfer' | 'another' | 'claim' | undefined
  readonly later: number
  /** After so many appends nothing is heard of the store any more; whether the first of those was written. */
  readonly crash: readonly [after: number, written: boolean] | undefined
  /** Another process, which remembers nothing. */
  readonly restart: boolean
}

const weighted: ReadonlyArray<Deed> = [
  ...deeds,
  ...Array.from({ length: 4 }, () => ['move', 'give back', 'recall', 'again', 'bounce'] as const).flat(),
  ...Array.from({ length: 4 }, () => 'move' as const),
  ...Array.from({ length: 3 }, () => ['cancel the return', 'apply', 'refund'] as const).flat(),
]

export const steps = (maxLength: number): fc.Arbitrary<ReadonlyArray<Step>> =>
  fc.array(
    fc.record({
      deed: fc.constantFrom(...weighted),
      account: fc.nat(2),
      which: fc.nat(20),
      other: fc.nat(20),
      amount: fc.nat(5),
      slip: fc.option(fc.constantFrom('account', 'amount', 'receipt', 'transfer', 'another', 'claim'), {
        freq: 2,
        nil: undefined,
      }),
      later: fc.nat(2),
      crash: fc.option(fc.tuple(fc.nat(3), fc.boolean()), { nil: undefined, freq: 3 }),
      restart: fc.boolean(),
    }),
    { maxLength, size: 'max' },
  )

type Asked = (ledger: Ledger) => Promise<E.Either<unknown, unknown>>

/** What became of a step, for counting what was reached. */
export interface Done {
  readonly deed: Deed
  readonly answer: string
}

export interface Entity {
  readonly store: EventStore
  readonly transfers: ReadonlyArray<CashTransfer>
  readonly done: ReadonlyArray<Done>
  readonly today: LocalDate
  /** Everything that was asked, to be asked again. */
  readonly asked: ReadonlyArray<Asked>
}

const chosen = <A>(from: ReadonlyArray<A>, which: number): A | undefined => from[which % Math.max(from.length, 1)]

/** The same store behind a line that breaks. */
const breaking = (store: EventStore): { readonly store: EventStore; crash: Step['crash'] } => {
  const line = {
    crash: undefined as Step['crash'],
    store: storeWith(store, (append) => async (...asked) => {
      const { crash } = line
      if (crash === undefined) return append(...asked)
      const [after, written] = crash
      line.crash = [after - 1, written]
      if (after > 0 || (after === 0 && written)) {
        const result = await append(...asked)
        if (after > 0) return result
      }
      return { _tag: 'Unknown', reason: 'nothing was heard' }
    }),
  }
  return line
}

/** Each account has a receipt; then the steps are played. The laws are held to the store afterwards. */
export const playEntity = async (played: ReadonlyArray<Step>): Promise<Entity> => {
  const store = inMemoryEventStore()
  const line = breaking(store)
  let ledger = ledgerOn(line.store)
  let today = localDate('2026-01-05')
  const transfers: Array<CashTransfer> = []
  const asked: Array<Asked> = []
  const done: Array<Done> = []
  for (const customer of customers) {
    const opening = { receiptId: `R-${customer}`, amount: money('EUR', 100_00), method: 'card' } as const
    ok(await ledger.run(customer, { _tag: 'RecordReceipt', on: today, ...opening }, by('opening')))
  }
  for (const [at, step] of played.entries()) {
    today = addDays(today, step.later)
    if (step.restart) ledger = ledgerOn(line.store)
    const states = await Promise.all(customers.map(async (customer) => ok(await ledger.account(customer)).state))
    const deed = deedOf(step, { id: `c${at}`, today, states, transfers, asked })
    if (deed === undefined) continue
    if (step.deed !== 'again') asked.push(deed)
    line.crash = step.crash
    const answer = await deed(ledger)
    line.crash = undefined
    done.push({ deed: step.deed, answer: E.isRight(answer) ? 'accepted' : toldOf(answer.left as Refusal) })
  }
  return { store, transfers, done, today, asked }
}

type Refusal = LedgerFailure | { readonly _tag: 'TransferFailure'; readonly failure: LedgerFailure }
const toldOf = (refusal: Refusal): string => (refusal._tag === 'TransferFailure' ? refusal.failure._tag : refusal._tag)

interface Scene {
  readonly id: string
  readonly today: LocalDate
  readonly states: ReadonlyArray<AccountState>
  readonly transfers: Array<CashTransfer>
  readonly asked: ReadonlyArray<Asked>
}

const deedOf = (step: Step, scene: Scene): Asked | undefined => {
  switch (step.deed) {
    case 'again':
      return chosen(scene.asked, step.which)
    case 'move':
      return move(step, scene)
    case 'give back':
    case 'recall':
      return bringBack(step, scene)
    default:
      return onAccount(step, scene)
  }
}

const share = (minor: number, amount: number): number =>
  Math.max([minor, minor, Math.ceil(minor / 2), Math.ceil(minor / 2), 1, minor + 1][amount] ?? minor, 1)

const move = ({ account, which, other, amount, slip }: Step, scene: Scene): Asked | undefined => {
  const having = keyedValues(scene.states[account]?.cash.receipts ?? emptyKeyed<ReceiptRecord>()).filter(
    (one) => unappliedMinor(one) > 0,
  )
  const receipt = chosen(having, which)
  if (receipt === undefined) return undefined
  const transfer: CashTransfer = {
    transferId: slip === 'transfer' ? (chosen(scene.transfers, other)?.transferId ?? 'T') : `T-${scene.id}`,
    on: scene.today,
    amount: { currency: receipt.currency, minor: share(unappliedMinor(receipt), amount) },
    fromCustomer: customers[account] ?? 'parent',
    fromReceiptId: receipt.receiptId,
    toCustomer: customers[(account + (slip === 'account' ? 0 : 1 + (other % 2))) % 3] ?? 'child',
    toReceiptId: slip === 'receipt' ? receipt.receiptId : `R-${scene.id}`,
  }
  scene.transfers.push(transfer)
  return (ledger) => ledger.moveCash(transfer, by(scene.id))
}

/** A transfer brought back, or one that somebody takes for another; a recall mostly after something bounced. */
const bringBack = (step: Step, { id, today, transfers, states }: Scene): Asked | undefined => {
  const { deed, account, which, amount, slip } = step
  const bounced = transfers.filter(({ transferId }) =>
    states.some(({ cash }) => keyedGet(cash.transfers, transferId)?.status === 'recalled'),
  )
  const sent = chosen(deed === 'recall' && slip !== 'another' && bounced.length > 0 ? bounced : transfers, which)
  if (sent === undefined) return undefined
  const transfer: CashTransfer = {
    ...sent,
    on: today,
    ...(slip === 'account' ? { toCustomer: customers[account] ?? 'child' } : {}),
    ...(slip === 'amount' ? { amount: money(sent.amount.currency, share(sent.amount.minor, amount)) } : {}),
    ...(slip === undefined ? {} : { toReceiptId: `R-${id}` }),
    ...(slip === 'transfer' ? { transferId: `T-${id}` } : {}),
  }
  if (deed === 'give back') return (ledger) => ledger.returnCash(transfer, 'wrong account', by(id))
  return (ledger) => ledger.recallCash(transfer, by(id), slip === 'claim' ? undefined : `CLM-${id}`)
}

/** The receipt that a deed is for: mostly one to which it can be done, and often one whose money has moved. */
const receiptFor = ({ deed, which, other }: Step, state: AccountState): ReceiptRecord | undefined => {
  const all = keyedValues(state.cash.receipts)
  const able = all.filter(({ status }) => (status === 'returned') === (deed === 'cancel the return'))
  const moved = able.filter(({ arrivedBy, transferIds }) => arrivedBy !== undefined || transferIds.length > 0)
  return chosen(moved.length > 0 && other % 2 === 0 ? moved : able, which) ?? chosen(all, which)
}

const onAccount = (step: Step, scene: Scene): Asked | undefined => {
  const { deed, account, which } = step
  const { id, today: on } = scene
  const state = scene.states[account]
  const customer = customers[account]
  if (state === undefined || customer === undefined) return undefined
  const method = which % 3 === 0 ? 'card' : 'wire'
  if (deed === 'receive') {
    const receipt = { _tag: 'RecordReceipt', on, receiptId: `R-${id}`, amount: money('EUR', 100_00), method } as const
    return (ledger) => ledger.run(customer, receipt, by(id))
  }
  const applicationId = chosen([...keyedEntries(state.cash.applications)], which)?.[0]
  const undo = { _tag: 'Unapply', on, because: 'reallocation', reason: 'goes elsewhere' } as const
  if (deed === 'unapply')
    return applicationId === undefined
      ? undefined
      : (ledger) => ledger.run(customer, { ...undo, applicationId }, by(id))
  const receipt = receiptFor(step, state)
  const commands = receipt === undefined ? [] : commandsOn(step, receipt, id, on)
  return commands.length === 0 ? undefined : (ledger) => ledger.runAll(customer, commands, by(id))
}

const commandsOn = (
  { deed, amount, slip }: Step,
  receipt: ReceiptRecord,
  id: string,
  on: LocalDate,
): ReadonlyArray<AccountCommand> => {
  const { receiptId, currency } = receipt
  const free = money(currency, share(unappliedMinor(receipt), amount))
  const claim = slip === 'claim' ? {} : { refundClaimId: `CLM-${id}` }
  const lines = [{ applicationId: `A-${id}`, itemId: `I-${id}`, amount: free }]
  switch (deed) {
    case 'apply':
      return [
        { _tag: 'IssueInvoice', on, documentId: `I-${id}`, currency, lines: [{ netMinor: free.minor }] },
        { _tag: 'ApplyCash', on, receiptId, lines },
      ]
    case 'refund':
      return [{ _tag: 'Refund', on, refundId: `RF-${id}`, source: 'receipt', sourceId: receiptId, amount: free }]
    case 'bounce':
      return [{ _tag: 'ReturnReceipt', on, receiptId, kind: 'nsf', ...claim }]
    case 'reverse the card payment':
      return [{ _tag: 'ReverseCardPayment', on, receiptId, reason: 'objects', ...claim }]
    case 'cancel the return':
      return [{ _tag: 'CancelReturn', on, receiptId }]
    case 'void':
      return [{ _tag: 'VoidReceipt', on, receiptId, reason: 'booked twice' }]
    default:
      return [{ _tag: 'PlaceOnAccount', on, receiptId, amount: free }]
  }
}

/** The logs of all accounts, as the store has them. */
export const logsOf = (store: EventStore): Promise<ReadonlyArray<AccountLog>> =>
  Promise.all(
    customers.map(async (customer) => ok(readFacts((await store.read(accountStream('acme', customer))).facts))),
  )
