/** A receipt is applied to one or many items by instruction: all lines or none. */
import { accept, keyedGet, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ApplicationLine, ApplyCash } from '../commands.js'
import type { CashContext, OwedItem } from '../context.js'
import type { CashDecided } from '../decide.js'
import type { CashApplied } from '../events.js'
import type { TakenDiscount } from '../model.js'
import { type AvailableDiscount, discountAvailable } from '../policies/discount-available.js'
import { discountTax } from '../policies/discount-tax.js'
import { type ItemSettlement, settleClaim, settleItem } from '../policies/settle-item.js'
import type { CashRejection } from '../rejections.js'
import { type CashState, type ReceiptRecord, takenOffMinor, unappliedMinor } from '../state.js'
import { badAmount, liveReceipt, otherCurrency, tooEarly } from './checks.js'

/** What earlier lines of the same instruction used, so that the lines of one command see each other. */
interface Used {
  receiptMinor: number
  pennyMinor: number
  readonly itemMinor: Map<string, number>
  readonly discountMinor: Map<string, number>
}

/** @internal */
export const applyCash = (command: ApplyCash, state: CashState, context: CashContext): CashDecided => {
  const wrong = wrongLines(command, state)
  if (wrong !== undefined) return refuse(wrong)
  const found = liveReceipt(state, command.receiptId)
  if (E.isLeft(found)) return found

  const used: Used = { receiptMinor: 0, pennyMinor: 0, itemMinor: new Map(), discountMinor: new Map() }
  const facts: Array<CashApplied> = []
  for (const line of command.lines) {
    const applied = applyLine(command, line, found.right, used, state, context)
    if (E.isLeft(applied)) return applied
    facts.push(applied.right)
  }
  return accept(...facts)
}

const wrongLines = ({ lines }: ApplyCash, state: CashState): CashRejection | undefined => {
  if (lines.length === 0) return { _tag: 'MissingField', field: 'lines' }
  const seen = new Set<string>()
  for (const [index, { applicationId, amount, discount }] of lines.entries()) {
    const claimed = discount?._tag === 'Claimed' ? discount.claimedMinor : 0
    const bad = badAmount(`lines[${index}].amount`, amount.minor)
    if (bad !== undefined) return bad
    if (!Number.isSafeInteger(claimed) || claimed < 0)
      return { _tag: 'InvalidAmount', field: `lines[${index}].discount`, amountMinor: claimed }
    if (applicationId === '') return { _tag: 'MissingField', field: `lines[${index}].applicationId` }
  }
  for (const { applicationId } of lines) {
    if (seen.has(applicationId) || keyedGet(state.applications, applicationId) !== undefined)
      return { _tag: 'IdAlreadyUsed', kind: 'application', id: applicationId }
    seen.add(applicationId)
  }
  return undefined
}

const applyLine = (
  command: ApplyCash,
  line: ApplicationLine,
  receipt: ReceiptRecord,
  used: Used,
  state: CashState,
  context: CashContext,
): E.Either<CashRejection, CashApplied> => {
  const { itemId, amount } = line
  const item = context.itemOf(itemId)
  if (item === undefined) return E.left({ _tag: 'NotFound', kind: 'item', id: itemId })
  if (item.voided) return E.left({ _tag: 'AlreadyEnded', kind: 'item', id: itemId, ended: 'voided' })
  const record = keyedGet(state.items, itemId)
  const early =
    otherCurrency(receipt.currency, amount.currency) ??
    otherCurrency(item.currency, amount.currency) ??
    tooEarly(command.on, receipt.receivedOn, receipt.freedOn, item.issuedOn, record?.reopenedOn)
  if (early !== undefined) return E.left(early)

  const openMinor = item.owedMinor - takenOffMinor(record) - (used.itemMinor.get(itemId) ?? 0)
  const takenMinor = (record?.discountMinor ?? 0) + (used.discountMinor.get(itemId) ?? 0)
  const available =
    line.discount === undefined
      ? undefined
      : discountAvailable(item, takenMinor, receipt.receivedOn, line.discount.policy)
  const settled = settle(line, openMinor, available, receipt, used)
  const freeMinor = unappliedMinor(receipt) - used.receiptMinor
  const useMinor = settled.appliedMinor + settled.pennyMinor
  if (useMinor > freeMinor)
    return E.left({ _tag: 'NotEnoughFree', kind: 'receipt', id: receipt.receiptId, freeMinor, askedMinor: useMinor })
  if (settled.appliedMinor <= 0 || settled.appliedMinor + settled.discountMinor > openMinor)
    return E.left({ _tag: 'OverApplied', itemId, openMinor, askedMinor: Math.max(amount.minor, settled.appliedMinor) })

  used.receiptMinor += useMinor
  used.pennyMinor += settled.pennyMinor
  used.itemMinor.set(itemId, (used.itemMinor.get(itemId) ?? 0) + settled.appliedMinor + settled.discountMinor)
  used.discountMinor.set(itemId, (used.discountMinor.get(itemId) ?? 0) + settled.discountMinor)
  return E.right(factOf(command, line, item, available, settled))
}

const settle = (
  { amount, discount }: ApplicationLine,
  openMinor: number,
  available: AvailableDiscount | undefined,
  receipt: ReceiptRecord,
  used: Used,
): ItemSettlement => {
  if (discount === undefined) return { appliedMinor: amount.minor, discountMinor: 0, pennyMinor: 0, shortfallMinor: 0 }
  if (discount._tag === 'Claimed') return settleClaim(openMinor, amount.minor, discount.claimedMinor, available)
  return settleItem({
    openMinor,
    cashMinor: amount.minor,
    available,
    policy: discount.policy,
    pennyTakenMinor: receipt.pennyMinor + used.pennyMinor,
  })
}

const factOf = (
  command: ApplyCash,
  line: ApplicationLine,
  item: OwedItem,
  available: AvailableDiscount | undefined,
  settled: ItemSettlement,
): CashApplied => {
  const { discountMinor, pennyMinor, shortfallMinor } = settled
  const taken: TakenDiscount | undefined =
    available === undefined || discountMinor === 0
      ? undefined
      : {
          discountMinor,
          kind: available.kind,
          lastDay: available.lastDay,
          withinGrace: available.withinGrace,
          ...discountTax(item, discountMinor),
        }
  const policy = line.discount?.policy
  return {
    _tag: 'CashApplied',
    on: command.on,
    currency: line.amount.currency,
    applicationId: line.applicationId,
    receiptId: command.receiptId,
    itemId: line.itemId,
    amountMinor: settled.appliedMinor,
    ...(taken === undefined ? {} : { discount: taken }),
    pennyMinor,
    ...(shortfallMinor === 0 ? {} : { shortfall: { amountMinor: shortfallMinor, cause: 'unearned-discount' } }),
    ...(policy === undefined ? {} : { policy: { id: policy.id, version: policy.version } }),
  }
}
