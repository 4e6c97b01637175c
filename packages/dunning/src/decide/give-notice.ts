/** A notice by hand, or from another system's history. */
import { accept, daysBetween, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import type { GiveNotice } from '../commands/notices.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { NoticeDue, NoticeFact } from '../events/notices.js'
import { askedOfItem } from '../policies/ladder/asked-of-item.js'
import { questionOn } from '../policies/ladder/question-on.js'
import type { DunningRejection } from '../rejections.js'
import type { DunnableItem, RunQuestion } from '../run-question.js'
import type { DunningState } from '../state.js'
import { beforeItems, dayInThePast, emptyField, emptyList, unknownItem, wrongNumber } from './check-words.js'

type AskedHere = GiveNotice['items'][number]

/** Imported, it is on record as sent, and what was open then is taken as told. @internal */
export const giveNotice = (command: GiveNotice, state: DunningState, context: DunningContext): DunningDecided => {
  const { on, noticeId, currency, level, items, sendBy, by, because } = command
  const itemIds = items.map(({ itemId }) => itemId)
  const question = questionOn(context.asItStands(on), on)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ noticeId, by, because }) ?? emptyList('items', items),
    () => wrongNumber('level', level, 1),
    () => items.map(({ amountMinor }) => wrongNumber('amountMinor', amountMinor, 1)).find((one) => one !== undefined),
    () => dayInThePast('sendBy', on, sendBy),
    () =>
      keyedGet(state.notices, noticeId) === undefined
        ? undefined
        : { _tag: 'IdAlreadyUsed', kind: 'notice', id: noticeId },
    () => unknownItem(itemIds, context),
    () => otherCurrency(itemIds, currency, context),
    () => beforeItems(on, itemIds, context),
    () => items.map((one) => tooMuch(one, command, question)).find((one) => one !== undefined),
  ])
  if (refusal !== undefined) return refuse(refusal)
  const notice = noticeOf(command, question)
  if (command.sent !== true) return accept<NoticeFact>(notice)
  return accept<NoticeFact>(notice, { _tag: 'NoticeSent', on, noticeId, channel: command.channel })
}

/** @internal */
export const otherCurrency = (
  itemIds: ReadonlyArray<string>,
  currency: string,
  { itemOf }: DunningContext,
): DunningRejection | undefined => {
  const got = itemIds.map((itemId) => itemOf(itemId)?.currency).find((one) => one !== currency)
  return got === undefined ? undefined : { _tag: 'CurrencyMismatch', expected: currency, got }
}

const tooMuch = (asked: AskedHere, { on, sent }: GiveNotice, question: RunQuestion): DunningRejection | undefined => {
  const item = instalmentOf(asked, question)
  if (sent === true && asked.amountMinor !== undefined) return undefined
  const askableMinor = item === undefined ? 0 : askedOfItem(item, question.holds, on).amountMinor
  return askableMinor >= (asked.amountMinor ?? 1)
    ? undefined
    : { _tag: 'NothingToAsk', itemId: asked.itemId, askableMinor }
}

const instalmentOf = ({ itemId, instalmentNo }: AskedHere, { items }: RunQuestion): DunnableItem | undefined =>
  items.find((one) => one.itemId === itemId && one.instalmentNo === instalmentNo)

const noticeOf = (command: GiveNotice, question: RunQuestion): NoticeDue => {
  const { on, noticeId, currency, level, kind, channel, sendBy, sent, by, because } = command
  const lines = command.items.map((asked) => {
    const item = instalmentOf(asked, question)
    const dueOn = item?.dueOn ?? on
    const all = item === undefined ? 0 : askedOfItem(item, question.holds, on).amountMinor
    const amountMinor = asked.amountMinor ?? all
    const { itemId, instalmentNo } = asked
    const openMinor = item?.openMinor ?? amountMinor
    return { itemId, instalmentNo, dueOn, daysPastDue: daysBetween(dueOn, on), openMinor, amountMinor }
  })
  return {
    _tag: 'NoticeDue',
    on,
    noticeId,
    origin: sent === true ? 'imported' : 'manual',
    level,
    kind,
    channel,
    currency,
    amountMinor: lines.reduce((so, { amountMinor }) => so + amountMinor, 0),
    lines,
    ...(sendBy === undefined || sent === true ? {} : { sendBy }),
    by,
    because,
  }
}
