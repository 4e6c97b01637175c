/** An account over some weeks, told by days: what happens on each, and on which days somebody looks whether anything is due. */
import type { ItemLadder, LadderStep, NoticeDue } from '@quittance/dunning'
import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { accountStream, addDays, localDate, type LocalDate, money } from '@quittance/kernel'
import { defaultPromiseTerms } from '@quittance/promises-to-pay'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { type AccountCommand, type AccountFact, type Ledger, netDays, readFacts } from '../../src/index.js'
import { by, ledgerOn } from '../ledger/stand.js'

export const start: LocalDate = localDate('2026-01-01')
/** Days told of each account. */
export const weeks = 45

/** Something that happens on a day, told by small numbers so that it shrinks. */
export interface Happening {
  readonly day: number
  readonly what:
    'invoice' | 'pay' | 'receive' | 'dispute' | 'resolve' | 'promise' | 'hold' | 'lift' | 'late-news' | 'hand'
  readonly item: number
  readonly amount: number
}

export const happenings: fc.Arbitrary<ReadonlyArray<Happening>> = fc
  .array(
    fc.record({
      day: fc.nat(weeks),
      what: fc.constantFrom<Happening['what']>(
        'invoice',
        'invoice',
        'invoice',
        'pay',
        'pay',
        'receive',
        'dispute',
        'resolve',
        'promise',
        'hold',
        'lift',
        'late-news',
        'hand',
      ),
      item: fc.nat(3),
      amount: fc.constantFrom(100_00, 50_00, 1, 99_99, 30_00),
    }),
    { minLength: 3, maxLength: 14 },
  )
  .map((all) => [...all, { day: 0, what: 'invoice' as const, item: 0, amount: 100_00 }])

const step = (level: number, delayDays: number, parts: Partial<LadderStep> = {}): LadderStep => ({
  level,
  kind: level === 1 ? 'reminder' : 'past-due-notice',
  channel: 'e-mail',
  mode: 'net-days',
  delayDays,
  ...parts,
})

export const ladders: fc.Arbitrary<ItemLadder> = fc.record({
  _tag: fc.constant('ItemLadder' as const),
  id: fc.constant('usual'),
  version: fc.constant(1),
  steps: fc.constantFrom(
    [step(1, 0), step(2, 7), step(3, 14)],
    [step(1, -3), step(2, 5), step(3, 5, { mode: 'previous-date' })],
    [step(1, 2), step(2, 3, { mode: 'previous-date' }), step(3, 20, { minimums: [money('EUR', 60_00)] })],
  ),
  sequential: fc.boolean(),
  graceDays: fc.constantFrom(0, 2),
  tolerances: fc.constantFrom([], [money('EUR', 100)]),
  repeatsLastStep: fc.boolean(),
  credits: fc.constantFrom('matched-first' as const, 'in-notice' as const, 'left-aside' as const),
  runDays: fc.constantFrom(
    { _tag: 'EveryDays' as const, from: start, days: 1 },
    { _tag: 'EveryDays' as const, from: start, days: 3 },
    { _tag: 'Weekdays' as const, weekdays: [1, 4] },
    { _tag: 'DaysOfMonth' as const, days: [1, 10, 31] },
  ),
  sendWithinDays: fc.constant(5),
})

/** The commands of a happening; the first says that the account has reached the day, so that news dated back came after it. */
export const commandsOf = (
  { what, item, amount, day }: Happening,
  key: string,
  from: LocalDate,
): Array<AccountCommand> => {
  const on = addDays(from, day)
  const itemId = `I${item}`
  const eur = money('EUR', amount)
  const reached: AccountCommand = {
    _tag: 'RecordTouch',
    on,
    touchId: `T${key}`,
    channel: 'call',
    role: 'collector',
    outcome: 'no-answer',
  }
  const received: AccountCommand = { _tag: 'RecordReceipt', on, receiptId: `R${key}`, amount: eur, method: 'wire' }
  switch (what) {
    case 'invoice':
      return [
        {
          _tag: 'IssueInvoice',
          on,
          documentId: itemId,
          currency: 'EUR',
          lines: [{ netMinor: 100_00 }],
          terms: netDays(item * 4),
        },
      ]
    case 'pay':
      return [
        received,
        { _tag: 'ApplyCash', on, receiptId: `R${key}`, lines: [{ applicationId: `A${key}`, itemId, amount: eur }] },
      ]
    case 'receive':
      return [received]
    case 'dispute':
      return [{ _tag: 'RaiseDispute', on, disputeId: `D${item}-${day}`, documentId: itemId, amountMinor: amount }]
    case 'resolve':
      return Array.from({ length: day }, (_, earlier) => ({
        _tag: 'ResolveDispute' as const,
        on,
        disputeId: `D${item}-${earlier}`,
        outcome: 'rejected' as const,
      }))
    case 'promise': {
      const items = [{ itemId, amountMinor: amount }]
      const terms = { ...defaultPromiseTerms, graceDays: 1 }
      const asked = { currency: 'EUR', amountMinor: amount, dueOn: addDays(on, 6), terms }
      return [{ _tag: 'MakePromise', on, promiseId: `P${key}`, ...asked, ...(amount === 1 ? {} : { items }) }]
    }
    case 'hold':
      return [
        {
          _tag: 'PlaceHold',
          on,
          holdId: `H${item}`,
          reason: 'manual',
          by: 'dan',
          ...(amount === 1 ? {} : { items: [itemId] }),
          ...(amount === 100_00 ? {} : { until: addDays(on, 9) }),
        },
      ]
    case 'lift':
      return [{ _tag: 'LiftHold', on, holdId: `H${item}`, by: 'dan' }]
    case 'late-news': {
      const earlier = addDays(on, -4)
      return [
        reached,
        { ...received, on: earlier },
        {
          _tag: 'ApplyCash',
          on: earlier,
          receiptId: `R${key}`,
          lines: [{ applicationId: `A${key}`, itemId, amount: eur }],
        },
      ]
    }
    case 'hand':
      return [
        { _tag: 'AssignLadder', on, ladderId: 'usual', level: item % 2, items: [itemId], by: 'dan', reason: 'new' },
      ]
  }
}

/** The days on which somebody looks, how often, and from which day all is told. */
export interface Schedule {
  readonly looks: (day: number) => number
  readonly from?: LocalDate
  /** A store that fails in between. */
  readonly storeOf?: (store: EventStore) => EventStore
}

/** Tell the days of an account to a ledger of its own; what was refused happened to nobody. */
export const told = async (
  all: ReadonlyArray<Happening>,
  ladder: ItemLadder,
  { looks, from = start, storeOf = (store) => store }: Schedule,
): Promise<ReadonlyArray<AccountFact>> => {
  const store = inMemoryEventStore()
  const ledger = ledgerOn(storeOf(store))
  for (let day = 0; day <= weeks; day += 1) {
    for (const [at, one] of all.entries())
      if (one.day === day)
        for (const [index, command] of commandsOf(one, `${at}`, from).entries())
          await sure(ledger, command, `d${day}-${at}-${index}`)
    for (let look = 0; look < looks(day); look += 1)
      await sure(ledger, run(ladder, addDays(from, day), from), `run-${day}-${look}`)
  }
  const { facts } = await store.read(accountStream('acme', 'C-17'))
  const read = readFacts(facts)
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return read.right.map(({ fact }) => fact)
}

export const run = (ladder: ItemLadder, on: LocalDate, from: LocalDate): AccountCommand => ({
  _tag: 'RunDunning',
  on,
  account: 'acme/C-17',
  ladder,
  after: addDays(from, -1),
})

/** Ask until it is known what became of it. */
const sure = async (ledger: Ledger, command: AccountCommand, commandId: string): Promise<void> => {
  for (;;) {
    const answer = await ledger.run('C-17', command, by(commandId))
    if (E.isRight(answer) || answer.left._tag !== 'OutcomeUnknown') return
  }
}

/** The notices of an account, without what depends on when somebody looked. */
export const noticesIn = (facts: ReadonlyArray<AccountFact>): ReadonlyArray<NoticeDue> =>
  facts
    .flatMap((fact) => (fact._tag === 'NoticeDue' ? [fact] : []))
    .map(({ sendBy: _sendBy, lines, ...notice }) => ({
      ...notice,
      lines: lines.map(({ supersededBy: _supersededBy, ...line }) => line),
    }))
    .sort((a, b) => (`${a.on} ${a.level}` < `${b.on} ${b.level}` ? -1 : 1))
