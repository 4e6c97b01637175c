/**
 * What the text names, paid short: everything in full but one item, of which a part stays open. Which one is not said, so it is
 * the newest that owes more than is missing; a person sees the plan before anything is posted.
 */
import { chanceOfAmount } from './chance.js'
import type { Merged } from './merge.js'
import type { PreparedItems } from './prepared.js'

/** @internal */
export const shortPay = (
  { items, amounts }: PreparedItems,
  sure: ReadonlyArray<number>,
  amountMinor: number,
): Merged | undefined => {
  const shortMinor = sure.reduce((so, place) => so + (amounts[place] as number), 0) - amountMinor
  if (shortMinor <= 0) return undefined
  const partly = [...sure].reverse().find((place) => (amounts[place] as number) > shortMinor)
  const item = partly === undefined ? undefined : items[partly]
  if (item === undefined) return undefined
  return {
    places: sure,
    notInFull: [{ itemId: item.itemId, differences: [], openMinor: shortMinor }],
    pennyMinor: 0,
    routes: [{ rule: 'named-short', membersCentibits: 0 - chanceOfAmount(shortMinor) }],
    interchangeable: [],
  }
}
