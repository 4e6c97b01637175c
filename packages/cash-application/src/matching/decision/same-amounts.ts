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

/** @param items - in canonical order, so that twins stand next to each other among those of their amount @internal */
export const sameAmounts = (items: ReadonlyArray<MatchItem>): SameAmounts => {
  const places = new Map<number, Array<number>>()
  for (const [place, { openMinor }] of items.entries()) {
    const known = places.get(openMinor)
    if (known === undefined) places.set(openMinor, [place])
    else known.push(place)
  }
  const twins = new Map<number, ReadonlyArray<number>>()
  for (const equal of places.values()) {
    let group: Array<number> = []
    for (const place of equal) {
      const [first] = group
      if (first === undefined || !isTwin(items[first] as MatchItem, items[place] as MatchItem)) group = [place]
      else if (group.push(place) === 2) twins.set(first, group)
      if (group.length > 1) twins.set(place, group)
    }
  }
  return { places, twins }
}

/** Items of other accounts, with other credits or other discounts are not the same to the payer, though they owe the same. */
const isTwin = (a: MatchItem, b: MatchItem): boolean =>
  a.openMinor === b.openMinor &&
  a.on === b.on &&
  a.dueOn === b.dueOn &&
  a.account === b.account &&
  a.linkedTo === b.linkedTo &&
  offerOf(a) === offerOf(b)

const offerOf = ({ discount, discountTakenMinor = 0 }: MatchItem): string =>
  discount === undefined ? '' : `${canonicalJson(discount)} less ${discountTakenMinor}`
