import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { addDays, keyedValues, localDate, money } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  type AccountCommand,
  type Ledger,
  type NoticeAdapter,
  netDays,
  noticesToSend,
  sendNotice,
} from '../../src/index.js'
import { by, ledgerOn, ok, storeWith } from '../ledger/stand.js'
import { run, start } from './dunned-account.js'

const on = addDays(start, 10)
const ladder = {
  _tag: 'ItemLadder',
  id: 'usual',
  version: 1,
  steps: [{ level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: 3 }],
  sequential: true,
  graceDays: 0,
  tolerances: [],
  repeatsLastStep: false,
  credits: 'matched-first',
  runDays: { _tag: 'EveryDays', from: start, days: 1 },
  sendWithinDays: 5,
} as const
const invoice = (documentId: string): AccountCommand => ({
  _tag: 'IssueInvoice',
  on: start,
  documentId,
  currency: 'EUR',
  lines: [{ netMinor: 100_00 }],
  terms: netDays(7),
})
const received = (minor: number): AccountCommand => ({
  _tag: 'RecordReceipt',
  on,
  receiptId: 'R1',
  amount: money('EUR', minor),
  method: 'wire',
})

/** An account with a notice over two items of 100.00 EUR, due for sending since `on`. */
const noticed = async (ledger: Ledger): Promise<string> => {
  for (const id of ['I1', 'I2']) ok(await ledger.run('C-17', invoice(id), by(id)))
  ok(await ledger.run('C-17', run(ladder, on, start), by('run')))
  const { state } = ok(await ledger.account('C-17'))
  return noticesToSend(state, on, 'mailer')[0]?.noticeId ?? 'none'
}

/** A provider that honours its key: a second message under it is answered like the first, and not sent. */
const provider = () => {
  const sent = new Map<string, number>()
  let calls = 0
  const adapter = (worker: string, breaks: () => boolean = () => false): NoticeAdapter<number> => ({
    worker,
    write: ({ amountMinor }) => Promise.resolve(amountMinor),
    send: (amountMinor, key) => {
      calls += 1
      if (breaks()) return Promise.reject(new Error('the line broke before'))
      if (!sent.has(key)) sent.set(key, amountMinor)
      if (breaks()) return Promise.reject(new Error('the line broke after'))
      return Promise.resolve({ _tag: 'Accepted', reference: `msg-${sent.size}` })
    },
  })
  return { sent, adapter, calls: () => calls }
}
const asked = (noticeId: string, day = on) => ({ customer: 'C-17', noticeId, on: day })
const tagsOf = async (ledger: Ledger): Promise<ReadonlyArray<string>> =>
  keyedValues(ok(await ledger.account('C-17')).state.dunning.notices).map(({ standing }) => standing)

/** Breaks at the places named: writes and forgets to say so, or does not write at all. */
const breakingStore = (store: EventStore, breaks: () => boolean): EventStore =>
  storeWith(store, (append) => async (...args) => {
    if (breaks()) throw new Error('the machine went down before')
    const result = await append(...args)
    if (breaks()) throw new Error('the machine went down after')
    return result
  })

describe('sendNotice', () => {
  it('a crash between sending and reporting cannot send twice where the provider honours the id', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 6 }), fc.nat(3), async (gaps, dayAfter) => {
        const store = inMemoryEventStore()
        const noticeId = await noticed(ledgerOn(store))
        let left = [...gaps]
        const breaks = (): boolean => {
          const [next, ...others] = left
          if (next === undefined) return false
          left = next === 0 ? others : [next - 1, ...others]
          return next === 0
        }
        const { sent, adapter } = provider()
        for (let again = 0; again <= gaps.length * 2 + 1; again += 1) {
          const mailer = adapter('mailer', breaks)
          // A process that went down starts anew, with nothing remembered.
          const ledger = ledgerOn(breakingStore(store, breaks))
          await sendNotice(ledger, asked(noticeId, addDays(on, again % (dayAfter + 1))), mailer).catch(() => undefined)
        }
        left = []
        await sendNotice(ledgerOn(store), asked(noticeId, addDays(on, 3)), adapter('mailer'))
        expect([...sent]).toEqual([[noticeId, 200_00]])
        expect(await tagsOf(ledgerOn(store))).toEqual(['sent'])
      }),
      { numRuns: 100 },
    )
  })

  it('at most one claim for a notice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), async (workers) => {
        const store = inMemoryEventStore()
        const noticeId = await noticed(ledgerOn(store))
        const { sent, adapter, calls } = provider()
        const outcomes = await Promise.all(
          Array.from({ length: workers }, (_, index) =>
            sendNotice(ledgerOn(store), asked(noticeId), adapter(`mailer-${index}`)),
          ),
        )
        expect(outcomes.filter((one) => E.isRight(one) && one.right._tag === 'Sent')).toHaveLength(1)
        expect([sent.size, calls()]).toEqual([1, 1])
        const { facts } = await store.read('account-acme_C%2D17')
        expect(facts.filter(({ type }) => type === 'dunning.NoticeClaimed')).toHaveLength(1)
        const { state } = ok(await ledgerOn(store).account('C-17'))
        expect(noticesToSend(state, on, 'mailer-0')).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('leaves what comes in while the message is written out of it, and sends nothing where all came', async () => {
    for (const [minor, message] of [
      [60_00, 140_00],
      [200_00, undefined],
      [500_00, undefined],
    ] as const) {
      const ledger = ledgerOn()
      const noticeId = await noticed(ledger)
      const { sent, adapter } = provider()
      let isFirst = true
      const slow: NoticeAdapter<number> = {
        ...adapter('mailer'),
        write: async ({ amountMinor }) => {
          if (isFirst) ok(await ledger.run('C-17', received(minor), by('paid')))
          isFirst = false
          return amountMinor
        },
      }
      const outcome = ok(await sendNotice(ledger, asked(noticeId), slow))
      expect(outcome._tag).toBe(message === undefined ? 'Suppressed' : 'Sent')
      expect(sent.get(noticeId)).toBe(message)
    }
  })

  it('claims only what is left to ask, and takes back the level of what is not', async () => {
    const ledger = ledgerOn()
    const noticeId = await noticed(ledger)
    ok(await ledger.run('C-17', { _tag: 'RaiseDispute', on, disputeId: 'D1', documentId: 'I1' }, by('d')))
    const { sent, adapter } = provider()
    expect(ok(await sendNotice(ledger, asked(noticeId), adapter('mailer')))).toEqual({ _tag: 'Sent' })
    expect(sent.get(noticeId)).toBe(100_00)
    const { state } = ok(await ledger.account('C-17'))
    expect(keyedValues(state.dunning.items).map(({ notes }) => notes.map(({ counts }) => counts))).toEqual([
      [false],
      [true],
    ])
  })

  it('skips what has expired, and what was reported', async () => {
    const ledger = ledgerOn()
    const noticeId = await noticed(ledger)
    const { adapter, calls } = provider()
    const late = ok(await sendNotice(ledger, asked(noticeId, addDays(on, 6)), adapter('mailer')))
    expect(late).toMatchObject({ _tag: 'Left', because: { _tag: 'NoticeExpired', sendBy: addDays(on, 5) } })
    expect(calls()).toBe(0)
    expect(ok(await sendNotice(ledger, asked(noticeId, addDays(on, 5)), adapter('mailer')))).toEqual({ _tag: 'Sent' })
    const again = ok(await sendNotice(ledger, asked(noticeId, addDays(on, 5)), adapter('mailer')))
    expect(again).toMatchObject({ _tag: 'Left', because: { _tag: 'AlreadyEnded', ended: 'sent' } })
    expect(calls()).toBe(1)
  })

  it('reports what the provider refuses: its level does not count', async () => {
    const ledger = ledgerOn()
    const noticeId = await noticed(ledger)
    const refusing: NoticeAdapter<string> = {
      worker: 'mailer',
      write: () => Promise.resolve('text'),
      send: () => Promise.resolve({ _tag: 'Refused', reason: 'no such mailbox' }),
    }
    expect(ok(await sendNotice(ledger, asked(noticeId), refusing))).toEqual({
      _tag: 'Failed',
      reason: 'no such mailbox',
    })
    const next = ok(await ledger.run('C-17', run(ladder, addDays(on, 1), start), by('again')))
    expect(next.facts.map(({ fact }) => fact)).toMatchObject([
      { _tag: 'NoticeDue', level: 1, on: localDate('2026-01-12') },
    ])
  })
})
