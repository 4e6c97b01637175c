/** What a campaign asks a customer for on a run day, with the guards that every ask has. */
import {
  type CurrencyCode,
  daysBetween,
  keyedValues,
  laterOf,
  type LocalDate,
  money,
  sumMinor,
} from '@quittance/kernel'
import type { AccountOnDay } from '../../context.js'
import type { DunningCampaign } from '../../dunning-policy.js'
import type { NoticeItem } from '../../model.js'
import type { DunnableItem, RunQuestion } from '../../run-question.js'
import { askedOfItem } from '../ladder/asked-of-item.js'
import { coverWithCredits } from '../ladder/cover-with-credits.js'
import { questionOn } from '../ladder/question-on.js'
import { advanceCampaign, type AttemptCount, reachesThreshold } from './advance-campaign.js'
import { lastClearDay } from './last-clear-day.js'

/** An attempt in a currency, and what it asks for. @category model @since 0.1.0 */
export interface CampaignAsk {
  readonly on: LocalDate
  readonly currency: CurrencyCode
  /** 1 for the first since nothing was past due. */
  readonly attempt: number
  readonly thresholdMinor: number
  readonly lines: ReadonlyArray<NoticeItem>
}

/**
 * An attempt in each currency whose turn it is. The campaign counts by what is past due, and asks for what of it may be
 * asked: without what is disputed, promised for later, on hold or in hand, and only while that reaches the threshold too. An
 * attempt held back is not counted, so that a campaign goes on where it stood. Items on another ladder are left alone.
 *
 * @param account - as known on the day
 * @param forUnassigned - whether items that nobody put on a ladder are its own
 * @law a campaign asks for no more than is past due and may be asked
 * @category policies
 * @since 0.1.0
 */
export const askInCampaign = (
  campaign: DunningCampaign,
  account: AccountOnDay,
  on: LocalDate,
  forUnassigned: boolean,
): ReadonlyArray<CampaignAsk> => {
  const question = questionOn(account, on, { ladderId: campaign.id, forUnassigned })
  const late = question.items.filter(({ dueOn, openMinor }) => dueOn < on && openMinor > 0)
  const currencies = [...new Set(late.map(({ currency }) => currency))]
  const overdue = currencies.map((currency) => money(currency, sumMinor(inCurrency(late, currency).map(openOf))))
  const counts = attemptsSoFar(campaign, account, on)
  const { attempts } = advanceCampaign(campaign, { counts, finished: false }, overdue, on)
  const lines = attempts.length === 0 ? [] : linesOf(late, question)
  return attempts.flatMap(({ currency, attempt }): ReadonlyArray<CampaignAsk> => {
    const own = lines.filter((line) => line.currency === currency).map(({ line }) => line)
    const thresholdMinor = campaign.thresholds.find((one) => one.currency === currency)?.minor ?? 0
    const askedMinor = sumMinor(own.map(({ amountMinor }) => amountMinor))
    return reachesThreshold(askedMinor, thresholdMinor) ? [{ on, currency, attempt, thresholdMinor, lines: own }] : []
  })
}

const openOf = ({ openMinor }: DunnableItem): number => openMinor

const inCurrency = (items: ReadonlyArray<DunnableItem>, currency: CurrencyCode): ReadonlyArray<DunnableItem> =>
  items.filter((item) => item.currency === currency)

/** Notices of the campaign that count, since the last day on which nothing was past due in their currency. */
const attemptsSoFar = (
  { id }: DunningCampaign,
  { dunning, owedOverTime }: AccountOnDay,
  on: LocalDate,
): ReadonlyArray<AttemptCount> => {
  const counts = new Map<CurrencyCode, AttemptCount>()
  for (const { ladder, currency, on: runDay, standing } of keyedValues(dunning.notices)) {
    if (ladder?.id !== id || standing === 'ignored' || standing === 'failed') continue
    const cleared = lastClearDay(owedOverTime?.(currency) ?? [], on)
    if (cleared !== undefined && cleared >= runDay) continue
    const { attempts = 0, lastOn = runDay } = counts.get(currency) ?? {}
    counts.set(currency, { currency, attempts: attempts + 1, lastOn: laterOf(lastOn, runDay) })
  }
  return [...counts.values()]
}

const linesOf = (
  late: ReadonlyArray<DunnableItem>,
  { on, holds, credits }: RunQuestion,
): ReadonlyArray<{ readonly currency: CurrencyCode; readonly line: NoticeItem }> => {
  const asks = late.map((item) => ({ item, amountMinor: askedOfItem(item, holds, on).amountMinor }))
  const covered = coverWithCredits(asks, credits, on, undefined)
  return asks.flatMap(({ item, amountMinor }, at) => {
    const { itemId, instalmentNo, dueOn, openMinor, currency } = item
    const askedMinor = amountMinor - (covered[at] ?? 0)
    if (askedMinor <= 0) return []
    const daysPastDue = daysBetween(dueOn, on)
    return [{ currency, line: { itemId, instalmentNo, dueOn, daysPastDue, openMinor, amountMinor: askedMinor } }]
  })
}
