import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { disputeRegister } from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'

const tag = (cause: string, on: string, learned = on): Parameters<Scene['run']> => [
  { _tag: 'TagDisputeCause', on: localDate(on), disputeId: 'D-1', cause, by: 'k.ito', because: 'asked' },
  { learned },
]

const disputed = (): Scene =>
  newScene()
    .invoice('INV-1', 300_00, { on: '2026-04-01' })
    .run({ _tag: 'RaiseDispute', on: localDate('2026-05-01'), disputeId: 'D-1', documentId: 'INV-1', cause: 'price' })

describe('the register of disputes', () => {
  it('has the cause it was raised with until somebody knows better', () => {
    const { view } = disputed()
    expect(disputeRegister(view, asOf('2026-06-30'))).toEqual([
      {
        subject: 0,
        disputeId: 'D-1',
        itemId: 'INV-1',
        customer: 'C-1',
        currency: 'EUR',
        raisedOn: '2026-05-01',
        originalMinor: 300_00,
        cause: 'price',
        evidence: 'raised',
        unsubstantiated: true,
        positions: [2],
      },
    ])
    expect(disputeRegister(view, asOf('2026-04-30'))).toEqual([])
    expect(disputeRegister(view, asOf('2026-06-30'), { customer: 'C-2' })).toEqual([])
  })

  it('asked for an earlier knowledge, a cause is what it was', () => {
    const { view } = disputed()
      .run(...tag('quantity', '2026-05-02'))
      .run(...tag('pricing_error', '2026-05-03', '2026-06-10'))
    const known = (day: string): ReadonlyArray<unknown> =>
      disputeRegister(view, asOf('2026-06-30', day)).map(({ cause, evidence, positions }) => [
        cause,
        evidence,
        positions,
      ])
    expect(known('2026-05-01')).toEqual([['price', 'raised', [2]]])
    expect(known('2026-06-09')).toEqual([['quantity', 'tagged', [3]]])
    expect(known('2026-06-10')).toEqual([['pricing_error', 'tagged', [4]]])
    expect(disputeRegister(view, asOf('2026-05-02')).map(({ cause }) => cause)).toEqual(['quantity'])
  })

  it('takes a later day over a later recording', () => {
    const { view } = disputed()
      .run(...tag('pricing_error', '2026-05-05'))
      .run(...tag('quantity', '2026-05-02', '2026-05-06'))
    expect(disputeRegister(view, asOf('2026-06-30')).map(({ cause }) => cause)).toEqual(['pricing_error'])
  })

  it('names the latest owner, and the end with what it proves', () => {
    const on = localDate('2026-05-02')
    const scene = disputed()
      .run({ _tag: 'AssignDispute', on, disputeId: 'D-1', department: 'sales', person: 'k.ito', dueOn: on })
      .run({ _tag: 'AssignDispute', on, disputeId: 'D-1', department: 'pricing' })
    expect(disputeRegister(scene.view, asOf('2026-06-30'))).toMatchObject([{ department: 'pricing' }])
    expect(disputeRegister(scene.view, asOf('2026-06-30'))[0]).not.toHaveProperty('person')
    scene.credit('CN-1', 300_00, '2026-05-10').run({
      _tag: 'ResolveDispute',
      on: localDate('2026-05-10'),
      disputeId: 'D-1',
      outcome: 'accepted',
      creditNoteId: 'CN-1',
    })
    expect(disputeRegister(scene.view, asOf('2026-06-30'))).toMatchObject([
      { endedOn: '2026-05-10', outcome: 'accepted', evidence: 'resolved', positions: [2, 6] },
    ])
    expect(disputeRegister(scene.view, asOf('2026-05-09'))[0]).not.toHaveProperty('endedOn')
  })

  it('takes a rejected dispute for no proof of its cause', () => {
    const { view } = disputed().run({
      _tag: 'ResolveDispute',
      on: localDate('2026-05-10'),
      disputeId: 'D-1',
      outcome: 'rejected',
    })
    expect(disputeRegister(view, asOf('2026-06-30'))).toMatchObject([{ evidence: 'raised', outcome: 'rejected' }])
  })

  it('lists disputes by day, then by id', () => {
    const { view } = disputed()
      .invoice('INV-2', 100_00, { on: '2026-04-01' })
      .run({ _tag: 'RaiseDispute', on: localDate('2026-05-01'), disputeId: 'D-0', documentId: 'INV-2' })
      .run({ _tag: 'ResolveDispute', on: localDate('2026-05-01'), disputeId: 'D-0', outcome: 'rejected' })
      .run({ _tag: 'RaiseDispute', on: localDate('2026-04-02'), disputeId: 'D-9', documentId: 'INV-2' })
    expect(disputeRegister(view, asOf('2026-06-30')).map(({ disputeId }) => disputeId)).toEqual(['D-9', 'D-0', 'D-1'])
  })
})
