/** Finds identifiers whose digits are written with one slip: a digit wrong, lost, added, or two neighbours swapped. */
import type { DigitWindow } from '../digit-windows.js'
import { fewestPartDigits, type Identifier } from '../identifier.js'
import { eachLoss, type IdentifierIndex, mayBeSlip, seeksSlips, withOneDigitMore } from '../identifier-index.js'
import { isOneSlip } from '../one-slip.js'
import { type Found, isTaken } from './found.js'

/** Every identifier one slip away from a window's digits, leading zeros aside; at least five digits on both sides. */
export const slips = (windows: ReadonlyArray<DigitWindow>, index: IdentifierIndex, taken: Uint8Array): Array<Found> => {
  const finds: Array<Found> = []
  const { bare: lengths } = index.counts
  for (const { start, end, bare } of windows) {
    const { length } = bare
    if (length < fewestPartDigits || length > lengths.length - 2) continue
    if (lengths[length - 1] === 0 && lengths[length] === 0 && lengths[length + 1] === 0) continue
    if (isTaken(taken, start, end) || !mayBeSlip(index, bare)) continue
    const identifiers = oneSlipAway(bare, index)
    if (identifiers.length > 0) finds.push({ start, end, how: 'edit1', identifiers, digits: bare, edits: 1 })
  }
  return finds
}

const oneSlipAway = (bare: string, index: IdentifierIndex): ReadonlyArray<Identifier> => {
  const { bare: lengths } = index.counts
  const found: Array<Identifier> = []
  const look = (under: ReadonlyArray<Identifier> | undefined): void => {
    if (under === undefined) return
    for (const identifier of under)
      if (isOneSlip(bare, identifier.bare) && !found.includes(identifier)) found.push(identifier)
  }
  const sameLength = (lengths[bare.length] as number) > 0
  const shorter = (lengths[bare.length - 1] as number) > 0
  if ((lengths[bare.length + 1] as number) > 0) look(withOneDigitMore(index, bare))
  if (sameLength || shorter)
    eachLoss(bare, (loss) => {
      if (sameLength) look(withOneDigitMore(index, loss))
      if (shorter) look(index.byBare.get(loss)?.filter(seeksSlips))
    })
  return found
}
