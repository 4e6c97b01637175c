/** Campaigns and thresholds: is enough past due, are attempts left, has enough time passed. */
import { addDays, type CurrencyCode, localDate, type LocalDate, type Money, sumMinor } from '@quittance/kernel'
import {
  advanceCampaign,
  afterClearing,
  campaignAtStart,
  type CampaignRun,
  type CampaignStanding,
  type DunningCampaign,
  gapHasPassed,
  reachesThreshold,
} from '@quittance/dunning'
import { minorOf } from '../../books/currency.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, list, map, nothing, type Value, whole, yesNo } from '../../run/value.js'
import { overdueOn } from './items-on.js'
import type { World } from './world.js'

/** Whether a case speaks of a campaign or a threshold. */
export const hasCampaign = (given: Reader): boolean =>
  ['threshold', 'thresholds', 'max_attempts', 'days_between', 'attempts_done', 'since_last'].some((key) =>
    given.has(key),
  )

/** Answers of a campaign. */
export const campaignAnswers = (given: Reader, world: World): Answers => {
  const campaign = campaignOf(given, world)
  const [done, sinceSeconds] = [given.whole('attempts_done') ?? 0, secondsOf(given)]
  const stated = statedOverdue(given, world.currency)
  const overdueAt = (on: LocalDate): ReadonlyArray<Money> =>
    stated ?? overdueOn(world.account, on, world.words.graceDays)
  const lastDay = (): LocalDate => world.runDays.at(-1) ?? world.today ?? world.days.today
  const mayAsk = (thresholds: ReadonlyArray<Money>): boolean =>
    done < campaign.maxAttempts &&
    (sinceSeconds === undefined || gapHasPassed(campaign, sinceSeconds)) &&
    (thresholds.length === 0 ||
      thresholds.some(({ currency, minor }) =>
        reachesThreshold(overdueAt(lastDay()).find((owed) => owed.currency === currency)?.minor ?? 0, minor),
      ))
  const runs = (): ReadonlyArray<CampaignRun> =>
    runsOf(campaign, standingAtStart(campaign, done, given), world, overdueAt)
  return {
    attempts: (ask) => {
      const all = runs().map(({ attempts }): Value =>
        map(attempts.map(({ currency, attempt }) => [currency, whole(attempt)])),
      )
      return ask.kind === 'list' ? list(all) : (all.at(-1) ?? nothing)
    },
    finished: (ask) => {
      const all = runs().map(({ finished }) => yesNo(finished))
      if (all.length === 0) return yesNo(done >= campaign.maxAttempts)
      return ask.kind === 'list' ? list(all) : (all.at(-1) ?? nothing)
    },
    dunned: (ask) => {
      if (ask.kind === 'map')
        return map(campaign.thresholds.map((threshold) => [threshold.currency, yesNo(mayAsk([threshold]))]))
      if (world.runDays.length === 0) return yesNo(mayAsk(campaign.thresholds))
      const all = runs().map(({ attempts }) => yesNo(attempts.length > 0))
      return ask.kind === 'list' ? list(all) : (all.at(-1) ?? nothing)
    },
    overdue: (ask) => {
      if (ask.kind === 'list') return list(world.runDays.map((on) => totalValue(overdueAt(on), world.currency)))
      const owed = overdueAt(lastDay())
      return ask.kind === 'map'
        ? map(owed.map(({ currency, minor }) => [currency, amount(minor, currency)]))
        : totalValue(owed, world.currency)
    },
  }
}

/** `overdue` as one amount, or by currency. */
const statedOverdue = (given: Reader, currency: CurrencyCode): ReadonlyArray<Money> | undefined => {
  const node = given.node('overdue')
  if (node === undefined) return undefined
  const byCurrency = node.kind === 'map' ? given.map('overdue') : undefined
  return byCurrency === undefined
    ? [{ currency, minor: minorOf(given, 'overdue', currency) ?? 0 }]
    : byCurrency.keys().map((key) => ({ currency: key, minor: minorOf(byCurrency, key, key) ?? 0 }))
}

const totalValue = (owed: ReadonlyArray<Money>, currency: CurrencyCode): Value => {
  const [first, ...others] = owed
  if (others.length > 0) return unsupported('one amount past due of several currencies')
  return first === undefined ? amount(0, currency) : amount(sumMinor([first.minor]), first.currency)
}

const campaignOf = (given: Reader, { currency }: World): DunningCampaign => {
  const byCurrency = given.map('thresholds')
  const one = minorOf(given, 'threshold', currency)
  const policy = given.map('policy')
  return {
    _tag: 'DunningCampaign',
    id: 'case',
    version: 1,
    thresholds: [
      ...(one === undefined ? [] : [{ currency, minor: one }]),
      ...(byCurrency?.keys() ?? []).map((key) => ({
        currency: key,
        minor: (byCurrency === undefined ? undefined : minorOf(byCurrency, key, key)) ?? 0,
      })),
    ],
    maxAttempts: given.whole('max_attempts') ?? Number.MAX_SAFE_INTEGER,
    daysBetween: given.whole('days_between') ?? 0,
    gap: policy?.oneOf('gap', { more_than: 'more-than', at_least: 'at-least' } as const) ?? 'at-least',
    spacing:
      policy?.oneOf('spacing', { per_currency: 'per-currency', per_customer: 'per-account' } as const) ??
      'per-currency',
    channel: 'e-mail',
    runDays: { _tag: 'EveryDays', from: localDate('0001-01-02'), days: 1 },
    sendWithinDays: 0,
  }
}

/** Attempts that were made before the case begins, in every currency of it. */
const standingAtStart = ({ thresholds }: DunningCampaign, done: number, given: Reader): CampaignStanding => {
  const lastOn = given.date('last_notice')
  return done === 0
    ? campaignAtStart
    : {
        finished: false,
        counts: thresholds.map(({ currency }) => ({
          currency,
          attempts: done,
          lastOn: lastOn ?? localDate('0001-01-01'),
        })),
      }
}

const runsOf = (
  campaign: DunningCampaign,
  start: CampaignStanding,
  { runDays }: World,
  overdueAt: (on: LocalDate) => ReadonlyArray<Money>,
): ReadonlyArray<CampaignRun> => {
  let standing = start
  let day = runDays[0]
  return runDays.map((on) => {
    for (; day !== undefined && day < on; day = addDays(day, 1)) standing = afterClearing(standing, overdueAt(day))
    const run = advanceCampaign(campaign, standing, overdueAt(on), on)
    standing = run.standing
    return run
  })
}

const duration = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** `since_last`: weeks, days, hours, minutes and seconds of ISO 8601. */
const secondsOf = (given: Reader): number | undefined => {
  const word = given.text('since_last')
  if (word === undefined) return undefined
  const parts = duration.exec(word) ?? unsupported(`since_last: ${word}`)
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  return (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}
