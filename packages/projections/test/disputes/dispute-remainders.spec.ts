import { netDays } from '@quittance/invoicing'
import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { disputeCases, disputeRemainders, openItems } from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'

const policy = { id: 'rests', version: 2, belowMinor: { EUR: 5_00 } }

const disputed = (scene: Scene = newScene().invoice('INV-1', 1000_00, { on: '2026-04-01' })): Scene =>
  scene.run({
    _tag: 'RaiseDispute',
    on: localDate('2026-04-10'),
    disputeId: 'D-1',
    documentId: 'INV-1',
    amountMinor: 300_00,
  })
const withDiscount = (): Scene =>
  newScene().invoice('INV-1', 1000_00, {
    on: '2026-04-01',
    terms: {
      ...netDays(30),
      id: 'two steps',
      discount: {
        taxMode: 'reduce-on-payment',
        graceDays: 2,
        base: 'total',
        tiers: [
          { percent: decimal('2'), days: 20 },
          { percent: decimal('3'), days: 10 },
        ],
      },
    },
  })
const only = (scene: Scene, day: string, terms = policy): unknown => {
  const [own, ...others] = disputeRemainders(scene.view, asOf(day), terms)
  expect(others).toEqual([])
  return own === undefined ? undefined : [own.remainingMinor, own.giveUpMinor, own.givableFrom, own.because]
}

describe('the rest of a dispute', () => {
  it('is given up once credits leave less of it than the limit, from that day on', () => {
    const scene = disputed().credit('CN-1', 295_01, '2026-04-20', 'INV-1')
    expect(only(scene, '2026-04-20')).toEqual([4_99, 4_99, '2026-04-20', undefined])
    expect(only(scene, '2026-04-19')).toEqual([300_00, 0, undefined, 'untouched'])
  })

  it('stays when it is the limit itself, and where no limit is set in its currency', () => {
    const scene = disputed().credit('CN-1', 295_00, '2026-04-20', 'INV-1')
    expect(only(scene, '2026-04-20')).toEqual([5_00, 0, undefined, 'too-much'])
    expect(only(scene, '2026-04-20', { ...policy, belowMinor: { EUR: 5_01 } })).toEqual([
      5_00,
      5_00,
      '2026-04-20',
      undefined,
    ])
    expect(only(scene, '2026-04-20', { ...policy, belowMinor: { EUR: 0 } })).toEqual([5_00, 0, undefined, 'too-much'])
    const inDollars = { id: 'rests', version: 2, belowMinor: { USD: 5_01 } } as unknown as typeof policy
    expect(only(scene, '2026-04-20', inDollars)).toEqual([5_00, 0, undefined, 'no-limit'])
  })

  it('is what a payment left of it, too', () => {
    expect(only(disputed().pay('INV-1', 998_00, '2026-04-20'), '2026-04-20')).toEqual([
      2_00,
      2_00,
      '2026-04-20',
      undefined,
    ])
  })

  it('is no rest while nothing of it is settled, however small it is', () => {
    const scene = newScene().invoice('INV-1', 1000_00, { on: '2026-04-01' })
    const on = localDate('2026-04-10')
    scene.run({ _tag: 'RaiseDispute', on, disputeId: 'D-1', documentId: 'INV-1', amountMinor: 1_00 })
    expect(only(scene, '2026-04-20')).toEqual([1_00, 0, undefined, 'untouched'])
  })

  it('waits for the day after the last one on which the discount counts as earned, grace included', () => {
    const scene = disputed(withDiscount()).credit('CN-1', 297_00, '2026-04-15', 'INV-1')
    expect(only(scene, '2026-04-23')).toEqual([3_00, 0, '2026-04-24', 'discount-open'])
    expect(only(scene, '2026-04-24')).toEqual([3_00, 3_00, '2026-04-24', undefined])
  })

  it('is none of a dispute that has ended, by a person or by the last of the money', () => {
    const on = localDate('2026-04-22')
    const scene = disputed().credit('CN-1', 297_00, '2026-04-20', 'INV-1')
    expect(only(scene.run({ _tag: 'ResolveDispute', on, disputeId: 'D-1', outcome: 'withdrawn' }), '2026-04-22')).toBe(
      undefined,
    )
    expect(only(disputed().pay('INV-1', 1000_00, '2026-04-20'), '2026-04-20')).toBe(undefined)
  })
})

describe('what is disputed in the aging', () => {
  it('is what the disputes were raised over, until they are resolved, and never more than is open', () => {
    const shown = (scene: Scene): unknown => openItems(scene.view, asOf('2026-04-30')).map((item) => item.disputedMinor)
    const credited = disputed().credit('CN-1', 100_00, '2026-04-20', 'INV-1')
    expect(disputeCases(credited.view, asOf('2026-04-30'))[0]?.case.remainingMinor).toBe(200_00)
    expect(shown(credited)).toEqual([300_00])
    expect(shown(credited.pay('INV-1', 700_00, '2026-04-25'))).toEqual([200_00])
  })
  it('is no more than is open where an earlier credit was learned of later, though more is left of the dispute', () => {
    const all = newScene().invoice('INV-1', 1000_00, { on: '2026-04-01' })
    all.run({ _tag: 'RaiseDispute', on: localDate('2026-04-10'), disputeId: 'D-1', documentId: 'INV-1' })
    all.credit('CN-1', 100_00, '2026-04-05', 'INV-1')
    expect(disputeCases(all.view, asOf('2026-04-30'))[0]?.case.remainingMinor).toBe(1000_00)
    expect(openItems(all.view, asOf('2026-04-30')).map((item) => item.disputedMinor)).toEqual([900_00])
  })
})
