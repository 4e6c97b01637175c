/** Interest and fees become debit notes of their own, each asked for once. */
import {
  acceptAndRequest,
  addDays,
  firstRefusal,
  keyedGet,
  keyedValues,
  laterOf,
  type LocalDate,
  refuse,
} from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { BillInterest, ChargeNoticeFee } from '../commands/charges.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { InterestUse } from '../events/charges.js'
import { noticeFee } from '../policies/fees/notice-fee.js'
import {
  type BearingItem,
  type InterestLine,
  type InterestPolicy,
  interestToBill,
} from '../policies/interest/interest-to-bill.js'
import type { DunningRejection } from '../rejections.js'
import type { ChargeLateness } from '../requests.js'
import { type ChargeRecord, type DunningState, isAmong, type NoticeRecord } from '../state.js'
import { emptyField, emptyList, tooEarly, unknownItem, wrongNumber } from './check-words.js'
import { otherCurrency } from './give-notice.js'

/** Bills that still ask for something: a voided note never did. */
const standing = (state: DunningState, context: DunningContext): ReadonlyArray<ChargeRecord> =>
  keyedValues(state.charges).filter(({ billId }) => context.itemOf(billId)?.voided !== true)

/** What accrued by the day on each item, less what bills that stand asked for. @internal */
export const billInterest = (command: BillInterest, state: DunningState, context: DunningContext): DunningDecided => {
  const { on, billId, currency, policy, items: wanted } = command
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ billId, 'policy.id': policy.id }) ?? emptyList('items', wanted),
    () =>
      wrongNumber('policy.paymentDays', policy.paymentDays, 0) ??
      wrongNumber('policy.terms.dayCountDays', policy.terms.dayCountDays, 1),
    () => usedBill(billId, state),
    () => unknownItem(wanted, context),
    () => otherCurrency(wanted ?? [], currency, context),
  ])
  if (refusal !== undefined) return refuse(refusal)
  const bills = standing(state, context)
  const bearing = context
    .bearing(currency)
    .filter(({ itemId }) => keyedGet(state.charges, itemId) === undefined && (wanted?.includes(itemId) ?? true))
    .map((item): BearingItem => ({ ...item, ...billedOf(item.itemId, bills) }))
  const early = tooEarly(on, lastBilledOn(bearing, bills))
  if (early !== undefined) return refuse(early)
  const lines = interestToBill(bearing, on, policy)
  if (E.isLeft(lines)) return refuse(lines.left)
  return lines.right.length === 0 ? refuse({ _tag: 'NothingToBill', on, currency }) : billed(command, lines.right)
}

const usedBill = (billId: string, state: DunningState): DunningRejection | undefined =>
  keyedGet(state.charges, billId) === undefined ? undefined : { _tag: 'IdAlreadyUsed', kind: 'bill', id: billId }

const billedOf = (
  itemId: string,
  bills: ReadonlyArray<ChargeRecord>,
): Pick<BearingItem, 'billedMinor' | 'fixedSumBilled'> => {
  const parts = bills.flatMap(({ items }) => items.filter((item) => item.itemId === itemId))
  return {
    billedMinor: parts.reduce((so, { interestMinor }) => so + interestMinor, 0),
    fixedSumBilled: parts.some(({ fixedSumMinor }) => fixedSumMinor > 0),
  }
}

/** A bill builds on the earlier ones of its items: it lies on none of their days before. */
const lastBilledOn = (
  bearing: ReadonlyArray<BearingItem>,
  bills: ReadonlyArray<ChargeRecord>,
): LocalDate | undefined => {
  const ids = new Set(bearing.map(({ itemId }) => itemId))
  return bills
    .filter(({ items }) => items.some(({ itemId }) => ids.has(itemId)))
    .reduce<LocalDate | undefined>((so, bill) => (so === undefined ? bill.on : laterOf(so, bill.on)), undefined)
}

const billed = (command: BillInterest, items: ReadonlyArray<InterestLine>): DunningDecided => {
  const { on, billId, currency, policy, exchange } = command
  const sumOf = (field: 'interestMinor' | 'fixedSumMinor'): number => items.reduce((so, item) => so + item[field], 0)
  const [interestMinor, fixedSumMinor] = [sumOf('interestMinor'), sumOf('fixedSumMinor')]
  const [only, ...others] = items
  const request: ChargeLateness = {
    _tag: 'ChargeLateness',
    on,
    documentId: billId,
    currency,
    lines: [
      { description: 'late-payment interest', netMinor: interestMinor },
      { description: 'fixed sum for late payment', netMinor: fixedSumMinor },
    ].filter(({ netMinor }) => netMinor > 0),
    reason: 'late-interest',
    dueOn: addDays(on, policy.paymentDays),
    ...(only !== undefined && others.length === 0 ? { precedingId: only.itemId } : {}),
    ...(exchange === undefined ? {} : { exchange }),
  }
  const amountMinor = interestMinor + fixedSumMinor
  return acceptAndRequest(
    [{ _tag: 'InterestBilled', on, billId, currency, amountMinor, items, policy: useOf(policy) }],
    [request],
  )
}

const useOf = ({ id, version, terms, minimumMinor }: InterestPolicy): InterestUse => {
  const { rate, ...rest } = terms
  const used = { id, version, ...rest, minimumMinor, rate: rate._tag }
  switch (rate._tag) {
    case 'FixedRate':
      return { ...used, percent: rate.percent }
    case 'DatedRates':
      return { ...used, table: rate.table.id }
    case 'ReferenceRate':
      return { ...used, table: rate.table.id, percent: rate.marginPercent }
  }
}

/** A notice costs its fee once, by what it asks for. One that failed, is not to go out or was overtaken costs nothing. @internal */
export const chargeNoticeFee = (
  command: ChargeNoticeFee,
  state: DunningState,
  context: DunningContext,
): DunningDecided => {
  const { on, billId, noticeId, policy, rate } = command
  const notice = keyedGet(state.notices, noticeId)
  if (notice === undefined)
    return refuse(emptyField({ billId, noticeId }) ?? { _tag: 'NotFound', kind: 'notice', id: noticeId })
  const { level, currency, standing: how } = notice
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ billId, 'policy.id': policy.id }) ?? wrongNumber('policy.paymentDays', policy.paymentDays, 0),
    () => usedBill(billId, state),
    () =>
      how === 'failed' || how === 'ignored'
        ? { _tag: 'AlreadyEnded', kind: 'notice', id: noticeId, ended: how }
        : undefined,
    () => tooEarly(on, notice.on),
    () => {
      const before = standing(state, context).find((bill) => bill.noticeId === noticeId)
      return before === undefined ? undefined : { _tag: 'FeeChargedBefore', noticeId, billId: before.billId }
    },
  ])
  if (refusal !== undefined) return refuse(refusal)
  const asked = notice.lines.filter((line) => line.supersededBy === undefined && !isAmong(notice.ignored, line))
  const fee = noticeFee(policy.rule, {
    currency,
    level,
    amountMinor: asked.reduce((so, line) => so + line.amountMinor, 0),
    ...(rate === undefined ? {} : { rate }),
  })
  if (E.isLeft(fee)) return refuse(fee.left)
  return asked.length === 0 || fee.right <= 0
    ? refuse({ _tag: 'NothingToBill', on, currency })
    : charged(command, notice, fee.right)
}

const charged = (command: ChargeNoticeFee, { level, currency }: NoticeRecord, amountMinor: number): DunningDecided => {
  const { on, billId, noticeId, policy, rate, exchange } = command
  const { id, version } = policy
  const fact = { _tag: 'NoticeFeeCharged', on, billId, noticeId, level, currency, amountMinor } as const
  const request: ChargeLateness = {
    _tag: 'ChargeLateness',
    on,
    documentId: billId,
    currency,
    lines: [{ description: 'dunning fee', netMinor: amountMinor }],
    reason: 'dunning-fee',
    dueOn: addDays(on, policy.paymentDays),
    ...(exchange === undefined ? {} : { exchange }),
  }
  return acceptAndRequest([{ ...fact, policy: { id, version }, ...(rate === undefined ? {} : { rate }) }], [request])
}
