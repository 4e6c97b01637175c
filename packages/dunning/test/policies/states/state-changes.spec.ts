import { describe, expect, it } from 'vitest'
import { type AccountStates, nextStateOn, stateChanges, type UnpaidItem } from '../../../src/index.js'
import { day } from '../../ladders.js'

const policy: AccountStates = {
  _tag: 'AccountStates',
  id: 'states',
  version: 1,
  by: 'invoice-age',
  states: [
    { name: 'WARNING', from: 5 },
    { name: 'BLOCKED', from: 7 },
  ],
  runDays: { _tag: 'EveryDays', from: day('2012-06-01'), days: 1 },
}
const item: UnpaidItem = { currency: 'EUR', openMinor: 5, issuedOn: day('2012-06-03'), dueOn: day('2012-06-09') }

describe('stateChanges', () => {
  it('names every state with its true day, and its end, to somebody who looks only once', () => {
    const unpaidOn = (on: string): ReadonlyArray<UnpaidItem> => (on < '2012-06-15' ? [item] : [])
    expect(stateChanges(policy, 'EUR', day('2012-06-03'), day('2012-06-30'), unpaidOn)).toEqual([
      { on: '2012-06-08', state: 'WARNING' },
      { on: '2012-06-10', state: 'BLOCKED' },
      { on: '2012-06-15' },
    ])
  })
})

describe('nextStateOn', () => {
  it('names the day of the next threshold, by invoice or by due day', () => {
    expect(nextStateOn(policy, [item], 'EUR', day('2012-06-08'))).toBe('2012-06-10')
    expect(nextStateOn(policy, [item], 'EUR', day('2012-06-10'))).toBeUndefined()
    expect(nextStateOn({ ...policy, by: 'oldest-due-age' }, [item], 'EUR', day('2012-06-10'))).toBe('2012-06-14')
  })

  it('names none where time alone changes nothing', () => {
    expect(nextStateOn({ ...policy, by: 'unpaid-count' }, [item], 'EUR', day('2012-06-04'))).toBeUndefined()
    expect(nextStateOn(policy, [item], 'USD', day('2012-06-04'))).toBeUndefined()
    expect(nextStateOn({ ...policy, currency: 'USD' }, [item], 'EUR', day('2012-06-04'))).toBeUndefined()
  })
})
