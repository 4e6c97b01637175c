import { describe, expect, it } from 'vitest'
import { type LateMoney, promiseVerdicts, type VerdictContext } from '../../src/index.js'
import { contextOf, day, paid, played, promise, stateOf, unapplied } from '../room.js'
import { keyedValues } from '@quittance/kernel'
import type { PromisesCommand, Verdict } from '../../src/index.js'

const on = day('2026-05-01')
const account = (money: Parameters<typeof contextOf>[0]['money'] = []): VerdictContext =>
  contextOf({ items: { I1: { owedMinor: 300_00 } }, money })

const judged = (
  commands: ReadonlyArray<PromisesCommand>,
  context: VerdictContext,
  asOf: string,
): ReadonlyArray<Verdict> => [
  ...promiseVerdicts(
    keyedValues(stateOf(played(commands.map((command) => [command] as const))).promises),
    context,
    day(asOf),
  ).values(),
]

const instalments = (lateMoney: LateMoney): PromisesCommand => ({
  _tag: 'MakePromisePlan',
  on,
  planId: 'PL',
  currency: 'EUR',
  accelerates: false,
  terms: { ...promise.terms, graceDays: 3, lateMoney },
  parts: ['2026-05-15', '2026-06-15', '2026-07-15'].map((dueOn, index) => ({
    promiseId: `P${index}`,
    amountMinor: 100_00,
    dueOn: day(dueOn),
    items: [{ itemId: 'I1', amountMinor: 100_00 }],
  })),
})
const lateInstalment = [paid('R1', '2026-05-15', 100_00), paid('R2', '2026-06-20', 100_00)]

describe('promiseVerdicts', () => {
  it('gives late money to the parts that are still active, unless the terms say otherwise', () => {
    const states = (lateMoney: LateMoney): ReadonlyArray<string> =>
      judged([instalments(lateMoney)], account(lateInstalment), '2026-06-21').map(({ state }) => state)
    expect(states('active-first')).toEqual(['kept', 'broken', 'kept'])
    expect(states('earliest-unpaid-first')).toEqual(['kept', 'broken', 'open'])
  })

  it('says how late the money came, when nobody else needed it', () => {
    const [, second] = judged([instalments('earliest-unpaid-first')], account(lateInstalment), '2026-06-21')
    expect(second).toMatchObject({ state: 'broken', paidLateDays: 5, late: [{ receiptId: 'R2', amountMinor: 100_00 }] })
    const alone = { ...promise, amountMinor: 300_00, items: [{ itemId: 'I1', amountMinor: 300_00 }] }
    const [late] = judged([alone], account([paid('R1', '2026-05-25', 300_00)]), '2026-05-30')
    expect(late).toMatchObject({ state: 'broken', paidLateDays: 10, keptMinor: 0, shortMinor: 300_00 })
  })

  it('gives the money to the promise made first, though the later one is due before it', () => {
    const first = { ...promise, items: [], dueOn: day('2026-05-30'), amountMinor: 100_00 }
    const second = { ...first, promiseId: 'P2', dueOn: day('2026-05-10') }
    const verdicts = judged([first, second], account([unapplied('R1', '2026-05-05', 100_00)]), '2026-05-11')
    expect(verdicts).toMatchObject([
      { promiseId: 'P1', state: 'kept' },
      { promiseId: 'P2', state: 'broken' },
    ])
  })

  it('shares what an item can still take among the parts of a plan, in their order', () => {
    const context = contextOf({
      items: { I1: { owedMinor: 300_00 } },
      reductions: { I1: [{ on: day('2026-05-02'), amountMinor: 150_00 }] },
    })
    expect(judged([instalments('active-first')], context, '2026-05-20')).toMatchObject([
      { state: 'broken', expectedMinor: 100_00 },
      { state: 'open', expectedMinor: 50_00 },
      { state: 'void', expectedMinor: 0 },
    ])
  })
})
