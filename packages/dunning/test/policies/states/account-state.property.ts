import { addDays, laterOf, type LocalDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountState,
  type AccountStates,
  nextStateOn,
  type StateChange,
  stateChanges,
  type StateMeasure,
  type UnpaidItem,
} from '../../../src/index.js'
import { days, start } from '../../ladders.js'

const measures = fc.constantFrom<StateMeasure>('oldest-due-age', 'invoice-age', 'unpaid-count', 'unpaid-balance')

const policies: fc.Arbitrary<AccountStates> = fc
  .record({ by: measures, thresholds: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }) })
  .map(({ by, thresholds }) => ({
    _tag: 'AccountStates',
    id: 'states',
    version: 1,
    by,
    states: thresholds.map((from) => ({ name: String(from), from })),
    runDays: { _tag: 'EveryDays', from: start, days: 1 },
  }))

interface Owed extends UnpaidItem {
  readonly paidOn: LocalDate
}

const owed: fc.Arbitrary<ReadonlyArray<Owed>> = fc.array(
  fc
    .record({ openMinor: fc.integer({ min: 1, max: 40 }), issuedOn: days, term: fc.nat(30), paid: fc.nat(90) })
    .map(({ openMinor, issuedOn, term, paid }) => ({
      currency: 'EUR',
      openMinor,
      issuedOn,
      dueOn: addDays(issuedOn, term),
      paidOn: addDays(issuedOn, paid + 1),
    })),
  { maxLength: 5 },
)

const unpaidOn =
  (all: ReadonlyArray<Owed>) =>
  (on: LocalDate): ReadonlyArray<UnpaidItem> =>
    all.filter(({ issuedOn, paidOn }) => issuedOn <= on && paidOn > on)

describe('accountState', () => {
  it('law: a later day is never less severe', () => {
    fc.assert(
      fc.property(policies, owed, days, fc.nat(60), (policy, all, on, later) => {
        const severity = (day: LocalDate): number => Number(accountState(policy, all, 'EUR', day) ?? '-1')
        expect(severity(addDays(on, later))).toBeGreaterThanOrEqual(severity(on))
      }),
    )
  })
})

describe('stateChanges', () => {
  it('law: changes of state in two spans that meet are those of the whole', () => {
    fc.assert(
      fc.property(policies, owed, fc.nat(80), fc.nat(80), (policy, all, first, second) => {
        const [between, end] = [addDays(start, first), addDays(start, first + second)]
        const changes = (after: LocalDate, until: LocalDate): ReadonlyArray<StateChange> =>
          stateChanges(policy, 'EUR', after, until, unpaidOn(all))
        expect([...changes(start, between), ...changes(between, end)]).toEqual(changes(start, end))
      }),
    )
  })

  it('ends with the state of the last day, and names no state twice in a row', () => {
    fc.assert(
      fc.property(policies, owed, fc.nat(150), (policy, all, span) => {
        const end = addDays(start, span)
        const before = accountState(policy, unpaidOn(all)(start), 'EUR', start)
        const changes = stateChanges(policy, 'EUR', start, end, unpaidOn(all))
        const names = [before, ...changes.map(({ state }) => state)]
        expect(names.at(-1)).toBe(accountState(policy, unpaidOn(all)(end), 'EUR', end))
        for (const [index, name] of names.entries()) if (index > 0) expect(name).not.toBe(names[index - 1])
      }),
    )
  })
})

describe('nextStateOn', () => {
  it('law: looking again on the next day named misses no change that time alone brings', () => {
    fc.assert(
      fc.property(policies, owed, days, (policy, all, from) => {
        const on = all.reduce((so, { issuedOn }) => laterOf(so, issuedOn), from)
        const end = addDays(on, 150)
        const expected = stateChanges(policy, 'EUR', on, end, () => all).map((change) => change.on)
        const looked: Array<LocalDate> = []
        for (let next = nextStateOn(policy, all, 'EUR', on); next !== undefined && next <= end;) {
          looked.push(next)
          next = nextStateOn(policy, all, 'EUR', next)
        }
        expect(looked).toEqual(expected)
      }),
    )
  })
})
