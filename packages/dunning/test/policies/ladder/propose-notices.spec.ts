import { money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { proposeNotices } from '../../../src/index.js'
import { day, item, ladder, question, step } from '../../ladders.js'

const asked = (...parts: Parameters<typeof proposeNotices>): ReadonlyArray<readonly [string, number, number]> =>
  proposeNotices(...parts).lines.map(({ itemId, amountMinor, level }) => [itemId, amountMinor, level])

describe('proposeNotices', () => {
  it('asks for items whose step has come, each at its level', () => {
    const items = [
      item('early', { dueOn: day('2026-01-10') }),
      item('due', { dueOn: day('2026-01-08') }),
      item('paid', { openMinor: 0 }),
      item('known', { lastNotice: { level: 1, on: day('2026-01-11') } }),
    ]
    expect(asked(ladder(), question('2026-01-21', items))).toEqual([
      ['early', 100_00, 1],
      ['due', 100_00, 1],
      ['known', 100_00, 2],
    ])
    expect(asked(ladder(), question('2026-01-19', items))).toEqual([['due', 100_00, 1]])
  })

  it('holds a disputed item and one under an open promise, and asks for the rest', () => {
    const items = [
      item('A', { openMinor: 500_00, disputedMinor: 500_00 }),
      item('B', { openMinor: 300_00, promised: { amountMinor: 300_00, until: day('2026-07-05') } }),
      item('C', { openMinor: 200_00 }),
    ]
    const proposal = proposeNotices(ladder(), question('2026-06-30', items))
    expect(proposal.lines.map(({ itemId }) => itemId)).toEqual(['C'])
    expect(proposal.held).toEqual([
      { itemId: 'A', instalmentNo: 1, reason: 'dispute' },
      { itemId: 'B', instalmentNo: 1, reason: 'promise', until: '2026-07-05' },
    ])
  })

  it('asks for the undisputed part of an item', () => {
    const items = [item('A', { disputedMinor: 30_00 })]
    expect(asked(ladder(), question('2026-01-11', items))).toEqual([['A', 70_00, 1]])
  })

  it('asks for nothing that is in hand, and for what is not', () => {
    const credit = { creditId: 'R1', currency: 'EUR', amountMinor: 130_00, since: day('2026-01-10') } as const
    const items = [item('A'), item('B', { dueOn: day('2026-01-02') })]
    const inHand = question('2026-01-12', items, { credits: [credit] })
    const proposal = proposeNotices(ladder(), inHand)
    expect(proposal.lines).toMatchObject([{ itemId: 'B', amountMinor: 70_00, openMinor: 100_00 }])
    expect(proposal.held).toEqual([{ itemId: 'A', instalmentNo: 1, reason: 'money-in-hand' }])
    expect(asked(ladder({ credits: 'left-aside' }), inHand)).toHaveLength(2)
  })

  it('puts credits into the notice where the ladder says so, and sends none that they make up for', () => {
    const credit = { creditId: 'C1', currency: 'EUR', since: day('2026-01-01') } as const
    const beside = (amountMinor: number) =>
      proposeNotices(
        ladder({ credits: 'in-notice' }),
        question('2026-01-11', [item('A')], { credits: [{ ...credit, amountMinor }] }),
      )
    expect(beside(99_99)).toMatchObject({ lines: [{ amountMinor: 100_00 }], credits: [{ amountMinor: 99_99 }] })
    expect(beside(100_00)).toMatchObject({ lines: [], credits: [], held: [{ itemId: 'A', reason: 'money-in-hand' }] })
  })

  it('skips what is not more than the tolerance of its currency', () => {
    const small = ladder({ tolerances: [money('EUR', 10)] })
    const items = [item('9', { openMinor: 9 }), item('10', { openMinor: 10 }), item('11', { openMinor: 11 })]
    const proposal = proposeNotices(small, question('2026-02-01', items))
    expect(proposal.lines.map(({ itemId }) => itemId)).toEqual(['11'])
    expect(proposal.skipped).toEqual([
      { itemId: '9', instalmentNo: 1, reason: 'within-tolerance' },
      { itemId: '10', instalmentNo: 1, reason: 'within-tolerance' },
    ])
    expect(asked(small, question('2026-02-01', [item('USD', { openMinor: 1, currency: 'USD' })]))).toHaveLength(1)
  })

  it('names items that are too little for their step', () => {
    const steps = [step(1, 10, { minimums: [money('EUR', 200_00)] })]
    expect(proposeNotices(ladder({ steps }), question('2026-02-01', [item('A')]))).toMatchObject({
      lines: [],
      skipped: [{ itemId: 'A', reason: 'below-minimum' }],
    })
  })

  it('speaks to a customer only when one item is as long past due as the ladder wants', () => {
    const six = ladder({ minArrearsDays: 6, graceDays: 3, steps: [step(1, 1)] })
    const items = [item('A'), item('B', { dueOn: day('2026-01-04') })]
    expect(asked(six, question('2026-01-06', items))).toEqual([])
    expect(asked(six, question('2026-01-07', items))).toEqual([['A', 100_00, 1]])
  })

  it('goes on after a hold where it stood', () => {
    const hold = { reason: 'manual', from: day('2026-01-15'), until: day('2026-03-01') } as const
    const held = item('A', { lastNotice: { level: 1, on: day('2026-01-11') }, holds: [hold] })
    expect(asked(ladder(), question('2026-03-01', [held]))).toEqual([])
    expect(asked(ladder(), question('2026-03-02', [held]))).toEqual([['A', 100_00, 2]])
    expect(proposeNotices(ladder(), question('2026-03-01', [held])).held).toEqual([
      { itemId: 'A', instalmentNo: 1, reason: 'manual', until: '2026-03-01' },
    ])
  })

  it('holds the whole account under a hold of the account', () => {
    const holds = [{ reason: 'insolvency', from: day('2026-01-01') }] as const
    expect(proposeNotices(ladder(), question('2026-02-01', [item('A'), item('B')], { holds }))).toMatchObject({
      lines: [],
      held: [{ reason: 'insolvency' }, { reason: 'insolvency' }],
    })
  })
})
