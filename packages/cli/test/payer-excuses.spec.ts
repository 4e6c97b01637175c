import { addDays, foldOwned, instantOn, type LocalDate, localDate, money, type Recorded } from '@quittance/kernel'
import { addDebtorFact, emptyDebtorView, payerRecords } from '@quittance/projections'
import { defaultPromiseTerms } from '@quittance/promises-to-pay'
import {
  type AccountCommand,
  type AccountFact,
  type AccountState,
  decideAccount,
  evolveRecorded,
  initialAccount,
  netDays,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

const start = localDate('2026-01-05')
const on = (days: number): LocalDate => addDays(start, days)
const currency = 'EUR'

interface PayerDays {
  readonly run: (command: AccountCommand) => void
  readonly recorded: () => ReadonlyArray<Recorded<AccountFact>>
}

/** An account whose commands are all accepted, and known on their own day. */
const newPayerDays = (): PayerDays => {
  let state: AccountState = initialAccount()
  const recorded: Array<Recorded<AccountFact>> = []
  return {
    recorded: () => recorded,
    run: (command) => {
      const answer = decideAccount(command, state)
      if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
      const facts = answer.right.map((fact, index): Recorded<AccountFact> => ({
        id: `fact-${recorded.length + index}`,
        stream: 'account-acme_C1',
        revision: recorded.length + index,
        position: recorded.length + index + 1,
        effectiveOn: fact.on,
        recordedAt: instantOn(command.on, '12:00:00.000'),
        actor: 'test',
        commandId: `c${recorded.length}`,
        commandHash: '',
        correlationId: '',
        fact,
      }))
      recorded.push(...facts)
      state = foldOwned(evolveRecorded, state, facts)
    },
  }
}

/** An invoice of 100.00, promised on day 40 for day 45; the window ends on day 48. */
const promised = (forItem: boolean): PayerDays => {
  const days = newPayerDays()
  days.run({
    _tag: 'IssueInvoice',
    on: start,
    documentId: 'RE-1',
    currency,
    lines: [{ netMinor: 100_00 }],
    terms: netDays(30),
  })
  const items = forItem ? { items: [{ itemId: 'RE-1', amountMinor: 100_00 }] } : {}
  const [amountMinor, dueOn] = [100_00, on(45)]
  days.run({
    _tag: 'MakePromise',
    on: on(40),
    promiseId: 'P-1',
    currency,
    amountMinor,
    dueOn,
    terms: defaultPromiseTerms,
    ...items,
  })
  return days
}

const disputed = (days: PayerDays, from: number, amountMinor = 100_00): void =>
  days.run({ _tag: 'RaiseDispute', on: on(from), disputeId: 'D-1', documentId: 'RE-1', amountMinor })

const ended = (days: PayerDays, day: number, outcome: 'rejected' | 'withdrawn'): void =>
  days.run({ _tag: 'ResolveDispute', on: on(day), disputeId: 'D-1', outcome })

const settled = (days: PayerDays, asOf = 80) => {
  days.run({ _tag: 'AssessPromises', on: on(49) })
  const view = emptyDebtorView()
  for (const fact of days.recorded()) addDebtorFact(view, fact)
  const knownAt = view.ledger.latestRecordedAt
  return knownAt === undefined ? [] : (payerRecords(view, { asOf: on(asOf), knownAt })[0]?.promises ?? [])
}

describe.each([true, false])('a promise that was not kept (for an item: %s)', (forItem) => {
  it('is settled on the day after its window, and named by its verdict', () => {
    const days = promised(forItem)
    const [own, ...others] = settled(days)
    expect(own).toMatchObject({ promiseId: 'P-1', settledOn: on(49), state: 'broken' })
    expect(own).not.toHaveProperty('cause')
    expect(others).toEqual([])
    expect(
      days.recorded().filter(({ id, fact }) => id === own?.factIds[0] && fact._tag === 'PromiseBroken'),
    ).toHaveLength(1)
    expect(settled(promised(forItem), 48)).toEqual([])
  })

  it('is excused while as much as was missing is in dispute, and not by a smaller dispute', () => {
    const [whole, part] = [promised(forItem), promised(forItem)]
    disputed(whole, 42)
    disputed(part, 42, 99_99)
    expect(settled(whole)[0]?.cause).toBe('dispute open')
    expect(settled(part)[0]).not.toHaveProperty('cause')
  })

  it('is not excused by a dispute that was rejected or withdrawn, or raised after the window', () => {
    for (const outcome of ['rejected', 'withdrawn'] as const) {
      const days = promised(forItem)
      disputed(days, 42)
      ended(days, 46, outcome)
      expect(settled(days)[0]).not.toHaveProperty('cause')
    }
    const late = promised(forItem)
    disputed(late, 49)
    expect(settled(late)[0]).not.toHaveProperty('cause')
  })
})

describe('money that lay with us', () => {
  it('excuses a promise for an item, as long as nobody applied it', () => {
    const days = promised(true)
    days.run({
      _tag: 'RecordReceipt',
      on: on(44),
      receiptId: 'R-1',
      amount: money(currency, 100_00),
      method: 'wire',
    })
    expect(settled(days)[0]).toMatchObject({ state: 'broken', cause: 'payment applied late' })
  })
})
