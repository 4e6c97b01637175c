import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { unsubstantiatedDisputes } from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'

const raised = (): Scene =>
  newScene()
    .invoice('INV-1', 1000_00, { on: '2026-04-01' })
    .run({
      _tag: 'RaiseDispute',
      on: localDate('2026-04-10'),
      disputeId: 'D-1',
      documentId: 'INV-1',
      amountMinor: 300_00,
      words: 'too dear',
    })
const given = (): Scene =>
  raised().run({ _tag: 'AssignDispute', on: localDate('2026-04-11'), disputeId: 'D-1', department: 'pricing' })
const queue = (scene: Scene, day: string): unknown =>
  unsubstantiatedDisputes(scene.view, asOf(day), { waitDays: 14 }).map(
    ({ disputeId, waitingDays, waitUntil, nextStep }) => [disputeId, waitingDays, waitUntil, nextStep],
  )

describe('the queue of claims without ground', () => {
  it('first wants somebody who looks into it, however old it is', () => {
    expect(queue(raised(), '2026-04-10')).toEqual([['D-1', 0, '2026-04-24', 'assign']])
    expect(queue(raised(), '2026-06-30')).toEqual([['D-1', 81, '2026-04-24', 'assign']])
  })

  it('then wants the customer asked, up to the last day, and then a decision on what is there', () => {
    expect(queue(given(), '2026-04-24')).toEqual([['D-1', 14, '2026-04-24', 'ask']])
    expect(queue(given(), '2026-04-25')).toEqual([['D-1', 15, '2026-04-24', 'decide']])
  })

  it('keeps a claim that more words were said of, and lets it go when a code or papers come in', () => {
    const add = { _tag: 'SubstantiateDispute', on: localDate('2026-04-12'), disputeId: 'D-1' } as const
    expect(queue(given().run({ ...add, words: 'far too dear' }), '2026-04-12')).toHaveLength(1)
    expect(queue(given().run({ ...add, claimCode: '24' }), '2026-04-12')).toEqual([])
  })

  it('lets a claim go that has ended, by a person or by the money', () => {
    const on = localDate('2026-04-12')
    expect(
      queue(raised().run({ _tag: 'ResolveDispute', on, disputeId: 'D-1', outcome: 'rejected' }), '2026-04-12'),
    ).toEqual([])
    expect(queue(raised().pay('INV-1', 1000_00, '2026-04-12'), '2026-04-12')).toEqual([])
  })

  it('has the longest waiting first, with what is left of each', () => {
    const scene = raised().run({
      _tag: 'RaiseDispute',
      on: localDate('2026-04-05'),
      disputeId: 'D-2',
      documentId: 'INV-1',
      amountMinor: 100_00,
    })
    scene.pay('INV-1', 650_00, '2026-04-20')
    const rows = unsubstantiatedDisputes(scene.view, asOf('2026-04-30'), { waitDays: 14 })
    expect(rows.map(({ disputeId, remainingMinor }) => [disputeId, remainingMinor])).toEqual([
      ['D-2', 50_00],
      ['D-1', 300_00],
    ])
  })
})
