import { addDays, type LocalDate, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ActionableItem, nextAction, nextActions } from '../../../src/index.js'

const today = localDate('2026-06-30')
const in_ = (days: number): LocalDate => addDays(today, days)
const offset = fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined })
const item: fc.Arbitrary<ActionableItem> = fc
  .record({
    promised: offset,
    broken: offset,
    excuse: offset,
    planned: offset,
    touchBy: fc.integer({ min: -20, max: 20 }),
  })
  .map(({ promised, broken, excuse, planned, touchBy }) => ({
    itemId: 'INV',
    instalmentNo: 1,
    touchBy: in_(touchBy),
    ...(promised === undefined ? {} : { promisedUntil: in_(promised) }),
    ...(broken === undefined ? {} : { brokenOn: in_(broken) }),
    ...(excuse === undefined ? {} : { excuseUntil: in_(excuse) }),
    ...(planned === undefined ? {} : { planned: { on: in_(planned), step: 'reminder' } }),
  }))
const plain = { itemId: 'INV', instalmentNo: 1, touchBy: in_(5) }
const told = (more: object): unknown => {
  const { kind, on } = nextAction({ ...plain, ...more }, today)
  return [kind, on]
}

describe('nextAction', () => {
  it('every open undisputed item past due has exactly one next action, and none lies in the past', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const actions = nextActions(items, today)
        expect(actions).toHaveLength(items.length)
        for (const { on } of actions) expect(on >= today).toBe(true)
      }),
    )
  })

  it('asks the agency for what is placed, and looks at a hold when it has ended', () => {
    expect(told({ heldBack: { isPlaced: true }, isInHand: true })).toEqual(['ask-agency', in_(5)])
    expect(told({ heldBack: { isPlaced: false, until: in_(2) }, excuseUntil: today })).toEqual(['review-hold', in_(3)])
    expect(told({ heldBack: { isPlaced: false } })).toEqual(['review-hold', in_(5)])
  })

  it('applies money in hand before anybody asks', () => {
    expect(told({ isInHand: true, promisedUntil: in_(3) })).toEqual(['apply-money', today])
  })

  it('waits for a promise, and checks it on the first day after its window', () => {
    expect(told({ promisedUntil: today, excuseUntil: today })).toEqual(['check-promise', in_(1)])
    expect(told({ promisedUntil: in_(-1) })).toEqual(['contact', in_(5)])
  })

  it('follows up a broken promise at once, whatever else was said', () => {
    expect(told({ brokenOn: today, excuseUntil: in_(7) })).toEqual(['follow-up-promise', today])
    expect(told({ brokenOn: in_(-3) })).toEqual(['follow-up-promise', today])
  })

  it('takes an excuse with a day at its word', () => {
    expect(told({ excuseUntil: in_(7), planned: { on: today, step: 'reminder' } })).toEqual([
      'follow-up-excuse',
      in_(7),
    ])
    expect(told({ excuseUntil: in_(-7) })).toEqual(['follow-up-excuse', today])
  })

  it('takes the earlier of the ladder and the floor, on the same day the ladder', () => {
    const planned = (days: number) => ({ planned: { on: in_(days), step: 'call' } })
    expect(told(planned(4))).toEqual(['ladder-step', in_(4)])
    expect(told(planned(5))).toEqual(['ladder-step', in_(5)])
    expect(told(planned(6))).toEqual(['contact', in_(5)])
    expect(nextAction({ ...plain, ...planned(4) }, today)).toMatchObject({ step: 'call' })
  })
})
