/** A receipt is applied to one or many items by instruction: all lines or none. */
import { accept, itemBaseOf, keyedGet, type LinkExchange, refuse, scaleMinor, sourceBaseOf } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ApplicationLine, ApplyCash } from '../commands.js'
import type { CashContext, OwedItem } from '../context.js'
import type { CashDecided } from '../decided.js'
import type { CashApplied } from '../events.js'
import type { CrossAmount, TakenDiscount } from '../model.js'
import { type AvailableDiscount, discountAvailable } from '../policies/discount-available.js'
import { discountTax } from '../policies/discount-tax.js'
import { type ItemSettlement, settleClaim, settleItem } from '../policies/settle-item.js'
import type { AlreadyEnded, AmountDiffers, CashRejection } from '../rejections.js'
import { type CashState, type ReceiptRecord, takenOffMinor, unappliedMinor } from '../state.js'
import { badTargets, badWords, type Target, targetsOf } from './lines.js'
import { exchangeBetween, itemSide, receiptSide } from './link-values.js'

/** What earlier lines of the same instruction used, so that the lines of one command see each other. */
interface Used {
  receiptMinor: number
  receiptBaseMinor: number
  pennyMinor: number
  readonly itemMinor: Map<string, number>
  readonly itemBaseMinor: Map<string, number>
  readonly discountMinor: Map<string, number>
}

/** @internal */
export const applyCash = (command: ApplyCash, state: CashState, context: CashContext): CashDecided => {
  const { lines, on, receiptId } = command
  const wrong = badWords(lines, state)
  if (wrong !== undefined) return refuse(wrong)
  const receipt = keyedGet(state.receipts, receiptId)
  if (receipt === undefined) return refuse({ _tag: 'NotFound', kind: 'receipt', id: receiptId })
  const targets = targetsOf(lines, context)
  if ('_tag' in targets) return refuse(targets)
  const { currency, receivedOn, freedOn, status, exchange } = receipt
  const ended: AlreadyEnded | undefined =
    status === 'live' ? undefined : { _tag: 'AlreadyEnded', kind: 'receipt', id: receiptId, ended: status }
  const bad = badTargets(
    { currency, baseCurrency: exchange?.baseCurrency, since: [receivedOn, freedOn], ended },
    targets,
    on,
    state,
  )
  if (bad !== undefined) return refuse(bad)

  const used: Used = {
    receiptMinor: 0,
    receiptBaseMinor: 0,
    pennyMinor: 0,
    itemMinor: new Map(),
    itemBaseMinor: new Map(),
    discountMinor: new Map(),
  }
  const facts: Array<CashApplied> = []
  for (const target of targets) {
    const applied = applyLine(command, target, receipt, used, state)
    if (E.isLeft(applied)) return applied
    facts.push(applied.right)
  }
  return accept(...facts)
}

const applyLine = (
  command: ApplyCash,
  { line, item }: Target<ApplicationLine>,
  receipt: ReceiptRecord,
  used: Used,
  state: CashState,
): E.Either<CashRejection, CashApplied> => {
  const { itemId, amount } = line
  const record = keyedGet(state.items, itemId)
  const openMinor = item.owedMinor - takenOffMinor(record) - (used.itemMinor.get(itemId) ?? 0)
  const takenMinor = (record?.discountMinor ?? 0) + (used.discountMinor.get(itemId) ?? 0)
  const available =
    line.discount === undefined ? undefined : discountAvailable(item, takenMinor, receipt.valueOn, line.discount.policy)
  const settled = settle(line, openMinor, available, receipt, used)
  const freeMinor = unappliedMinor(receipt) - used.receiptMinor
  const cross = crossOf(line, settled.appliedMinor)
  const sourceMinor = cross?.amountMinor ?? settled.appliedMinor
  const useMinor = sourceMinor + settled.pennyMinor
  if (useMinor > freeMinor)
    return E.left({ _tag: 'NotEnoughFree', kind: 'receipt', id: receipt.receiptId, freeMinor, askedMinor: useMinor })
  if (settled.appliedMinor <= 0 || settled.appliedMinor + settled.discountMinor > openMinor)
    return E.left({ _tag: 'OverApplied', itemId, openMinor, askedMinor: Math.max(amount.minor, settled.appliedMinor) })
  const differs = otherThanPlanned(line, openMinor, available, receipt.pennyMinor + used.pennyMinor)
  if (differs !== undefined) return E.left(differs)

  const exchange = exchangeBetween(
    receiptSide(receipt, { minor: used.receiptMinor, baseMinor: used.receiptBaseMinor }),
    itemSide(item, record, openMinor, used.itemBaseMinor.get(itemId)),
    {
      sourceMinor,
      pennyMinor: settled.pennyMinor,
      itemMinor: settled.appliedMinor,
      discountMinor: settled.discountMinor,
    },
  )
  used.receiptMinor += useMinor
  used.receiptBaseMinor += sourceBaseOf(exchange)
  used.itemBaseMinor.set(itemId, (used.itemBaseMinor.get(itemId) ?? 0) + itemBaseOf(exchange))
  used.pennyMinor += settled.pennyMinor
  used.itemMinor.set(itemId, (used.itemMinor.get(itemId) ?? 0) + settled.appliedMinor + settled.discountMinor)
  used.discountMinor.set(itemId, (used.discountMinor.get(itemId) ?? 0) + settled.discountMinor)
  return E.right({ ...factOf(command, line, item, available, settled), ...valuesOf(cross, exchange) })
}

/** A penny is money of the receipt: across currencies there is none to keep. */
const mostPennyMinor = ({ amount, receiptAmount }: ApplicationLine, maxPennyMinor: number): number =>
  receiptAmount === undefined || receiptAmount.currency === amount.currency ? maxPennyMinor : 0

const settle = (
  line: ApplicationLine,
  openMinor: number,
  available: AvailableDiscount | undefined,
  receipt: ReceiptRecord,
  used: Used,
): ItemSettlement => {
  const { amount, discount } = line
  if (discount === undefined) return { appliedMinor: amount.minor, discountMinor: 0, pennyMinor: 0, shortfallMinor: 0 }
  if (discount._tag === 'Exactly') {
    const { discountMinor, pennyMinor } = discount
    return { appliedMinor: amount.minor - pennyMinor, discountMinor, pennyMinor, shortfallMinor: 0 }
  }
  if (discount._tag === 'Claimed') return settleClaim(openMinor, amount.minor, discount.claimedMinor, available)
  return settleItem({
    openMinor,
    cashMinor: amount.minor,
    available,
    policy: { ...discount.policy, maxPennyMinor: mostPennyMinor(line, discount.policy.maxPennyMinor) },
    pennyTakenMinor: receipt.pennyMinor + used.pennyMinor,
  })
}

/** A plan's discount must be there to grant, and its penny small enough on an item that closes. */
const otherThanPlanned = (
  line: ApplicationLine,
  openMinor: number,
  available: AvailableDiscount | undefined,
  pennyTakenMinor: number,
): AmountDiffers | undefined => {
  const { applicationId, amount, discount } = line
  if (discount?._tag !== 'Exactly') return undefined
  const { discountMinor, pennyMinor, policy } = discount
  const differs = (kind: AmountDiffers['kind'], expectedMinor: number, askedMinor: number): AmountDiffers => ({
    _tag: 'AmountDiffers',
    kind,
    id: applicationId,
    expectedMinor,
    askedMinor,
  })
  const grantableMinor = available?.leftMinor ?? 0
  if (discountMinor > grantableMinor) return differs('discount', grantableMinor, discountMinor)
  const closes = amount.minor - pennyMinor + discountMinor === openMinor
  const keepableMinor = closes ? Math.max(mostPennyMinor(line, policy.maxPennyMinor) - pennyTakenMinor, 0) : 0
  return pennyMinor > keepableMinor ? differs('penny', keepableMinor, pennyMinor) : undefined
}

/** What the receipt gives in its own currency: what the line says, or the part of it that goes with what is used. */
const crossOf = ({ amount, receiptAmount }: ApplicationLine, appliedMinor: number): CrossAmount | undefined => {
  if (receiptAmount === undefined || receiptAmount.currency === amount.currency) return undefined
  const { currency, minor } = receiptAmount
  const amountMinor = appliedMinor === amount.minor ? minor : Math.max(scaleMinor(minor, appliedMinor, amount.minor), 1)
  return { currency, amountMinor }
}

const valuesOf = (
  cross: CrossAmount | undefined,
  exchange: LinkExchange | undefined,
): Pick<CashApplied, 'cross' | 'exchange'> => ({
  ...(cross === undefined ? {} : { cross }),
  ...(exchange === undefined ? {} : { exchange }),
})

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
