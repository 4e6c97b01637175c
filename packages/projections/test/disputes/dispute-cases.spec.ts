import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { agingReport, disputeCases, disputeRegister } from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'

const disputed = (amountMinor = 300_00): Scene =>
  newScene()
    .invoice('INV-1', 1000_00, { on: '2026-04-01', dueOn: '2026-05-01' })
    .run({ _tag: 'RaiseDispute', on: localDate('2026-04-10'), disputeId: 'D-1', documentId: 'INV-1', amountMinor })
const only = (scene: Scene, day = '2026-06-30'): unknown => {
  const [own] = disputeCases(scene.view, asOf(day))
  return [own?.case.remainingMinor, own?.closedBy?.kind, own?.closedBy?.on]
}

describe('what is left of a dispute', () => {
  it('is untouched by money for what was never disputed', () => {
    expect(only(disputed().pay('INV-1', 700_00, '2026-04-20'))).toEqual([300_00, undefined, undefined])
  })

  it('is less by what a payment is more than that, and nothing once it is paid: closed by that payment', () => {
    const scene = disputed().pay('INV-1', 800_00, '2026-04-20')
    expect(only(scene)).toEqual([200_00, undefined, undefined])
    scene.receipt('R-9', 200_00, '2026-04-25').apply('A-9', 'R-9', 'INV-1', 200_00, '2026-04-25')
    expect(only(scene)).toEqual([0, 'paid', '2026-04-25'])
    expect(only(scene, '2026-04-24')).toEqual([200_00, undefined, undefined])
  })

  it('is less by a credit at once, for a credit on it is for what is disputed', () => {
    expect(only(disputed().credit('CN-1', 100_00, '2026-04-20', 'INV-1'))).toEqual([200_00, undefined, undefined])
    expect(only(disputed().credit('CN-1', 300_00, '2026-04-20', 'INV-1'))).toEqual([0, 'credited', '2026-04-20'])
  })

  it('is open again when the money is taken back', () => {
    const scene = disputed(1000_00).pay('INV-1', 1000_00, '2026-04-20')
    expect(only(scene)).toEqual([0, 'paid', '2026-04-20'])
    const receiptId = 'R-INV-1'
    const facts = scene.facts.map(({ fact }) => fact)
    const receipt = facts.find((fact) => fact._tag === 'ReceiptRecorded')
    scene.run({
      _tag: 'ReturnReceipt',
      on: localDate('2026-04-28'),
      receiptId: receipt?._tag === 'ReceiptRecorded' ? receipt.receiptId : receiptId,
      kind: 'nsf',
    })
    expect(only(scene)).toEqual([1000_00, undefined, undefined])
  })
})

describe('a claim without ground', () => {
  it('is unsubstantiated until its code or its papers come in', () => {
    const scene = disputed()
    expect(disputeRegister(scene.view, asOf('2026-06-30'))[0]).toHaveProperty('unsubstantiated', true)
    const add = { _tag: 'SubstantiateDispute', on: localDate('2026-04-12'), disputeId: 'D-1' } as const
    scene.run({ ...add, words: 'too dear' })
    expect(disputeRegister(scene.view, asOf('2026-06-30'))[0]).toHaveProperty('unsubstantiated', true)
    scene.run({ ...add, evidence: ['offer.pdf'] })
    expect(disputeRegister(scene.view, asOf('2026-06-30'))[0]).not.toHaveProperty('unsubstantiated')
    expect(disputeRegister(scene.view, asOf('2026-04-11'))[0]).toHaveProperty('unsubstantiated', true)
  })
})

describe('a dispute that was rejected', () => {
  it('leaves the item to age from the day on which it was always due', () => {
    const { view } = disputed(1000_00).run({
      _tag: 'ResolveDispute',
      on: localDate('2026-06-15'),
      disputeId: 'D-1',
      outcome: 'rejected',
    })
    expect(agingReport(view, asOf('2026-06-30'))).toMatchObject({
      currencies: [{ bucketMinor: [0, 0, 1000_00, 0, 0], disputedMinor: 0 }],
    })
  })
})
