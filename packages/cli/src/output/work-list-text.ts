/** The work list of a day as a collector reads it. */
import { type RestingAccount, brokenYesterday, type DeskWork, newOrder, type WorkList } from '@quittance/projections'
import { actionText, moneys, places, restReasonText } from './desk-words.js'
import { table } from './table.js'

type Ranked = WorkList['planned'][number]

/**
 * The list: whom to call, who is put off, who is left alone.
 *
 * @param tellsNext - with what comes anyhow, where a ladder was named
 * @category commands
 * @since 0.1.0
 */
export const workListText = (
  { on, policy, planned, deferred, resting }: WorkList,
  tellsNext: boolean = false,
): string => {
  const head = `Work list of ${on}, by ${policy.id}@${policy.version}`
  const foot = `${planned.length} to call, ${deferred.length} put off, ${resting.length} left alone. quittance call CUSTOMER --on ${on} has the page before a call.`
  return [
    head,
    planned.length === 0 ? 'Nobody to call.' : plannedText(planned, tellsNext),
    ...(deferred.length === 0 ? [] : [`Put off, what has waited longest first\n\n${deferredText(deferred)}`]),
    ...(resting.length === 0 ? [] : [`Left alone today\n\n${restingText(resting)}`]),
    foot,
  ].join('\n\n')
}

const plannedText = (planned: WorkList['planned'], tellsNext: boolean): string =>
  table(
    [
      { heading: '#', figures: true },
      { heading: 'Customer' },
      { heading: 'Ask for', figures: true },
      { heading: 'Oldest due' },
      { heading: 'Last contact' },
      { heading: 'Score', figures: true },
      ...(tellsNext ? [{ heading: 'Next' }] : []),
      { heading: 'Why', foldAt: 44 },
    ],
    planned.map((work) => [
      String(work.place),
      work.customer,
      moneys(work.sums, ({ askMinor }) => askMinor),
      work.oldestDueOn,
      work.lastTouchOn ?? 'never',
      places(work.score, 1),
      ...(tellsNext ? [work.next === undefined ? '-' : `${actionText(work.next)}, ${work.next.on}`] : []),
      whyText(work),
    ]),
  )

const words: Readonly<Record<string, string>> = {
  [brokenYesterday]: 'a promise broken yesterday',
  [newOrder]: 'a new order',
  'broken-promise': 'broken promise',
  'over-60-share': 'over 60 days',
  exposure: 'size',
}

const whyText = ({ tier, flags, scoreParts }: Ranked): string =>
  [
    ...(tier === undefined ? [] : [words[tier] ?? tier]),
    ...flags.filter((flag) => flag !== tier && flag !== brokenYesterday).map((flag) => words[flag] ?? flag),
    ...scoreParts
      .filter(({ points }) => points.numerator !== 0n)
      .map(({ component, points }) => `${words[component] ?? component} ${places(points, 1)}`),
  ].join(', ')

const deferredText = (deferred: WorkList['deferred']): string =>
  table(
    [
      { heading: 'Customer' },
      { heading: 'Ask for', figures: true },
      { heading: 'Waiting since' },
      { heading: 'Days', figures: true },
      { heading: 'Score', figures: true },
    ],
    deferred.map(({ customer, sums, waitingSince, waitingDays, score }: DeskWork & WorkList['deferred'][number]) => [
      customer,
      moneys(sums, ({ askMinor }) => askMinor),
      waitingSince,
      String(waitingDays),
      places(score, 1),
    ]),
  )

const restingText = (resting: ReadonlyArray<RestingAccount>): string =>
  table(
    [{ heading: 'Customer' }, { heading: 'Why', foldAt: 70 }],
    resting.map(({ customer, reasons, sums }) => [
      customer,
      reasons.map((reason) => restReasonText(reason, sums)).join('; '),
    ]),
  )
