/**
 * What items are worth to the payer: in full, less the discounts that their terms grant on the day of the payment, or all
 * together less a small difference. A few scenarios for all items at once, never a choice for each of them: among
 * so many choices some would fit any amount.
 */
import { canonicalJson, type LocalDate } from '@quittance/kernel'
import { discountAvailable } from '../../policies/discount-available.js'
import type { Difference } from '../plan/model.js'
import { log2Centibits } from '../solver/centibits.js'
import type { EvidenceRuleSet, ItemNotInFull, MatchItem, MatchPayment } from './model.js'
import type { MatchAdjustment } from './policy-model.js'
import { type PreparedItems, prepareItems } from './prepared.js'

/** What a set of items settles under a scenario, and under which name; nothing if it cannot be so. @internal */
export interface Settled {
  readonly notInFull: ReadonlyArray<ItemNotInFull>
  readonly pennyMinor: number
  readonly adjustments: ReadonlyArray<MatchAdjustment>
}

/** @internal */
export interface Scenario {
  /** The items at the same places, each worth what it is worth under this scenario. */
  readonly prepared: PreparedItems
  readonly kind: 'whole' | 'discount' | 'unearned' | 'offset'
  /** What items must add up to. */
  readonly targetMinor: number
  /** Of how many of its kind it is one, as centibits. */
  readonly membersCentibits: number
  readonly settled: (places: ReadonlyArray<number>) => Settled | undefined
}

type Discounts = ReadonlyMap<number, Extract<Difference, { readonly _tag: 'Discount' }>>

/**
 * The scenarios that differ from one another, the plainest first.
 *
 * @param sure - places that the text surely names: only on these is a discount looked for that was not earned
 * @internal
 */
export const scenariosOf = (
  prepared: PreparedItems,
  payment: MatchPayment,
  sure: ReadonlyArray<number>,
  ruleSet: EvidenceRuleSet,
): readonly [Scenario, ...ReadonlyArray<Scenario>] => {
  const whole = wholeScenario(prepared, payment.amountMinor)
  const earned = discounts(prepared, payment.receivedOn, 'strict')
  const inGrace = discounts(prepared, payment.receivedOn, 'in-grace')
  const unearned = new Map([...inGrace, ...discounts(prepared, payment.receivedOn, 'unearned', new Set(sure))])
  const seen = new Set([keyOf(new Map())])
  const valued = (
    [
      ['earned-discount', earned],
      ['discount-in-grace', inGrace],
      ['unearned-discount', unearned],
    ] as const
  ).flatMap(([adjustment, granted]): ReadonlyArray<Scenario> => {
    const key = keyOf(granted)
    if (ruleSet.adjustments[adjustment] === undefined || seen.has(key)) return []
    seen.add(key)
    return [discounted(prepared, payment.amountMinor, { adjustment, granted })]
  })
  const offsets = offsetsOf(ruleSet)
  const offset = [whole, ...valued]
    .filter(({ kind }) => kind !== 'unearned')
    .flatMap((one) => offsets.map((by) => offBy(one, by)))
  return [whole, ...valued, ...offset.filter(({ targetMinor }) => targetMinor > 0)]
}

const keyOf = (granted: Discounts): string =>
  canonicalJson([...granted].map(([place, one]) => [place, one.amountMinor]))

const wholeScenario = (prepared: PreparedItems, targetMinor: number): Scenario => ({
  prepared,
  kind: 'whole',
  targetMinor,
  membersCentibits: 0,
  settled: () => ({ notInFull: [], pennyMinor: 0, adjustments: [] }),
})

const discounted = (
  prepared: PreparedItems,
  targetMinor: number,
  { adjustment, granted }: { readonly adjustment: MatchAdjustment; readonly granted: Discounts },
): Scenario => ({
  prepared: lessDiscounts(prepared, granted),
  kind: adjustment === 'unearned-discount' ? 'unearned' : 'discount',
  targetMinor,
  membersCentibits: 0,
  settled: (places) => {
    const notInFull = places.flatMap((place): ReadonlyArray<ItemNotInFull> => {
      const discount = granted.get(place)
      const { itemId } = prepared.items[place] as MatchItem
      return discount === undefined ? [] : [{ itemId, differences: [discount], openMinor: 0 }]
    })
    // Without a discounted item it is the plain scenario over again, which has found it too.
    return notInFull.length === 0 ? undefined : { notInFull, pennyMinor: 0, adjustments: [adjustment] }
  },
})

const discounts = (
  { items }: PreparedItems,
  receivedOn: LocalDate,
  kind: 'strict' | 'in-grace' | 'unearned',
  only?: ReadonlySet<number>,
): Discounts => {
  const granted = new Map<number, Extract<Difference, { readonly _tag: 'Discount' }>>()
  for (const [place, { discount, discountTakenMinor = 0, openMinor }] of items.entries()) {
    if (discount === undefined || openMinor <= 0 || only?.has(place) === false) continue
    const available = discountAvailable(
      {
        discount: kind === 'strict' ? { ...discount, graceDays: 0 } : discount,
        grossMinor: openMinor,
        creditedMinor: 0,
      },
      discountTakenMinor,
      receivedOn,
      { discounts: kind === 'unearned' ? 'earned-and-unearned' : 'earned' },
    )
    // A discount of all that is open would leave nothing to pay.
    if (available !== undefined && available.leftMinor > 0 && available.leftMinor < openMinor)
      granted.set(place, { _tag: 'Discount', kind: available.kind, amountMinor: available.leftMinor })
  }
  return granted
}

/** The order of items does not depend on amounts, so every item keeps its place. */
const lessDiscounts = ({ items, index }: PreparedItems, granted: Discounts): PreparedItems =>
  prepareItems(
    items.map((item, place) => ({ ...item, openMinor: item.openMinor - (granted.get(place)?.amountMinor ?? 0) })),
    index,
  )

interface Offset {
  readonly adjustment: 'small-difference' | 'bank-fee'
  readonly byMinor: number
  readonly of: number
}

const offsetsOf = ({ adjustments, tolerance }: EvidenceRuleSet): ReadonlyArray<Offset> =>
  (
    [
      ['small-difference', tolerance.centsMinor.filter((byMinor) => byMinor !== 0)],
      ['bank-fee', tolerance.bankFeesMinor.filter((byMinor) => byMinor > 0)],
    ] as const
  ).flatMap(([adjustment, list]) => {
    const each = [...new Set(list)].sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)
    return adjustments[adjustment] === undefined
      ? []
      : each.map((byMinor): Offset => ({ adjustment, byMinor, of: each.length }))
  })

/** A scenario with so much missing from the whole, or paid on top of it. */
const offBy = (scenario: Scenario, { adjustment, byMinor, of }: Offset): Scenario => ({
  prepared: scenario.prepared,
  kind: 'offset',
  targetMinor: scenario.targetMinor + byMinor,
  membersCentibits: log2Centibits(of),
  settled: (places) => {
    const before = scenario.settled(places)
    if (before === undefined) return undefined
    const adjustments = [...before.adjustments, adjustment]
    if (byMinor < 0) return { ...before, pennyMinor: 0 - byMinor, adjustments }
    const notInFull = missingFrom(scenario.prepared, places, before.notInFull, { adjustment, byMinor })
    return notInFull === undefined ? undefined : { ...before, notInFull, adjustments }
  },
})

/** What is missing is missing from the largest item, the first of equals. */
const missingFrom = (
  { items, amounts }: PreparedItems,
  places: ReadonlyArray<number>,
  before: ReadonlyArray<ItemNotInFull>,
  { adjustment, byMinor }: Pick<Offset, 'adjustment' | 'byMinor'>,
): ReadonlyArray<ItemNotInFull> | undefined => {
  const largest = places.reduce((so, place) => ((amounts[place] as number) > (amounts[so] as number) ? place : so))
  if ((amounts[largest] as number) <= byMinor) return undefined
  const { itemId } = items[largest] as MatchItem
  const known = before.find((one) => one.itemId === itemId)
  const difference: Difference = {
    _tag: adjustment === 'bank-fee' ? 'BankFee' : 'SmallDifference',
    amountMinor: byMinor,
  }
  return [
    ...before.filter((one) => one !== known),
    { itemId, differences: [...(known?.differences ?? []), difference], openMinor: 0 },
  ]
}
