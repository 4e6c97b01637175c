import { addDays, daysBetween, type LocalDate, money } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanceCampaign, campaignAtStart, type CampaignRun } from '../../../src/index.js'
import { start } from '../../ladders.js'
import { campaign } from './campaigns.js'

const campaigns = fc
  .record({
    maxAttempts: fc.integer({ min: 1, max: 3 }),
    daysBetween: fc.integer({ min: 1, max: 5 }),
    gap: fc.constantFrom('at-least' as const, 'more-than' as const),
    spacing: fc.constantFrom('per-currency' as const, 'per-account' as const),
  })
  .map(campaign)

/** Days between runs, and what is past due on each. */
const stories = fc.array(
  fc.record({
    later: fc.integer({ min: 1, max: 6 }),
    eurMinor: fc.constantFrom(149_99, 150_00, 300_00),
    usdMinor: fc.constantFrom(1, 100_00, 500_00),
  }),
  { maxLength: 12 },
)

const played = (
  policy: Parameters<typeof advanceCampaign>[0],
  story: ReadonlyArray<{ readonly later: number; readonly eurMinor: number; readonly usdMinor: number }>,
): ReadonlyArray<{ readonly on: LocalDate; readonly run: CampaignRun }> => {
  let [on, standing] = [start, campaignAtStart]
  return story.map(({ later, eurMinor, usdMinor }) => {
    on = addDays(on, later)
    const run = advanceCampaign(policy, standing, [money('EUR', eurMinor), money('USD', usdMinor)], on)
    standing = run.standing
    return { on, run }
  })
}

describe('advanceCampaign', () => {
  it('law: a campaign never asks more often than its attempts, nor sooner than its gap', () => {
    fc.assert(
      fc.property(campaigns, stories, (policy, story) => {
        const runs = played(policy, story)
        for (const currency of ['EUR', 'USD']) {
          const days = runs
            .filter(({ run }) => run.attempts.some((one) => one.currency === currency))
            .map(({ on }) => on)
          expect(days.length).toBeLessThanOrEqual(policy.maxAttempts)
          for (const [index, on] of days.entries()) {
            const before = days[index - 1]
            if (before !== undefined)
              expect(daysBetween(before, on)).toBeGreaterThanOrEqual(
                policy.daysBetween + (policy.gap === 'more-than' ? 1 : 0),
              )
          }
        }
      }),
    )
  })

  it('law: a campaign is finished once', () => {
    fc.assert(
      fc.property(campaigns, stories, (policy, story) => {
        expect(played(policy, story).filter(({ run }) => run.finished).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
