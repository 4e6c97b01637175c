import { describe, expect, it } from 'vitest'
import { defaultPromiseTerms, type PromisesFact } from '../../src/index.js'
import { around, assess, day, decide, factsOf, paid, played, promise, unapplied } from '../room.js'

const tags = (facts: ReadonlyArray<PromisesFact>): ReadonlyArray<string> => facts.map(({ _tag }) => _tag)
const made = played([[promise]])

describe('AssessPromises', () => {
  it('says nothing while the money is still expected', () => {
    expect(decide(made, assess('2026-05-15'))).toMatchObject({ left: { _tag: 'NothingToAssess', on: '2026-05-15' } })
  })

  it('records a promise as broken on the day after its window', () => {
    expect(factsOf(decide(made, assess('2026-05-16')))).toMatchObject([
      { _tag: 'PromiseBroken', on: '2026-05-16', promisedMinor: 500_00, keptMinor: 0, shortMinor: 500_00, counted: [] },
    ])
  })

  it('records a promise as kept as soon as enough has come, with the receipts that prove it', () => {
    const money = [paid('R1', '2026-05-03', 200_00), paid('R2', '2026-05-10', 300_00)]
    const facts = factsOf(decide(made, assess('2026-05-10'), around({ money })))
    expect(facts).toMatchObject([
      {
        _tag: 'PromiseKept',
        reachedOn: '2026-05-10',
        counted: [
          { receiptId: 'R1', itemId: 'I1', countedOn: '2026-05-03', amountMinor: 200_00 },
          { receiptId: 'R2', itemId: 'I1', countedOn: '2026-05-10', amountMinor: 300_00 },
        ],
      },
    ])
    expect(decide([...made, ...facts], assess('2026-05-20'), around({ money }))).toMatchObject({
      left: { _tag: 'NothingToAssess' },
    })
  })

  it('lets late money change nothing', () => {
    const broken = factsOf(decide(made, assess('2026-05-16')))
    const money = [paid('R1', '2026-05-25', 500_00)]
    expect(decide([...made, ...broken], assess('2026-05-30'), around({ money }))).toMatchObject({
      left: { _tag: 'NothingToAssess' },
    })
  })

  it('reopens a kept promise when the bank takes the money back, and finds it broken', () => {
    const kept = factsOf(decide(made, assess('2026-05-15'), around({ money: [paid('R1', '2026-05-14', 500_00)] })))
    const bounced = around({ returned: ['R1'], takenBackOn: day('2026-05-20') })
    const facts = factsOf(decide([...made, ...kept], assess('2026-05-21'), bounced))
    expect(facts).toMatchObject([
      { _tag: 'PromiseReopened', was: 'kept', because: { reason: 'receipt-returned', receiptId: 'R1' } },
      { _tag: 'PromiseBroken', keptMinor: 0 },
    ])
    expect(decide([...made, ...kept], assess('2026-05-19'), bounced)).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-05-20' },
    })
  })

  it('only reopens a promise whose window is still open when the money is taken back', () => {
    const kept = factsOf(decide(made, assess('2026-05-05'), around({ money: [paid('R1', '2026-05-04', 500_00)] })))
    const facts = factsOf(decide([...made, ...kept], assess('2026-05-10'), around({ returned: ['R1'] })))
    expect(tags(facts)).toEqual(['PromiseReopened'])
    expect(tags(factsOf(decide([...made, ...kept, ...facts], assess('2026-05-16'))))).toEqual(['PromiseBroken'])
  })

  it('gives the verdict again on other receipts when the ones that proved it are gone', () => {
    const [first, second] = [paid('R1', '2026-05-04', 500_00), unapplied('R2', '2026-05-05', 500_00)]
    const whole = played([[{ ...promise, items: [] }]])
    const kept = factsOf(decide(whole, assess('2026-05-05'), around({ money: [first, second] })))
    const facts = factsOf(
      decide([...whole, ...kept], assess('2026-05-06'), around({ money: [second], returned: ['R1'] })),
    )
    expect(facts).toMatchObject([
      { _tag: 'PromiseReopened', because: { receiptId: 'R1' } },
      { _tag: 'PromiseKept', counted: [{ receiptId: 'R2' }] },
    ])
  })

  it('takes back a broken verdict when money received in time is applied later', () => {
    const broken = factsOf(
      decide(made, assess('2026-05-16'), around({ money: [unapplied('R1', '2026-05-14', 500_00)] })),
    )
    expect(tags(broken)).toEqual(['PromiseBroken'])
    const money = [paid('R1', '2026-05-14', 500_00, { appliedOn: day('2026-05-22') })]
    expect(factsOf(decide([...made, ...broken], assess('2026-05-23'), around({ money })))).toMatchObject([
      { _tag: 'PromiseReopened', was: 'broken', because: { reason: 'payment-applied-late', receiptId: 'R1' } },
      { _tag: 'PromiseKept', reachedOn: '2026-05-14' },
    ])
  })

  it('counts by the day of application where the terms say so', () => {
    const byApplication = played([[{ ...promise, terms: { ...promise.terms, basis: 'application-date' } }]])
    const money = [paid('R1', '2026-05-14', 500_00, { appliedOn: day('2026-05-22') })]
    expect(tags(factsOf(decide(byApplication, assess('2026-05-23'), around({ money }))))).toEqual(['PromiseBroken'])
  })

  it('counts money that nobody applied for a promise of the balance, not for one of an item', () => {
    const money = [unapplied('R1', '2026-05-14', 500_00)]
    const whole = played([[{ ...promise, items: [] }]])
    expect(tags(factsOf(decide(whole, assess('2026-05-16'), around({ money }))))).toEqual(['PromiseKept'])
    expect(tags(factsOf(decide(made, assess('2026-05-16'), around({ money }))))).toEqual(['PromiseBroken'])
  })

  it('voids a promise whose item was credited in time, and not one credited after its window', () => {
    const credited = (on: string) => around({ reductions: { I1: [{ on: day(on), amountMinor: 500_00 }] } })
    expect(tags(factsOf(decide(made, assess('2026-05-16'), credited('2026-05-10'))))).toEqual(['PromiseVoided'])
    expect(tags(factsOf(decide(made, assess('2026-05-30'), credited('2026-05-16'))))).toEqual(['PromiseBroken'])
    const broken = factsOf(decide(made, assess('2026-05-16')))
    expect(factsOf(decide([...made, ...broken], assess('2026-05-30'), credited('2026-05-10')))).toMatchObject([
      { _tag: 'PromiseReopened', because: { reason: 'item-reduced' } },
      { _tag: 'PromiseVoided' },
    ])
  })

  it('voids a promise of an invoice that turned out to be an error', () => {
    const voided = around({ items: { I1: { voided: true } } })
    expect(tags(factsOf(decide(made, assess('2026-05-02'), voided)))).toEqual(['PromiseVoided'])
  })

  it('expects no more than the item can still take', () => {
    const account = around({
      money: [paid('R1', '2026-05-14', 300_00)],
      reductions: { I1: [{ on: day('2026-05-10'), amountMinor: 200_00 }] },
    })
    expect(factsOf(decide(made, assess('2026-05-16'), account))).toMatchObject([
      { _tag: 'PromiseKept', promisedMinor: 500_00, expectedMinor: 300_00, keptMinor: 300_00, shortMinor: 0 },
    ])
  })

  it('judges a promise over several invoices by each and in total', () => {
    const both = played([
      [
        {
          ...promise,
          items: [
            { itemId: 'I1', amountMinor: 300_00 },
            { itemId: 'I2', amountMinor: 200_00 },
          ],
        },
        { items: { I1: {}, I2: {} } },
      ],
    ])
    const account = { items: { I1: {}, I2: {} }, money: [paid('R1', '2026-05-15', 300_00)] }
    expect(factsOf(decide(both, assess('2026-05-16'), account))).toMatchObject([
      {
        _tag: 'PromisePartlyKept',
        keptMinor: 300_00,
        items: [
          { itemId: 'I1', state: 'kept' },
          { itemId: 'I2', state: 'broken' },
        ],
      },
    ])
  })
})

describe('AssessPromises of a plan', () => {
  const plan = (accelerates: boolean) =>
    played([
      [
        {
          _tag: 'MakePromisePlan',
          on: day('2026-05-01'),
          planId: 'PL1',
          currency: 'EUR',
          accelerates,
          terms: { ...defaultPromiseTerms, graceDays: 0 },
          parts: ['2026-05-15', '2026-06-15', '2026-07-15'].map((dueOn, index) => ({
            promiseId: `P${index + 1}`,
            amountMinor: 100_00,
            dueOn: day(dueOn),
            items: [{ itemId: 'I1', amountMinor: 100_00 }],
          })),
        },
      ],
    ])

  it('judges each instalment by its own day', () => {
    const money = [paid('R1', '2026-05-15', 100_00)]
    const first = factsOf(decide(plan(false), assess('2026-05-16'), around({ money })))
    expect(first).toMatchObject([{ _tag: 'PromiseKept', promiseId: 'P1' }])
    const second = factsOf(decide([...plan(false), ...first], assess('2026-06-16'), around({ money })))
    expect(second).toMatchObject([{ _tag: 'PromiseBroken', promiseId: 'P2' }])
  })

  it('makes the rest due after a default, where the plan says so', () => {
    const facts = factsOf(decide(plan(true), assess('2026-05-16')))
    expect(facts).toMatchObject([
      { _tag: 'PromiseBroken', promiseId: 'P1', accelerates: { promiseIds: ['P2', 'P3'], dueOn: '2026-05-16' } },
    ])
    const rest = factsOf(decide([...plan(true), ...facts], assess('2026-05-17')))
    expect(rest).toMatchObject([
      { _tag: 'PromiseBroken', promiseId: 'P2', windowEndsOn: '2026-05-16' },
      { _tag: 'PromiseBroken', promiseId: 'P3' },
    ])
    expect(tags(factsOf(decide(plan(false), assess('2026-05-17'))))).toEqual(['PromiseBroken'])
  })

  it('takes the acceleration back when the default turns out to have been none', () => {
    const late = around({ money: [unapplied('R1', '2026-05-14', 100_00)] })
    const broken = factsOf(decide(plan(true), assess('2026-05-18'), late))
    expect(tags(broken)).toEqual(['PromiseBroken', 'PromiseBroken', 'PromiseBroken'])
    const money = [paid('R1', '2026-05-14', 100_00, { appliedOn: day('2026-05-19') })]
    expect(factsOf(decide([...plan(true), ...broken], assess('2026-05-19'), around({ money })))).toMatchObject([
      { _tag: 'PromiseReopened', promiseId: 'P1', because: { reason: 'payment-applied-late' } },
      { _tag: 'PromiseKept', promiseId: 'P1' },
      { _tag: 'PromiseReopened', promiseId: 'P2', because: { reason: 'plan-changed' } },
      { _tag: 'PromiseReopened', promiseId: 'P3', because: { reason: 'plan-changed' } },
    ])
  })
})
