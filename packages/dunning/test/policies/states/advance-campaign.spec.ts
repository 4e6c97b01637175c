import { money, type Money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  advanceCampaign,
  afterClearing,
  campaignAtStart,
  type CampaignRun,
  type DunningCampaign,
  gapHasPassed,
  reachesThreshold,
} from '../../../src/index.js'
import { day } from '../../ladders.js'
import { campaign } from './campaigns.js'

const runs = (
  policy: DunningCampaign,
  days: ReadonlyArray<readonly [string, ReadonlyArray<Money>]>,
): ReadonlyArray<CampaignRun> => {
  let standing = campaignAtStart
  return days.map(([on, overdue]) => {
    const run = advanceCampaign(policy, standing, overdue, day(on))
    standing = run.standing
    return run
  })
}
const told = (run: CampaignRun): string =>
  run.attempts.map(({ currency, attempt }) => `${currency} ${attempt}`).join(' ') + (run.finished ? ' finished' : '')

describe('advanceCampaign', () => {
  it('counts each currency by itself, waits for more than the gap, and ends once', () => {
    const [few, more] = [
      [money('EUR', 149_00), money('USD', 120_00)],
      [money('EUR', 159_00), money('USD', 120_00)],
    ]
    const all = runs(campaign(), [
      ['2026-01-03', few],
      ['2026-01-05', few],
      ['2026-01-06', more],
      ['2026-01-09', more],
      ['2026-01-12', more],
    ])
    expect(all.map(told)).toEqual(['USD 1', '', 'EUR 1 USD 2', 'EUR 2 finished', ''])
  })

  it('asks on the last day of the gap where that is enough', () => {
    const owed = [money('USD', 100_00)]
    const policy = campaign({ gap: 'at-least' })
    expect(
      runs(policy, [
        ['2026-01-03', owed],
        ['2026-01-04', owed],
        ['2026-01-05', owed],
      ]).map(told),
    ).toEqual(['USD 1', '', 'USD 2 finished'])
  })

  it('spaces the attempts of a customer in any currency where it says so', () => {
    const [usd, both] = [[money('USD', 100_00)], [money('EUR', 150_00), money('USD', 100_00)]]
    const policy = campaign({ spacing: 'per-account' })
    expect(
      runs(policy, [
        ['2026-01-03', usd],
        ['2026-01-05', both],
        ['2026-01-06', both],
      ]).map(told),
    ).toEqual(['USD 1', '', 'EUR 1 USD 2'])
  })

  it('begins anew once nothing was past due, and says once more when it ends', () => {
    const owed = [money('USD', 100_00)]
    const policy = campaign({ maxAttempts: 1 })
    expect(
      runs(policy, [
        ['2026-01-03', owed],
        ['2026-01-04', []],
        ['2026-01-05', owed],
      ]).map(told),
    ).toEqual(['USD 1 finished', '', 'USD 1 finished'])
  })

  it('begins anew where a debt was paid between two runs and followed by another', () => {
    const owed = [money('USD', 100_00)]
    const policy = campaign({ maxAttempts: 1 })
    const first = advanceCampaign(policy, campaignAtStart, owed, day('2026-01-03'))
    const cleared = afterClearing(first.standing, [money('USD', 0)])
    expect(told(advanceCampaign(policy, cleared, owed, day('2026-01-04')))).toBe('USD 1 finished')
    expect(afterClearing(first.standing, owed)).toEqual(first.standing)
  })

  it('does not say again that it ended when another currency follows later', () => {
    const [usd, both] = [[money('USD', 100_00)], [money('EUR', 150_00), money('USD', 100_00)]]
    const policy = campaign({ maxAttempts: 1 })
    expect(
      runs(policy, [
        ['2026-01-03', usd],
        ['2026-01-09', both],
      ]).map(told),
    ).toEqual(['USD 1 finished', 'EUR 1'])
  })

  it('asks for nothing in a currency without a threshold', () => {
    expect(runs(campaign(), [['2026-01-03', [money('GBP', 900_00)]]]).map(told)).toEqual([''])
  })
})

describe('reachesThreshold', () => {
  it('is inclusive, and never reached by nothing', () => {
    expect([reachesThreshold(100, 100), reachesThreshold(99, 100), reachesThreshold(0, 0)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('gapHasPassed', () => {
  it('tells the days themselves from more than them, to the second', () => {
    const four = 4 * 86_400
    expect(gapHasPassed({ daysBetween: 4, gap: 'more-than' }, four)).toBe(false)
    expect(gapHasPassed({ daysBetween: 4, gap: 'more-than' }, four + 1)).toBe(true)
    expect(gapHasPassed({ daysBetween: 4, gap: 'at-least' }, four)).toBe(true)
    expect(gapHasPassed({ daysBetween: 4, gap: 'at-least' }, four - 1)).toBe(false)
  })
})
