import { decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { type MakePromise, type PromisesRejection, type SupersedePromise } from '../../src/index.js'
import { around, assess, day, decide, factsOf, paid, played, promise, unapplied } from '../room.js'

const refusal = (command: Partial<MakePromise>, account = around()): PromisesRejection | undefined => {
  const decided = decide([], { ...promise, ...command }, account)
  return decided._tag === 'Left' ? decided.left : undefined
}
const again = (parts: Partial<MakePromise> = {}): MakePromise => ({
  ...promise,
  on: day('2026-05-10'),
  promiseId: 'P2',
  dueOn: day('2026-05-30'),
  ...parts,
})
const instead = (parts: Partial<SupersedePromise> = {}): SupersedePromise => ({
  ...again(),
  _tag: 'SupersedePromise',
  supersedes: ['P1'],
  reason: 'asked for two more weeks',
  ...parts,
})

describe('MakePromise', () => {
  it('records amount, day and the terms it will be judged by', () => {
    const [made] = factsOf(
      decide([], { ...promise, terms: { ...promise.terms, graceDays: 3 }, askedMinor: 900_00, channel: 'phone' }),
    )
    expect(made).toMatchObject({
      _tag: 'PromiseMade',
      on: '2026-05-01',
      dueOn: '2026-05-15',
      windowEndsOn: '2026-05-18',
      level: 1,
      askedMinor: 900_00,
      channel: 'phone',
      terms: { graceDays: 3 },
    })
    expect(made).not.toHaveProperty('beyondOpenMinor')
  })

  it('counts grace in business days by the calendar it is given', () => {
    const calendar = { id: 'plain', weekend: [6, 7], holidays: [day('2026-05-18')] }
    const terms = { ...promise.terms, graceDays: 2, graceIn: 'business-days' } as const
    expect(factsOf(decide([], { ...promise, terms, calendar }))).toMatchObject([{ windowEndsOn: '2026-05-20' }])
    expect(refusal({ terms })).toMatchObject({ _tag: 'InvalidPromiseTerms' })
    expect(refusal({ terms, calendar: { ...calendar, weekend: [1, 2, 3, 4, 5, 6, 7] } })).toMatchObject({
      _tag: 'InvalidPromiseTerms',
    })
  })

  it('accepts more than is owed, with a warning, unless the terms refuse it', () => {
    const parts = { amountMinor: 600_00, items: [{ itemId: 'I1', amountMinor: 600_00 }] }
    expect(factsOf(decide([], { ...promise, ...parts }))).toMatchObject([{ beyondOpenMinor: 100_00 }])
    expect(factsOf(decide([], { ...promise, amountMinor: 501_00, items: [] }))).toMatchObject([
      { beyondOpenMinor: 1_00 },
    ])
    expect(refusal({ ...parts, terms: { ...promise.terms, beyondOpen: 'refuse' } })).toEqual({
      _tag: 'MorePromisedThanOwed',
      itemId: 'I1',
      openMinor: 500_00,
      promisedMinor: 600_00,
    })
  })

  it('refuses a promise for nothing, and parts that do not make up the whole', () => {
    expect(refusal({ amountMinor: 0, items: [] })).toMatchObject({ _tag: 'InvalidAmount', field: 'amountMinor' })
    expect(refusal({ amountMinor: 1.5, items: [] })).toMatchObject({ _tag: 'InvalidAmount' })
    expect(refusal({ items: [{ itemId: 'I1', amountMinor: 499_99 }] })).toMatchObject({
      field: 'items',
      amountMinor: 499_99,
    })
    expect(refusal({ items: [{ itemId: 'I1', amountMinor: -1 }] })).toMatchObject({ field: 'items.I1' })
    expect(refusal({ askedMinor: 0 })).toMatchObject({ field: 'askedMinor' })
    const twice = [
      { itemId: 'I1', amountMinor: 250_00 },
      { itemId: 'I1', amountMinor: 250_00 },
    ]
    expect(refusal({ items: twice })).toMatchObject({ field: 'items' })
  })

  it('refuses in the order of the list, the first reason first', () => {
    const wrong: Partial<MakePromise> = {
      promiseId: '',
      amountMinor: 0,
      terms: { ...promise.terms, graceDays: -1 },
      dueOn: day('2026-04-30'),
      items: [],
      currency: 'USD',
    }
    expect(refusal(wrong)?._tag).toBe('MissingField')
    expect(refusal({ ...wrong, promiseId: 'P9' })?._tag).toBe('InvalidAmount')
    const amount = { amountMinor: 500_00, items: [{ itemId: 'I7', amountMinor: 500_00 }] }
    expect(refusal({ ...wrong, promiseId: 'P9', ...amount })?._tag).toBe('InvalidPromiseTerms')
    expect(refusal({ ...wrong, promiseId: 'P9', ...amount, terms: promise.terms })).toEqual({
      _tag: 'PromisedForThePast',
      promiseId: 'P9',
      on: '2026-05-01',
      dueOn: '2026-04-30',
    })
    expect(refusal({ ...amount, currency: 'USD' })).toEqual({ _tag: 'ItemUnknown', itemId: 'I7' })
    expect(refusal({ currency: 'USD', on: day('2026-03-01') })).toEqual({
      _tag: 'CurrencyMismatch',
      expected: 'EUR',
      got: 'USD',
    })
    const settled = around({ money: [paid('R0', '2026-04-20', 500_00)] })
    expect(refusal({ on: day('2026-03-01') }, settled)).toEqual({
      _tag: 'TooEarly',
      on: '2026-03-01',
      notBefore: '2026-04-01',
    })
    expect(refusal({}, settled)).toEqual({ _tag: 'NothingOwed', itemId: 'I1' })
    expect(refusal({}, around({ items: { I1: { voided: true } } }))).toMatchObject({ _tag: 'ItemUnknown' })
  })

  it('refuses terms that cannot be used', () => {
    const terms = [
      { graceDays: 0.5 },
      { toleranceMinor: -1 },
      { tolerancePercent: decimal('100.1') },
      { toleranceMinor: 1, tolerancePercent: decimal('1') },
    ]
    for (const bad of terms)
      expect(refusal({ terms: { ...promise.terms, ...bad } })).toMatchObject({ _tag: 'InvalidPromiseTerms' })
  })

  it('refuses a promise made twice under one id', () => {
    expect(decide(played([[promise]]), promise)).toMatchObject({
      left: { _tag: 'PromiseAlreadyMade', promiseId: 'P1' },
    })
  })

  it('replaces the open promise on the same item, and is one level above it', () => {
    expect(factsOf(decide(played([[promise]]), again()))).toMatchObject([
      {
        _tag: 'PromiseSuperseded',
        promiseId: 'P1',
        byPromiseId: 'P2',
        itemIds: [],
        countsAs: 'nothing',
        replacedMinor: 500_00,
      },
      { _tag: 'PromiseMade', promiseId: 'P2', level: 2 },
    ])
  })

  it('replaces only the item that is promised again', () => {
    const account = { items: { I1: {}, I2: {} } }
    const items = [
      { itemId: 'I1', amountMinor: 300_00 },
      { itemId: 'I2', amountMinor: 200_00 },
    ]
    const facts = factsOf(
      decide(
        played([[{ ...promise, items }, account]]),
        again({ amountMinor: 300_00, items: [items[0] ?? items[1]!] }),
        account,
      ),
    )
    expect(facts).toMatchObject([
      { _tag: 'PromiseSuperseded', itemIds: ['I1'], replacedMinor: 300_00 },
      { _tag: 'PromiseMade' },
    ])
    const broken = factsOf(
      decide([...played([[{ ...promise, items }, account]]), ...facts], assess('2026-05-16'), account),
    )
    expect(broken).toMatchObject([{ _tag: 'PromiseBroken', promiseId: 'P1', promisedMinor: 200_00 }])
  })

  it('launders nothing: after its day, without money, the old promise counts as broken', () => {
    const graceful = played([[{ ...promise, terms: { ...promise.terms, graceDays: 3 } }]])
    const replaced = (on: string, account = around()) => factsOf(decide(graceful, again({ on: day(on) }), account))[0]
    expect(replaced('2026-05-15')).toMatchObject({ _tag: 'PromiseSuperseded', countsAs: 'nothing' })
    expect(replaced('2026-05-16')).toMatchObject({ _tag: 'PromiseSuperseded', countsAs: 'broken' })
    expect(replaced('2026-05-16', around({ money: [paid('R1', '2026-05-14', 1)] }))).toMatchObject({
      _tag: 'PromiseSuperseded',
      countsAs: 'partly-kept',
      keptMinor: 1,
    })
    expect(replaced('2026-05-19')).toMatchObject({ _tag: 'PromiseBroken', promiseId: 'P1' })
  })

  it('starts at level 1 again after a kept promise, and recognises that it was kept', () => {
    const half = { amountMinor: 200_00, items: [{ itemId: 'I1', amountMinor: 200_00 }] }
    const money = [paid('R1', '2026-05-09', 200_00)]
    expect(factsOf(decide(played([[{ ...promise, ...half }]]), again(), around({ money })))).toMatchObject([
      { _tag: 'PromiseKept', promiseId: 'P1' },
      { _tag: 'PromiseMade', level: 1 },
    ])
  })

  it('counts no money of the same day that was there before the promise', () => {
    const before = around({ money: [paid('R1', '2026-05-01', 200_00)] })
    const half = { amountMinor: 300_00, items: [{ itemId: 'I1', amountMinor: 300_00 }] }
    const made = factsOf(decide([], { ...promise, ...half }, before))
    expect(made).toMatchObject([{ receivedBefore: ['R1'] }])
    expect(factsOf(decide(made, assess('2026-05-16'), before))).toMatchObject([{ _tag: 'PromiseBroken', keptMinor: 0 }])
    const later = around({ money: [paid('R1', '2026-05-01', 200_00), paid('R2', '2026-05-01', 300_00)] })
    expect(factsOf(decide(made, assess('2026-05-01'), later))).toMatchObject([
      { _tag: 'PromiseKept', counted: [{ receiptId: 'R2', amountMinor: 300_00 }] },
    ])
  })
})

describe('SupersedePromise', () => {
  it('replaces promises by name, also those of the balance', () => {
    const whole = played([[{ ...promise, items: [] }]])
    expect(factsOf(decide(whole, again({ items: [] })))).toMatchObject([{ _tag: 'PromiseMade', level: 2 }])
    expect(factsOf(decide(whole, instead({ items: [] })))).toMatchObject([
      { _tag: 'PromiseSuperseded', promiseId: 'P1', reason: 'asked for two more weeks', replacedMinor: 500_00 },
      { _tag: 'PromiseMade', promiseId: 'P2', level: 2 },
    ])
  })

  it('refuses promises that are unknown, over, of another currency, or younger than the day', () => {
    const made = played([[promise]])
    const refused = (command: SupersedePromise, facts = made) => {
      const decided = decide(facts, command)
      return decided._tag === 'Left' ? decided.left : undefined
    }
    expect(refused(instead({ supersedes: [] }))).toEqual({ _tag: 'MissingField', field: 'supersedes' })
    expect(refused(instead({ supersedes: ['P7'] }))).toEqual({ _tag: 'PromiseUnknown', promiseId: 'P7' })
    const broken = [...made, ...factsOf(decide(made, assess('2026-05-16')))]
    expect(refused(instead({ on: day('2026-05-17') }), broken)).toEqual({
      _tag: 'PromiseEnded',
      promiseId: 'P1',
      standing: 'broken',
    })
    expect(refused(instead({ items: [], currency: 'USD' }))).toMatchObject({ _tag: 'CurrencyMismatch', got: 'USD' })
    expect(refused(instead({ on: day('2026-04-30') }))).toMatchObject({ _tag: 'TooEarly', notBefore: '2026-05-01' })
  })
})

describe('MakePromisePlan', () => {
  const parts = ['2026-06-15', '2026-05-15'].map((dueOn, index) => ({
    promiseId: `P${index}`,
    amountMinor: 300_00,
    dueOn: day(dueOn),
    items: [{ itemId: 'I1', amountMinor: 300_00 }],
  }))
  const plan = { ...promise, _tag: 'MakePromisePlan', planId: 'PL1', parts, accelerates: true } as const

  it('makes a promise of each part, by due day, all of one level', () => {
    expect(factsOf(decide([], plan))).toMatchObject([
      { promiseId: 'P1', plan: { planId: 'PL1', no: 1, of: 2, accelerates: true }, level: 1 },
      { promiseId: 'P0', plan: { no: 2 }, level: 1, beyondOpenMinor: 100_00 },
    ])
  })

  it('refuses a plan without parts, and one id twice', () => {
    expect(decide([], { ...plan, parts: [] })).toMatchObject({ left: { _tag: 'InvalidAmount', field: 'parts' } })
    expect(decide([], { ...plan, parts: [...parts, ...parts] })).toMatchObject({ left: { _tag: 'PromiseAlreadyMade' } })
    expect(decide([], { ...plan, planId: '' })).toMatchObject({ left: { _tag: 'MissingField', field: 'planId' } })
  })

  it('counts unapplied money of the day as there before, for a balance promise', () => {
    const money = [unapplied('R1', '2026-05-01', 50_00)]
    const whole = parts.map(({ promiseId, amountMinor, dueOn }) => ({ promiseId, amountMinor, dueOn }))
    expect(factsOf(decide([], { ...plan, parts: whole }, around({ money })))).toMatchObject([
      { promiseId: 'P1', receivedBefore: ['R1'] },
      { promiseId: 'P0', receivedBefore: ['R1'], beyondOpenMinor: 100_00 },
    ])
  })
})
