/** A ledger to try things on: a store in memory, a clock that moves a second at every look, and short commands. */
import {
  type AppendOptions,
  type AppendResult,
  type EventStore,
  type Expected,
  inMemoryEventStore,
  type NewFact,
} from '@quittance/event-store'
import { type Instant, instant, localDate, type LocalDate, money, type Recorded } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import {
  type AccountCommand,
  type AccountFact,
  type CommandMeta,
  type Ledger,
  type LedgerOptions,
  openLedger,
  type Outcome,
} from '../../src/index.js'

export const day = (text: string): LocalDate => localDate(text)

export const ticking = (): (() => Instant) => {
  let second = 0
  return () => {
    second += 1
    return instant(
      `2026-01-05T${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000Z`,
    )
  }
}

export const ledgerOn = (store: EventStore = inMemoryEventStore(), options: Partial<LedgerOptions> = {}): Ledger =>
  openLedger({ store, entity: 'acme', clock: ticking(), ...options })

export const by = (commandId: string): CommandMeta => ({ commandId, actor: 'ann' })

export const invoice = (documentId: string, minor = 100_00): AccountCommand => ({
  _tag: 'IssueInvoice',
  on: day('2026-01-05'),
  documentId,
  currency: 'EUR',
  lines: [{ netMinor: minor }],
})

export const received = (receiptId: string, minor = 100_00): AccountCommand => ({
  _tag: 'RecordReceipt',
  on: day('2026-01-06'),
  receiptId,
  amount: money('EUR', minor),
  method: 'wire',
})

export const applied = (applicationId: string, receiptId: string, itemId: string, minor: number): AccountCommand => ({
  _tag: 'ApplyCash',
  on: day('2026-01-07'),
  receiptId,
  lines: [{ applicationId, itemId, amount: money('EUR', minor) }],
})

/** The right side of an answer that must be one. */
export const ok = <Left, Right>(answer: E.Either<Left, Right>): Right => {
  if (E.isLeft(answer)) throw new Error(`refused: ${JSON.stringify(answer.left)}`)
  return answer.right
}

export const tags = (answer: E.Either<unknown, Outcome>): ReadonlyArray<string> =>
  ok(answer).facts.map(({ fact }: Recorded<AccountFact>) => fact._tag)

type Append = EventStore['append']

/** The same store with another way of appending. */
export const storeWith = (store: EventStore, change: (append: Append) => Append): EventStore => {
  const append = change((stream, expected, facts, options) => store.append(stream, expected, facts, options))
  return {
    append: (
      stream: string,
      expected: Expected,
      facts: readonly NewFact[],
      options?: AppendOptions,
    ): Promise<AppendResult> => append(stream, expected, facts, options),
    read: (stream, from) => store.read(stream, from),
    readAll: (after, filter) => store.readAll(after, filter),
    subscribe: (after, handler, filter) => store.subscribe(after, handler, filter),
    streams: (category) => store.streams(category),
    claimedBy: (claim) => store.claimedBy(claim),
    head: () => store.head(),
    close: () => store.close(),
  }
}
