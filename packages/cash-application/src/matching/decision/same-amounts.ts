/**
 * Items of equal amount. Of equal dates too, they are twins: taking one or the other is the same explanation. Of other
 * dates, they are rivals: whatever was reached by amount alone could as well have meant them.
 */
import { canonicalJson } from '@quittance/kernel'
import type { MatchItem } from './model.js'

/** @internal */
export interface SameAmounts {
  /** All places by amount, ascending. */
  readonly places: ReadonlyMap<number, ReadonlyArray<number>>
  /** Each place that has twins, with all of them and itself, ascending. */
  readonly twins: ReadonlyMap<number, ReadonlyArray<number>>
}

/** @param items - in canonical order @internal */
export const sameAmounts = (items: ReadonlyArray<MatchItem>): SameAmounts => {
  const places = new Map<number, Array<number>>()
  for (const [place, { openMinor }] of items.entries()) {
    const known = places.get(openMinor)
    if (known === undefined) places.set(openMinor, [place])
    else known.push(place)
  }
  const twins = new Map<number, ReadonlyArray<number>>()
  for (const equal of places.values()) {
    if (equal.length < 2) continue
    const groups = new Map<string, Array<number>>()
    for (const place of equal) {
      const key = twinKey(items[place] as MatchItem)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [place])
      else group.push(place)
    }
    for (const group of groups.values()) if (group.length > 1) for (const place of group) twins.set(place, group)
  }
  return { places, twins }
}

/** Items of other accounts, with other credits or other discounts are not the same to the payer, though they owe the same. */
const twinKey = (item: MatchItem): string =>
  [item.on, item.dueOn, item.account ?? '', item.linkedTo ?? '', offerOf(item)].join('\u0000')

const offerOf = ({ discount, discountTakenMinor = 0 }: MatchItem): string =>
  discount === undefined ? '' : `${canonicalJson(discount)} less ${discountTakenMinor}`
