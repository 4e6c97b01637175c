/** Items are set off against what we owe the same party, pair by pair, all or none; or owed again, all of them. */
import { accept, firstRefusal, itemBaseOf, keyedGet, refuse } from '@quittance/kernel'
import type { NetAgainstPayables, NettingLine, Payable, ReverseNetting } from '../commands/differences.js'
import type { CashContext, OwedItem } from '../context.js'
import type { CashDecided } from '../decided.js'
import type { NettedLine } from '../model.js'
import type { CashRejection } from '../rejections.js'
import { type CashState, takenOffMinor } from '../state.js'
import { badAmount, emptyField, otherCurrency, tooEarly } from './checks.js'
import { firstOf } from './lines.js'
import { exchangeGivenUp, itemSide, type TakenOfSide } from './link-values.js'

/** @internal */
export const netAgainstPayables = (
  command: NetAgainstPayables,
  state: CashState,
  context: CashContext,
): CashDecided => {
  const { nettingId, lines, on, policy } = command
  const bad = badWords(command)
  if (bad !== undefined) return refuse(bad)
  if (keyedGet(state.nettings, nettingId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'netting', id: nettingId })
  const pairs = pairsOf(command, context)
  if ('_tag' in pairs) return refuse(pairs)
  const currency = lines[0]?.amount.currency ?? ''
  const refusal = firstRefusal<CashRejection>([
    () => voided(pairs),
    () => firstOf(pairs, ({ line }) => otherCurrency(currency, line.amount.currency)),
    () => firstOf(pairs, ({ item }) => otherCurrency(item.currency, currency)),
    () => firstOf(pairs, ({ payable }) => otherCurrency(payable.open.currency, currency)),
    () => firstOf(pairs, ({ item }) => tooEarly(on, item.issuedOn, keyedGet(state.items, item.itemId)?.reopenedOn)),
    () => overPayable(pairs),
    () => overItem(pairs, state),
    () => (policy.agreed ? undefined : { _tag: 'NettingNotAgreed', policyId: policy.id }),
  ])
  if (refusal !== undefined) return refuse(refusal)
  return accept({
    _tag: 'Netted',
    on,
    currency,
    nettingId,
    lines: nettedLines(pairs, state),
    policy: { id: policy.id, version: policy.version },
  })
}

/** Each pair takes its share of its item's base value, after those before it. */
const nettedLines = (pairs: ReadonlyArray<Pair>, state: CashState): ReadonlyArray<NettedLine> => {
  const takenOf = new Map<string, TakenOfSide>()
  return pairs.map(({ line: { itemId, payableId, amount }, item }) => {
    const taken = takenOf.get(itemId) ?? { minor: 0, baseMinor: 0 }
    const record = keyedGet(state.items, itemId)
    const openMinor = item.owedMinor - takenOffMinor(record) - taken.minor
    const exchange = exchangeGivenUp(itemSide(item, record, openMinor, taken.baseMinor), amount.minor)
    takenOf.set(itemId, {
      minor: taken.minor + amount.minor,
      baseMinor: taken.baseMinor + itemBaseOf(exchange),
    })
    return { itemId, payableId, amountMinor: amount.minor, ...(exchange === undefined ? {} : { exchange }) }
  })
}

interface Pair {
  readonly line: NettingLine
  readonly item: OwedItem
  readonly payable: Payable
}

const badWords = ({ nettingId, lines, payables, policy }: NetAgainstPayables): CashRejection | undefined =>
  firstOf(lines, ({ amount }, index) => badAmount(`lines[${index}].amount`, amount.minor)) ??
  firstOf(payables, ({ open }, index) =>
    Number.isSafeInteger(open.minor)
      ? undefined
      : { _tag: 'InvalidAmount', field: `payables[${index}].open`, amountMinor: open.minor },
  ) ??
  emptyField({ nettingId, 'policy.id': policy.id }) ??
  firstOf(payables, ({ payableId }, index) => emptyField({ [`payables[${index}].payableId`]: payableId })) ??
  (lines.length === 0 ? { _tag: 'MissingField', field: 'lines' } : undefined)

const pairsOf = (
  { lines, payables }: NetAgainstPayables,
  context: CashContext,
): ReadonlyArray<Pair> | CashRejection => {
  const pairs: Array<Pair> = []
  for (const line of lines) {
    const item = context.itemOf(line.itemId)
    const payable = payables.find(({ payableId }) => payableId === line.payableId)
    if (item === undefined) return { _tag: 'NotFound', kind: 'item', id: line.itemId }
    if (payable === undefined) return { _tag: 'NotFound', kind: 'payable', id: line.payableId }
    pairs.push({ line, item, payable })
  }
  return pairs
}

const voided = (pairs: ReadonlyArray<Pair>): CashRejection | undefined =>
  firstOf(pairs, ({ item }) =>
    item.voided ? { _tag: 'AlreadyEnded', kind: 'item', id: item.itemId, ended: 'voided' } : undefined,
  )

const overPayable = (pairs: ReadonlyArray<Pair>): CashRejection | undefined =>
  firstOf(pairs, ({ payable: { payableId, open } }) => {
    const askedMinor = askedOf(pairs, ({ line }) => line.payableId === payableId)
    return askedMinor > open.minor
      ? { _tag: 'NotEnoughFree', kind: 'payable', id: payableId, freeMinor: open.minor, askedMinor }
      : undefined
  })

const overItem = (pairs: ReadonlyArray<Pair>, state: CashState): CashRejection | undefined =>
  firstOf(pairs, ({ item: { itemId, owedMinor } }) => {
    const askedMinor = askedOf(pairs, ({ line }) => line.itemId === itemId)
    const openMinor = owedMinor - takenOffMinor(keyedGet(state.items, itemId))
    return askedMinor > openMinor ? { _tag: 'OverApplied', itemId, openMinor, askedMinor } : undefined
  })

const askedOf = (pairs: ReadonlyArray<Pair>, of: (pair: Pair) => boolean): number =>
  pairs.filter(of).reduce((so, { line }) => so + line.amount.minor, 0)

/** @internal */
export const reverseNetting = ({ nettingId, on, reason }: ReverseNetting, state: CashState): CashDecided => {
  const record = keyedGet(state.nettings, nettingId)
  if (record === undefined) return refuse({ _tag: 'NotFound', kind: 'netting', id: nettingId })
  if (record.reversed) return refuse({ _tag: 'AlreadyEnded', kind: 'netting', id: nettingId, ended: 'reversed' })
  const early = tooEarly(on, record.on)
  if (early !== undefined) return refuse(early)
  const { currency, lines } = record
  return accept({ _tag: 'NettingReversed', on, currency, nettingId, lines, reason })
}
