import type { CashFact } from '@quittance/cash-application'
import type { InvoicingFact } from '@quittance/invoicing'
import { accountStream, instantOn, localDate, type LocalDate, type Recorded } from '@quittance/kernel'
import { defaultPromiseTerms, type PromiseMade, type PromisesFact } from '@quittance/promises-to-pay'
import { describe, expect, it } from 'vitest'
import { accountPromises, type PromiseAt, promisesDue, reliabilityBy } from '../../src/index.js'
import { noon } from '../account/scene.js'

type AnyFact = InvoicingFact | CashFact | PromisesFact

const day = (text: string): LocalDate => localDate(text)

/** Facts of one account as a ledger gives them, each known at noon of its own day or of the one named. */
const log = (...facts: ReadonlyArray<AnyFact | readonly [AnyFact, string]>): ReadonlyArray<Recorded<AnyFact>> =>
  facts.map((one, revision) => {
    const [fact, learned] = Array.isArray(one) ? (one as readonly [AnyFact, string]) : [one as AnyFact, undefined]
    return {
      id: `fact-${revision}`,
      stream: accountStream('acme', 'globex'),
      revision,
      position: revision + 1,
      effectiveOn: fact.on,
      recordedAt: instantOn(learned === undefined ? fact.on : day(learned), '12:00:00.000'),
      actor: 'test',
      commandId: `c${revision}`,
      commandHash: '',
      correlationId: `c${revision}`,
      fact,
    }
  })

/** 500.00 EUR of the balance, promised on 1 May for 15 May, with three days of grace. */
const made = (promiseId: string, parts: Partial<PromiseMade> = {}): PromiseMade => ({
  _tag: 'PromiseMade',
  on: day('2026-05-01'),
  promiseId,
  currency: 'EUR',
  amountMinor: 500_00,
  dueOn: day('2026-05-15'),
  windowEndsOn: day('2026-05-18'),
  items: [],
  terms: defaultPromiseTerms,
  level: 1,
  ...parts,
})

const received = (receiptId: string, on: string, amountMinor: number): CashFact => ({
  _tag: 'ReceiptRecorded',
  on: day(on),
  currency: 'EUR',
  receiptId,
  amountMinor,
  method: 'wire',
})

const proof = {
  currency: 'EUR',
  promisedMinor: 500_00,
  expectedMinor: 500_00,
  keptMinor: 0,
  shortMinor: 500_00,
  toleranceMinor: 0,
  basis: 'receipt-date',
  countsFrom: day('2026-05-01'),
  windowEndsOn: day('2026-05-18'),
  counted: [],
} as const

const at = (facts: ReadonlyArray<Recorded<AnyFact>>, asOf: string, known = '2026-12-31'): ReadonlyArray<PromiseAt> =>
  accountPromises(facts, { asOf: day(asOf), knownAt: noon(known) })

describe('accountPromises', () => {
  const facts = log(made('P-1'), received('R-1', '2026-05-17', 500_00))

  it('judges by the facts of the day, whether or not anybody assessed', () => {
    expect(at(facts, '2026-04-30')).toEqual([])
    expect(at(facts, '2026-05-16')).toMatchObject([{ standing: 'open', keptMinor: 0, customer: 'globex' }])
    expect(at(facts, '2026-05-17')).toMatchObject([
      { standing: 'kept', recordedStanding: 'open', keptMinor: 500_00, paidLateDays: 2, factId: 'fact-0' },
    ])
  })

  it('knows of a receipt no earlier than it was recorded', () => {
    const late = log(made('P-1'), [received('R-1', '2026-05-17', 500_00), '2026-05-25'])
    expect(at(late, '2026-05-20', '2026-05-20')).toMatchObject([{ standing: 'broken' }])
    expect(at(late, '2026-05-20', '2026-05-25')).toMatchObject([{ standing: 'kept' }])
  })

  it('tells every verdict that was ever recorded, with when it was known and why it fell', () => {
    const told = log(
      made('P-1'),
      { _tag: 'PromiseBroken', on: day('2026-05-19'), promiseId: 'P-1', ...proof },
      [received('R-1', '2026-05-17', 500_00), '2026-05-25'],
      {
        _tag: 'PromiseReopened',
        on: day('2026-05-25'),
        promiseId: 'P-1',
        was: 'broken',
        because: { reason: 'payment-recorded-late', receiptId: 'R-1' },
      },
      {
        _tag: 'PromiseKept',
        on: day('2026-05-25'),
        promiseId: 'P-1',
        ...proof,
        keptMinor: 500_00,
        shortMinor: 0,
        counted: [{ receiptId: 'R-1', countedOn: day('2026-05-17'), amountMinor: 500_00 }],
        reachedOn: day('2026-05-17'),
      },
    )
    const [promise] = at(told, '2026-06-01')
    expect(promise?.history.map(({ standing, on, recordedAt }) => [standing, on, recordedAt.slice(0, 10)])).toEqual([
      ['broken', '2026-05-19', '2026-05-19'],
      ['open', '2026-05-25', '2026-05-25'],
      ['kept', '2026-05-25', '2026-05-25'],
    ])
    expect(promise?.history[1]?.because).toEqual({ reason: 'payment-recorded-late', receiptId: 'R-1' })
    expect(at(told, '2026-06-01', '2026-05-20')).toMatchObject([
      { standing: 'broken', recordedStanding: 'broken', history: [{ standing: 'broken' }] },
    ])
  })

  it('adds money that came too late to what was received, never to what was kept', () => {
    const late = log(made('P-1'), received('R-1', '2026-05-10', 100_00), received('R-2', '2026-06-10', 400_00))
    expect(at(late, '2026-06-10')).toMatchObject([
      { standing: 'partly-kept', keptMinor: 100_00, receivedMinor: 500_00, shortMinor: 400_00, paidLateDays: 26 },
    ])
  })
})

describe('promisesDue', () => {
  it('lists what is promised by the day, and what lapsed and nobody assessed', () => {
    const facts = log(
      made('P-1'),
      made('P-2', { dueOn: day('2026-05-25'), windowEndsOn: day('2026-05-28') }),
      made('P-3', { dueOn: day('2026-06-20'), windowEndsOn: day('2026-06-23') }),
    )
    const due = (asOf: string, by: string) => promisesDue(at(facts, asOf), day(by)).map(({ promiseId }) => promiseId)
    expect(due('2026-05-14', '2026-05-14')).toEqual([])
    expect(due('2026-05-15', '2026-05-15')).toEqual(['P-1'])
    expect(due('2026-05-15', '2026-05-25')).toEqual(['P-1', 'P-2'])
    expect(due('2026-05-19', '2026-05-19')).toEqual(['P-1'])
    const assessed = log(made('P-1'), { _tag: 'PromiseBroken', on: day('2026-05-19'), promiseId: 'P-1', ...proof })
    expect(promisesDue(at(assessed, '2026-05-19'), day('2026-12-31'))).toEqual([])
  })
})

describe('reliabilityBy', () => {
  const facts = log(
    made('P-1', { takenBy: 'carla', channel: 'phone', askedMinor: 1000_00 }),
    received('R-1', '2026-05-10', 500_00),
    made('P-2', { takenBy: 'dan', dueOn: day('2026-06-15'), windowEndsOn: day('2026-06-18') }),
    made('P-3', { takenBy: 'carla', currency: 'USD' }),
  )
  const rows = (grouping: Parameters<typeof reliabilityBy>[1]) =>
    reliabilityBy(at(facts, '2026-06-30'), grouping).map(({ currency, group, kept, broken }) => [
      currency,
      group,
      kept,
      broken,
    ])

  it('groups by customer, collector, channel and month, one currency at a time', () => {
    expect(rows('customer')).toEqual([
      ['EUR', 'globex', 1, 1],
      ['USD', 'globex', 0, 1],
    ])
    expect(rows('collector')).toEqual([
      ['EUR', 'carla', 1, 0],
      ['EUR', 'dan', 0, 1],
      ['USD', 'carla', 0, 1],
    ])
    expect(rows('channel').map(([currency, group]) => [currency, group])).toEqual([
      ['EUR', ''],
      ['EUR', 'phone'],
      ['USD', ''],
    ])
    expect(rows('month').map(([, group]) => group)).toEqual(['2026-05', '2026-06', '2026-05'])
  })

  it('tells how much of what was asked for was promised, where that is known', () => {
    const [carla, dan] = reliabilityBy(at(facts, '2026-06-30'), 'collector')
    expect(carla).toMatchObject({ promisedOfAskedBasisPoints: 5000, keptBasisPoints: 10_000 })
    expect(dan).not.toHaveProperty('promisedOfAskedBasisPoints')
  })
})
