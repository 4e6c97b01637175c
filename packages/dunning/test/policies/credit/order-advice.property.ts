import { decimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exceededLimits, orderAdvice, orderMinor } from '../../../src/index.js'

const minor = fc.nat(2000)
const limits = fc.record({ totalMinor: minor, overdueMinor: minor }, { requiredKeys: [] })

describe('orderAdvice', () => {
  it('more exposure never brings a customer back under a limit', () => {
    fc.assert(
      fc.property(minor, minor, minor, minor, limits, (totalMinor, unpaidMinor, more, netMinor, own) => {
        const before = exceededLimits({ totalMinor, unpaidMinor }, own).map(({ limit }) => limit)
        const after = exceededLimits({ totalMinor: totalMinor + more, unpaidMinor: unpaidMinor + more }, own)
        expect(after.map(({ limit }) => limit)).toEqual(expect.arrayContaining(before))
        if (before.length > 0) expect(orderAdvice({ netMinor }, { totalMinor, unpaidMinor }, own)._tag).toBe('Hold')
      }),
    )
  })

  it('lets an order reach the limit, and holds it one cent above', () => {
    const at = { totalMinor: 900, unpaidMinor: 0 }
    expect(orderAdvice({ netMinor: 100 }, at, { totalMinor: 1000 })).toEqual({ _tag: 'GoAhead', exposureMinor: 1000 })
    expect(orderAdvice({ netMinor: 101 }, at, { totalMinor: 1000 })).toEqual({
      _tag: 'Hold',
      exposureMinor: 1001,
      exceeded: [{ limit: 'total', limitMinor: 1000, reachedMinor: 1001 }],
    })
  })

  it('counts an order with its tax, unless the limits are meant net', () => {
    const order = { netMinor: 100, taxPercent: decimal('10') }
    const at = { totalMinor: 900, unpaidMinor: 0 }
    expect(orderAdvice(order, at, { totalMinor: 1000 })._tag).toBe('Hold')
    expect(orderAdvice(order, at, { totalMinor: 1000 }, 'net')._tag).toBe('GoAhead')
    expect([orderMinor(order, 'gross'), orderMinor({ netMinor: 100 }, 'gross')]).toEqual([110, 100])
  })

  it('holds every order while too much is unpaid', () => {
    const at = { totalMinor: 60, unpaidMinor: 51 }
    expect(orderAdvice({ netMinor: 1 }, at, { overdueMinor: 50 })).toMatchObject({ exceeded: [{ limit: 'overdue' }] })
    expect(orderAdvice({ netMinor: 1 }, { ...at, unpaidMinor: 50 }, { overdueMinor: 50 })._tag).toBe('GoAhead')
  })
})
