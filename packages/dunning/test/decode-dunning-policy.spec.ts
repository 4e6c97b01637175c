import { decimal, money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { type AccountStates, decodeDunningPolicy, type DunningCampaign } from '../src/index.js'
import { day, ladder, step } from './ladders.js'

const states: AccountStates = {
  _tag: 'AccountStates',
  id: 'overdue',
  version: 2,
  by: 'invoice-age',
  states: [{ name: 'OD1', from: 30 }],
  runDays: { _tag: 'Weekdays', weekdays: [1, 4] },
}
const campaign: DunningCampaign = {
  _tag: 'DunningCampaign',
  id: 'twice',
  version: 1,
  thresholds: [money('EUR', 150_00)],
  maxAttempts: 2,
  daysBetween: 2,
  gap: 'more-than',
  spacing: 'per-currency',
  channel: 'e-mail',
  runDays: { _tag: 'DaysOfMonth', days: [1, 15] },
  sendWithinDays: 3,
}

const errorsOf = (json: unknown): ReadonlyArray<string> => {
  const read = decodeDunningPolicy(json)
  return E.isLeft(read) ? read.left : []
}

describe('decodeDunningPolicy', () => {
  it('reads each family of policy', () => {
    const full = ladder({
      steps: [
        step(1, -7),
        step(2, 5, { mode: 'previous-date', minimumPercent: decimal('2.5'), minimums: [money('EUR', 1)] }),
      ],
      intervalDays: 14,
      minArrearsDays: 3,
      postingWindowDays: 5,
      runDays: { _tag: 'ListedDays', days: [day('2026-01-31')] },
    })
    for (const policy of [full, states, campaign]) expect(decodeDunningPolicy(policy)).toEqual(E.right(policy))
  })

  it('names every field that is wrong, missing or not known', () => {
    expect(errorsOf({ ...ladder(), graceDays: '3', sequential: undefined, interval: 14 })).toEqual([
      'sequential: is missing, expected boolean',
      'graceDays: is "3", expected wholeNumber',
      'interval: there is no such field',
    ])
    expect(errorsOf({ ...ladder(), steps: [{ ...step(1, 5), delay: 3, channel: 'fax' }] })).toEqual([
      expect.stringContaining('steps.0.channel: is "fax"'),
      'steps.0.delay: there is no such field',
    ])
    expect(errorsOf({ ...states, runDays: { _tag: 'Sometimes' } })).toEqual([
      'runDays._tag: "Sometimes" is none of EveryDays, Weekdays, DaysOfMonth, ListedDays',
    ])
    expect(errorsOf({ ...states, runDays: { _tag: 'Weekdays', weekdays: ['Monday'] } })).toEqual([
      'runDays.weekdays.0: is "Monday", expected wholeNumber',
    ])
    expect(errorsOf(null)).toEqual(['_tag: "" is none of ItemLadder, AccountStates, DunningCampaign'])
  })

  it('names what contradicts itself', () => {
    const steps = [
      step(1, 5, { mode: 'previous-date' }),
      step(2, -1, { mode: 'end-of-month' }),
      step(2, 5, { minimums: [money('EUR', -1), money('EUR', 2)] }),
    ]
    expect(
      errorsOf(
        ladder({ steps, graceDays: -1, version: 0, runDays: { _tag: 'EveryDays', from: day('2026-01-01'), days: 0 } }),
      ),
    ).toEqual([
      'version: 0 is below 1',
      'runDays.days: 0 is below 1',
      'graceDays: -1 is below 0',
      'steps: two have the level 2',
      'steps.0.mode: the first step has no notice before it to count from',
      'steps.1.delayDays: -1 lies before the due day, which only net-days can say',
      'steps.2.minimums.0.minor: -1 is below 0',
      'steps.2.minimums: two are in EUR',
    ])
    expect(errorsOf({ ...states, states: [...states.states, ...states.states] })).toEqual([
      'states: two are called OD1',
    ])
    expect(errorsOf({ ...states, runDays: { _tag: 'Weekdays', weekdays: [0] } })).toEqual([
      'runDays.weekdays: 0 is not between 1 and 7',
    ])
    expect(errorsOf({ ...campaign, maxAttempts: 0, runDays: { _tag: 'DaysOfMonth', days: [32] } })).toEqual([
      'runDays.days: 32 is not between 1 and 31',
      'maxAttempts: 0 is below 1',
    ])
  })
})
