/**
 * What nearly fits, for a person to see: all that the text names, or one item of about the amount, with the difference that
 * stands in the way. Near misses weigh nothing and are never applied.
 */
import { divideRounded } from '@quittance/kernel'
import { candidatePlan } from './candidate-plan.js'
import type { EvidenceRuleSet, ItemNotInFull, MatchItem, MatchPayment, NearMiss, NearMissReason } from './model.js'
import { unbundled } from './net-credits.js'
import type { PreparedItems } from './prepared.js'
import type { TextEvidence } from './text-evidence.js'

/** @internal */
export const nearMisses = (
  prepared: PreparedItems,
  { sure }: TextEvidence,
  payment: MatchPayment,
  { nearMisses: { centsMost, discountBasisPoints, most } }: EvidenceRuleSet,
): ReadonlyArray<NearMiss> => {
  const { items, bundles } = prepared
  const found: Array<NearMiss> = []
  const add = (places: ReadonlyArray<number>, why: NearMissReason, notInFull: ReadonlyArray<ItemNotInFull>): void => {
    const itemIds = places.map((place) => (items[place] as MatchItem).itemId)
    const pennyMinor = why._tag === 'Cents' && why.byMinor < 0 ? 0 - why.byMinor : 0
    const told = unbundled(itemIds, notInFull, bundles)
    found.push({ plan: candidatePlan({ ...told, pennyMinor }, bundles?.items ?? items, payment), why })
  }
  const near = (places: ReadonlyArray<number>): boolean => {
    const byMinor = sumOf(prepared, places) - payment.amountMinor
    if (byMinor === 0) return false
    if (Math.abs(byMinor) <= centsMost && smallDifference(prepared, places, byMinor) !== undefined) {
      add(places, { _tag: 'Cents', byMinor }, smallDifference(prepared, places, byMinor) ?? [])
      return true
    }
    const like = byMinor > 0 ? discountLike(prepared, places, byMinor, discountBasisPoints) : undefined
    if (like !== undefined)
      add(places, { _tag: 'DiscountLike', byMinor, basisPoints: like.basisPoints }, like.notInFull)
    return like !== undefined
  }
  if (sure.length > 0) {
    const byMinor = sumOf(prepared, sure) - payment.amountMinor
    near(sure)
    if (byMinor < 0) add(sure, { _tag: 'Over', byMinor }, [])
    if (byMinor > 0) {
      const { places, notInFull } = oldestFirst(prepared, sure, payment.amountMinor)
      if (places.length > 0) add(places, { _tag: 'Short', byMinor }, notInFull)
    }
    return found.slice(0, most)
  }
  for (const place of items.keys()) {
    if (found.length >= most) break
    near([place])
  }
  if (items.length > 1 && found.length < most) near([...items.keys()])
  return found
}

const sumOf = ({ amounts }: PreparedItems, places: ReadonlyArray<number>): number =>
  places.reduce((so, place) => so + (amounts[place] as number), 0)

/** Cents that are missing, on the largest item; what is too much touches no item. */
const smallDifference = (
  { items, amounts }: PreparedItems,
  places: ReadonlyArray<number>,
  byMinor: number,
): ReadonlyArray<ItemNotInFull> | undefined => {
  if (byMinor < 0) return []
  const largest = places.reduce(
    (so, place) => ((amounts[place] as number) > (amounts[so] as number) ? place : so),
    places[0] as number,
  )
  if ((amounts[largest] as number) <= byMinor) return undefined
  const { itemId } = items[largest] as MatchItem
  return [{ itemId, differences: [{ _tag: 'SmallDifference', amountMinor: byMinor }], openMinor: 0 }]
}

interface LooksLikeDiscount {
  readonly basisPoints: number
  readonly notInFull: ReadonlyArray<ItemNotInFull>
}

/** Whether what is missing is a usual share of all the items, of one of them, or of the newest so many. */
const discountLike = (
  { items, amounts }: PreparedItems,
  places: ReadonlyArray<number>,
  byMinor: number,
  shares: ReadonlyArray<number>,
): LooksLikeDiscount | undefined => {
  const owing = places.filter((place) => (amounts[place] as number) > 0)
  for (const basisPoints of shares) {
    const parts = owing.map((place) => shareOf(amounts[place] as number, basisPoints))
    const from = runOf(parts, byMinor)
    if (from === undefined) continue
    const notInFull = owing.slice(from.start, from.end).flatMap((place, at): ReadonlyArray<ItemNotInFull> => {
      const amountMinor = parts[from.start + at] as number
      if (amountMinor === 0) return []
      const { itemId } = items[place] as MatchItem
      return [{ itemId, differences: [{ _tag: 'Discount', kind: 'unearned', amountMinor }], openMinor: 0 }]
    })
    return { basisPoints, notInFull }
  }
  return undefined
}

const shareOf = (minor: number, basisPoints: number): number =>
  Number(divideRounded(BigInt(minor) * BigInt(basisPoints), 10_000n))

/** All parts, the newest so many, or one, that add up to the sum. */
const runOf = (
  parts: ReadonlyArray<number>,
  sum: number,
): { readonly start: number; readonly end: number } | undefined => {
  let left = sum
  for (let start = parts.length - 1; start >= 0; start -= 1) {
    left -= parts[start] as number
    if (left === 0) return { start, end: parts.length }
  }
  const one = parts.indexOf(sum)
  return one < 0 ? undefined : { start: one, end: one + 1 }
}

/** What the money reaches when the oldest are paid first; credits are used up before. */
const oldestFirst = (
  { items, amounts }: PreparedItems,
  sure: ReadonlyArray<number>,
  amountMinor: number,
): { readonly places: ReadonlyArray<number>; readonly notInFull: ReadonlyArray<ItemNotInFull> } => {
  let left = amountMinor - sure.reduce((so, place) => so + Math.min(amounts[place] as number, 0), 0)
  const places: Array<number> = []
  const notInFull: Array<ItemNotInFull> = []
  for (const place of sure) {
    const minor = amounts[place] as number
    if (minor > 0 && left <= 0) continue
    places.push(place)
    if (minor < 0) continue
    const { itemId } = items[place] as MatchItem
    if (minor > left) notInFull.push({ itemId, differences: [], openMinor: minor - left })
    left -= Math.min(minor, left)
  }
  return { places, notInFull }
}
