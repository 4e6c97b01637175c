import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBalancePromises, openPromisesOn } from '../../src/index.js'
import { assess, day, decide, factsOf, played, promise, stateOf } from '../room.js'

const graceful = { ...promise, terms: { ...promise.terms, graceDays: 3 } }

describe('openPromisesOn', () => {
  it('a promise holds nothing after its window', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 40 }), fc.nat(6), (offset, graceDays) => {
        const facts = played([[{ ...promise, terms: { ...promise.terms, graceDays } }]])
        const on = addDays(promise.on, offset)
        const held = openPromisesOn(stateOf(facts), 'I1', on)
        expect(held.length).toBe(on <= addDays(promise.dueOn, graceDays) ? 1 : 0)
      }),
    )
  })

  it('says until when, and only for how much', () => {
    const state = stateOf(played([[graceful]]))
    expect(openPromisesOn(state, 'I1', day('2026-05-10'))).toEqual([
      { promiseId: 'P1', currency: 'EUR', dueOn: '2026-05-15', heldUntil: '2026-05-18', promisedMinor: 500_00 },
    ])
    expect(openPromisesOn(state, 'I2', day('2026-05-10'))).toEqual([])
  })

  it('ends at once with a verdict, a withdrawal or a replacement', () => {
    const made = played([[graceful]])
    const broken = [...made, ...factsOf(decide(made, assess('2026-05-19')))]
    expect(openPromisesOn(stateOf(broken), 'I1', day('2026-05-10'))).toEqual([])
    const again = { ...graceful, promiseId: 'P2', on: day('2026-05-10'), dueOn: day('2026-05-30') }
    const replaced = [...made, ...factsOf(decide(made, again))]
    expect(openPromisesOn(stateOf(replaced), 'I1', day('2026-05-10'))).toMatchObject([{ promiseId: 'P2' }])
  })

  it('lists several promises of the balance by due day', () => {
    const whole = { ...graceful, items: [] }
    const earlier = { ...whole, promiseId: 'P2', dueOn: day('2026-05-12'), amountMinor: 100_00 }
    const state = stateOf(played([[whole], [earlier]]))
    expect(openBalancePromises(state, 'EUR', day('2026-05-10'))).toMatchObject([
      { promiseId: 'P2', promisedMinor: 100_00 },
      { promiseId: 'P1', promisedMinor: 500_00 },
    ])
    expect(openBalancePromises(state, 'USD', day('2026-05-10'))).toEqual([])
  })
})
