/** The page before a call: what is said first, then all that whoever calls may need. */
import type { CallSummary, TouchRecorded } from '@quittance/dunning'
import type { CallPack, PromiseAt } from '@quittance/projections'
import { actionText, money, moneys, restReasonText } from './desk-words.js'
import { figure, table } from './table.js'

/** The page. @category commands @since 0.1.0 */
export const callText = (pack: CallPack): string =>
  [
    `Call ${pack.customer} on ${pack.on}, by ${pack.policy.id}@${pack.policy.version}`,
    [...waitLines(pack), sayLine(pack.summary), ...askLines(pack)].join('\n'),
    ...(pack.sums.length === 0 ? [] : [sumsText(pack)]),
    factLines(pack).join('\n'),
    ...(pack.actions.length === 0 ? [] : [`Next, for each item past due\n\n${actionsText(pack)}`]),
  ].join('\n\n')

const waitLines = ({ reasonsToWait, sums }: CallPack): ReadonlyArray<string> =>
  reasonsToWait.length === 0 ? [] : [`Wait: ${reasonsToWait.map((reason) => restReasonText(reason, sums)).join('; ')}`]

const sayLine = (summary: CallSummary): string => {
  if (summary._tag === 'Invoices') {
    const said = summary.invoices.map(
      ({ itemId, instalmentNo, askMinor, currency, dueOn }) =>
        `${itemId}${instalmentNo > 1 ? ` part ${instalmentNo}` : ''} of ${money(askMinor, currency)}, due ${dueOn}`,
    )
    return `Say: ${said.join('; and ')}`
  }
  if (summary.sums.length === 0) return 'Say: nothing; nothing may be asked for'
  const over = summary.overDays === 0 ? 'past due' : `more than ${summary.overDays} days past due`
  const said = summary.sums.map(
    ({ totalMinor, currency, invoices }) =>
      `${money(totalMinor, currency)} in ${invoices} ${invoices === 1 ? 'invoice' : 'invoices'}`,
  )
  return `Say: ${said.join(', and ')}, ${over}`
}

const askLines = ({ sums, rest, disputed, heldBack, newOrders, openPromises }: CallPack): ReadonlyArray<string> => [
  ...(sums.some(({ askMinor }) => askMinor > 0)
    ? [`Ask for: ${moneys(sums, ({ askMinor }) => askMinor)}, everything past due and undisputed`]
    : []),
  ...rest.map(
    ({ count, totalMinor, currency }) =>
      `Not said: ${count} smaller ${count === 1 ? 'invoice' : 'invoices'}, ${money(totalMinor, currency)}`,
  ),
  ...(disputed.length === 0
    ? []
    : [
        `Do not ask for: ${disputed.map(({ itemId, disputedMinor, currency }) => `${money(disputedMinor, currency)} of ${itemId}, in dispute`).join('; ')}`,
      ]),
  ...heldBack.map(
    ({ itemId, heldBackMinor = 0, currency, held: { isPlaced, because, until } }) =>
      `Do not ask for: ${money(heldBackMinor, currency)} of ${itemId}, ${isPlaced ? `placed with ${because}` : `on hold: ${because}`}${until === undefined ? '' : ` until ${until}`}`,
  ),
  ...newOrders.map(
    ({ orderId, amountMinor, currency, on }) =>
      `Order ${orderId} of ${money(amountMinor, currency)} came on ${on}: ask before it ships, and let credit control look`,
  ),
  ...openPromises.map(
    ({ promisedMinor, currency, windowEndsOn }) =>
      `Do not ask for: ${money(promisedMinor, currency)}, promised, in time until ${windowEndsOn}`,
  ),
]

const sumsText = ({ sums }: CallPack): string =>
  table(
    [
      { heading: '' },
      ...['Open', 'Past due', 'Disputed', 'Promised', 'Held back', 'In hand', 'Collectible', 'Ask for'].map(
        (heading) => ({
          heading,
          figures: true,
        }),
      ),
    ],
    sums.map((sum) => [
      sum.currency,
      ...[
        sum.openMinor,
        sum.pastDueMinor,
        sum.disputedMinor,
        sum.promisedMinor,
        sum.heldBackMinor,
        sum.inHandMinor,
        sum.collectibleMinor,
        sum.askMinor,
      ].map((minor) => figure(minor, sum.currency)),
    ]),
  )

const factLines = (pack: CallPack): ReadonlyArray<string> => {
  const { contact, promiseRecord, openPromises, lastTouches, lastExcuse, signs } = pack
  return [
    `Contact: ${contact === undefined ? 'nobody spoken with yet' : `${contact.name}, last on ${contact.on}`}`,
    ...(promiseRecord.length === 0 ? ['Promises: none'] : []),
    ...promiseRecord.map(
      ({ currency, made, kept, partlyKept, broken, open }) =>
        `Promises in ${currency}: ${made} made, ${kept} kept, ${partlyKept} partly kept, ${broken} broken, ${open} open`,
    ),
    ...openPromises.map((promise) => `  ${promiseText(promise)}`),
    ...(lastTouches.length === 0 ? ['Contacts: none'] : ['Contacts, the latest first:']),
    ...lastTouches.map((touch) => `  ${touchText(touch)}`),
    ...(lastExcuse === undefined
      ? []
      : [
          `Last excuse: ${lastExcuse.given.code} on ${lastExcuse.given.on}${lastExcuse.given.words === undefined ? '' : `, "${lastExcuse.given.words}"`}`,
          `  ask for ${lastExcuse.next.ask}${lastExcuse.next.evidence.length === 0 ? '' : ` (${lastExcuse.next.evidence.join(', ')})`}; follow up on ${lastExcuse.next.followUpOn}`,
        ]),
    ...(signs === undefined ? [] : signLines(signs)),
  ]
}

const promiseText = ({ promiseId, promisedMinor, currency, dueOn, itemIds, level }: PromiseAt): string =>
  `${promiseId}: ${money(promisedMinor, currency)} of ${itemIds.length === 0 ? 'the balance' : itemIds.join(', ')} by ${dueOn}${level > 1 ? `, promised ${level} times` : ''}`

const touchText = ({ on, channel, outcome, role, actor, words }: TouchRecorded): string =>
  `${on}  ${channel}, ${outcome}, by ${actor ?? role}${words === undefined ? '' : `: "${words}"`}`

const signLines = ({
  silentDays,
  isSilent,
  unanswered,
  isUnreachable,
  firstContactLagDays,
  isFirstContactLate,
}: NonNullable<CallPack['signs']>): ReadonlyArray<string> => [
  ...(isSilent ? [`Sign: no word from them for ${silentDays} days`] : []),
  ...(isUnreachable ? [`Sign: out of reach, ${unanswered} contacts without an answer`] : []),
  ...(isFirstContactLate
    ? [
        firstContactLagDays === undefined
          ? 'Sign: nobody has been in touch since it fell due'
          : `Sign: the first contact came ${firstContactLagDays} days after it fell due`,
      ]
    : []),
]

const actionsText = ({ actions }: CallPack): string =>
  table(
    [{ heading: 'Item' }, { heading: 'What' }, { heading: 'On' }, { heading: 'Waits since' }],
    actions.map(({ itemId, instalmentNo, kind, step, on, missedSince }) => [
      instalmentNo > 1 ? `${itemId}/${instalmentNo}` : itemId,
      actionText({ kind, ...(step === undefined ? {} : { step }) }),
      on,
      missedSince ?? '',
    ]),
  )
