/** Campaigns: so many attempts, so far apart, while a customer owes enough past due. */
import { type CurrencyCode, daysBetween, type LocalDate, type Money } from '@quittance/kernel'
import type { DunningCampaign } from '../../dunning-policy.js'

/** How often a customer was asked in a currency, and when last. @category model @since 0.1.0 */
export interface AttemptCount {
  readonly currency: CurrencyCode
  readonly attempts: number
  readonly lastOn: LocalDate
}

/** Where a campaign stands with a customer. @category model @since 0.1.0 */
export interface CampaignStanding {
  readonly counts: ReadonlyArray<AttemptCount>
  /** Whether it has been said that the campaign is over. */
  readonly finished: boolean
}

/** A campaign that has asked for nothing yet. @category model @since 0.1.0 */
export const campaignAtStart: CampaignStanding = { counts: [], finished: false }

/** An attempt of a run. @category model @since 0.1.0 */
export interface CampaignAttempt {
  readonly currency: CurrencyCode
  /** 1 for the first. */
  readonly attempt: number
  readonly overdueMinor: number
}

/** What a run of a campaign comes to. @category model @since 0.1.0 */
export interface CampaignRun {
  readonly attempts: ReadonlyArray<CampaignAttempt>
  /** Whether this run was the last for all that is past due: said once. */
  readonly finished: boolean
  readonly standing: CampaignStanding
}

/**
 * One run: every currency in which the threshold is reached, attempts are left and enough days have passed is asked
 * for, and counted. Nothing past due any more in a currency ends its count, so that a new debt starts anew. The
 * campaign is over with the attempt after which no currency at its threshold has any left.
 *
 * @param overdue - what is past due on the day, once for each currency; what is still open of it
 * @law a campaign never asks more often than its attempts, nor sooner than its gap
 * @law a campaign is finished once
 * @category policies
 * @since 0.1.0
 */
export const advanceCampaign = (
  campaign: DunningCampaign,
  standing: CampaignStanding,
  overdue: ReadonlyArray<Money>,
  on: LocalDate,
): CampaignRun => {
  const owed = new Map(overdue.map(({ currency, minor }) => [currency, minor]))
  const { counts, finished: wasFinished } = afterClearing(standing, overdue)
  const reached = campaign.thresholds.filter(({ currency, minor }) => reachesThreshold(owed.get(currency) ?? 0, minor))
  const attempts = reached.flatMap(({ currency }): ReadonlyArray<CampaignAttempt> => {
    const done = counts.find((count) => count.currency === currency)
    if ((done?.attempts ?? 0) >= campaign.maxAttempts) return []
    const lastOn = lastAttempt(campaign, counts, currency)
    if (lastOn !== undefined && !gapHasPassed(campaign, daysBetween(lastOn, on) * secondsADay)) return []
    return [{ currency, attempt: (done?.attempts ?? 0) + 1, overdueMinor: owed.get(currency) ?? 0 }]
  })
  const after = counted(counts, attempts, on)
  const isOver = reached.every(({ currency }) => attemptsIn(after, currency) >= campaign.maxAttempts)
  const finished = attempts.length > 0 && isOver && !wasFinished
  return { attempts, finished, standing: { counts: after, finished: finished || wasFinished } }
}

/**
 * Where a campaign stands on a day on which this is past due: nothing past due in a currency ends its count, and
 * with the last count ends what was said of the end. Between runs it is asked for each day on which something was
 * paid, so that a debt paid and followed by another starts anew although no run saw it.
 *
 * @example
 * afterClearing({ counts: [{ currency: 'EUR', attempts: 2, lastOn: localDate('2026-01-09') }], finished: true }, []) // => { counts: [], finished: false }
 * @category policies
 * @since 0.1.0
 */
export const afterClearing = (standing: CampaignStanding, overdue: ReadonlyArray<Money>): CampaignStanding => {
  const counts = standing.counts.filter((count) =>
    overdue.some(({ currency, minor }) => currency === count.currency && minor > 0),
  )
  return { counts, finished: standing.finished && counts.length > 0 }
}

const secondsADay = 86_400

/** Whether so much past due is enough to ask, inclusive; what was paid does not count. @example reachesThreshold(30_00, 100_00) // => false @category policies @since 0.1.0 */
export const reachesThreshold = (overdueMinor: number, thresholdMinor: number): boolean =>
  overdueMinor > 0 && overdueMinor >= thresholdMinor

/**
 * Whether enough time has passed since the last attempt: the days themselves, or more than them, as the campaign says.
 *
 * @param elapsedSeconds - 0 or more
 * @example
 * gapHasPassed({ daysBetween: 4, gap: 'more-than' }, 4 * 86_400) // => false
 * @category policies
 * @since 0.1.0
 */
export const gapHasPassed = (
  { daysBetween: days, gap }: Pick<DunningCampaign, 'daysBetween' | 'gap'>,
  elapsedSeconds: number,
): boolean => (gap === 'more-than' ? elapsedSeconds > days * secondsADay : elapsedSeconds >= days * secondsADay)

const lastAttempt = (
  { spacing }: DunningCampaign,
  counts: ReadonlyArray<AttemptCount>,
  currency: CurrencyCode,
): LocalDate | undefined =>
  counts
    .filter((count) => spacing === 'per-account' || count.currency === currency)
    .map(({ lastOn }) => lastOn)
    .toSorted()
    .at(-1)

const attemptsIn = (counts: ReadonlyArray<AttemptCount>, currency: CurrencyCode): number =>
  counts.find((count) => count.currency === currency)?.attempts ?? 0

const counted = (
  counts: ReadonlyArray<AttemptCount>,
  attempts: ReadonlyArray<CampaignAttempt>,
  on: LocalDate,
): ReadonlyArray<AttemptCount> => [
  ...counts.filter(({ currency }) => !attempts.some((attempt) => attempt.currency === currency)),
  ...attempts.map(({ currency, attempt }) => ({ currency, attempts: attempt, lastOn: on })),
]
