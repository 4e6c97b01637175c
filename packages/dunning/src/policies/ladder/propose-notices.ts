/** What a ladder asks for on a run day: for looking at before the run, and for the run itself. */
import { type CurrencyCode, daysBetween, sumMinor } from '@quittance/kernel'
import type { ItemLadder, LadderStep } from '../../dunning-policy.js'
import type {
  DunnableItem,
  HeldItem,
  NoticeLine,
  NoticeProposal,
  RunQuestion,
  SkippedItem,
} from '../../run-question.js'
import { type AskedOfItem, askedOfItem } from './asked-of-item.js'
import { coverWithCredits } from './cover-with-credits.js'
import { creditsInNotice } from './credits-in-notice.js'
import { fallBack } from './fall-back.js'
import { stepForItem } from './step-for-item.js'

/**
 * The items whose step has come, each with its level and what is asked for it; the items whose step has come and
 * that are held, with the reason; those too small to ask for. Order: step, hold, money in hand, tolerance,
 * minimum. Money in hand comes off the ask after what is disputed and promised; credits that stand in the notice
 * hold it back altogether where they come to as much as it asks for. An item without a line keeps the
 * level it has, so that a hold that ends goes on where it began.
 *
 * @law no item is asked for twice in a run, nor above its open balance
 * @law paying earlier never causes a notice
 * @law dates all moved by as many days move the notices by as many
 * @category policies
 * @since 0.1.0
 */
export const proposeNotices = (ladder: ItemLadder, question: RunQuestion): NoticeProposal => {
  const { on, items } = question
  const due = inArrears(ladder, question) ? items.flatMap((item) => stepOf(item, ladder, question)) : []
  const covered =
    ladder.credits === 'matched-first' && question.credits.length > 0
      ? coverWithCredits(due.map(coverable), question.credits, on, ladder.postingWindowDays)
      : []
  const asks = due.map((ask, index) => lessInHand(ask, covered[index] ?? 0))
  const [held, skipped, asked]: [Array<HeldItem>, Array<SkippedItem>, Array<Ask>] = [[], [], []]
  for (const ask of asks) {
    const { item, amountMinor, because } = ask
    const place = { itemId: item.itemId, instalmentNo: item.instalmentNo }
    if (amountMinor > toleranceMinor(ladder, item.currency)) asked.push(ask)
    else if (because === undefined) skipped.push({ ...place, reason: 'within-tolerance' })
    else held.push({ ...place, ...because })
  }
  const steps = stepsHeedingMinimums(asked, ladder, items)
  const lines = asked.flatMap((ask, index): ReadonlyArray<NoticeLine> => {
    const step = steps[index]
    if (step !== undefined) return [lineOf(ask, step, question)]
    skipped.push({ itemId: ask.item.itemId, instalmentNo: ask.item.instalmentNo, reason: 'below-minimum' })
    return []
  })
  const credits = ladder.credits === 'in-notice' ? creditsInNotice(lines, question.credits, items) : []
  return withoutBalancesInCredit({ on, lines, credits, held, skipped })
}

/** The step of each ask; a ladder without minimums has nothing to heed. */
const stepsHeedingMinimums = (
  asked: ReadonlyArray<Ask>,
  { steps }: ItemLadder,
  items: ReadonlyArray<DunnableItem>,
): ReadonlyArray<LadderStep | undefined> => {
  if (steps.every(({ minimums, minimumPercent }) => minimums === undefined && minimumPercent === undefined))
    return asked.map(({ step }) => step)
  const openMinor = (currency: CurrencyCode): number =>
    sumMinor(items.filter((item) => item.currency === currency).map((item) => item.openMinor))
  return fallBack(asked.map(atStep), steps, openMinor)
}

/** Nobody gets a notice whose credits come to what it asks for, or to more. */
const withoutBalancesInCredit = (proposal: NoticeProposal): NoticeProposal => {
  const { lines, credits, held } = proposal
  if (credits.length === 0) return proposal
  const sumIn = (of: CurrencyCode, all: ReadonlyArray<Pick<NoticeLine, 'currency' | 'amountMinor'>>): number =>
    sumMinor(all.filter(({ currency }) => currency === of).map(({ amountMinor }) => amountMinor))
  const inCredit = new Set(
    credits.map(({ currency }) => currency).filter((of) => sumIn(of, credits) >= sumIn(of, lines)),
  )
  const covered = lines.filter(({ currency }) => inCredit.has(currency))
  return {
    ...proposal,
    lines: lines.filter(({ currency }) => !inCredit.has(currency)),
    credits: credits.filter(({ currency }) => !inCredit.has(currency)),
    held: [
      ...held,
      ...covered.map(({ itemId, instalmentNo }) => ({ itemId, instalmentNo, reason: 'money-in-hand' as const })),
    ],
  }
}

interface Ask extends AskedOfItem {
  readonly item: DunnableItem
  readonly step: LadderStep
}

/** Whether one item at least is as long past due as the ladder wants before it speaks to the customer at all. */
const inArrears = ({ minArrearsDays }: ItemLadder, { items, on }: RunQuestion): boolean =>
  minArrearsDays === undefined ||
  items.some(({ dueOn, openMinor }) => openMinor > 0 && daysBetween(dueOn, on) >= minArrearsDays)

const stepOf = (item: DunnableItem, ladder: ItemLadder, { on, holds }: RunQuestion): ReadonlyArray<Ask> => {
  if (item.openMinor <= 0) return []
  const step = stepForItem(item, ladder, on)
  return step === undefined ? [] : [{ item, step, ...askedOfItem(item, holds, on) }]
}

const coverable = ({ item, amountMinor }: Ask): { readonly item: DunnableItem; readonly amountMinor: number } => ({
  item,
  amountMinor,
})

const lessInHand = (ask: Ask, coveredMinor: number): Ask =>
  coveredMinor === 0
    ? ask
    : {
        ...ask,
        amountMinor: ask.amountMinor - coveredMinor,
        because: ask.because ?? { reason: 'money-in-hand' },
      }

const toleranceMinor = ({ tolerances }: ItemLadder, currency: CurrencyCode): number =>
  tolerances.find((tolerance) => tolerance.currency === currency)?.minor ?? 0

const atStep = ({
  item,
  amountMinor,
  step,
}: Ask): {
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly step: LadderStep
  readonly reached: number
} => ({
  currency: item.currency,
  amountMinor,
  step,
  reached: item.lastNotice?.level ?? 0,
})

const lineOf = ({ item, amountMinor }: Ask, step: LadderStep, { on }: RunQuestion): NoticeLine => ({
  itemId: item.itemId,
  instalmentNo: item.instalmentNo,
  currency: item.currency,
  level: step.level,
  kind: step.kind,
  channel: step.channel,
  amountMinor,
  openMinor: item.openMinor,
  dueOn: item.dueOn,
  daysPastDue: daysBetween(item.dueOn, on),
})
