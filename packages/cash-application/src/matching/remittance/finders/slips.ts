/** Finds identifiers whose digits are written with one slip: a digit wrong, lost, added, or two neighbours swapped. */
import type { DigitWindow } from '../digit-windows.js'
import { eachLoss, isFirstOfItsKind, lossKeyOf, withoutDigit } from '../digit-losses.js'
import { fewestPartDigits, type Identifier } from '../identifier.js'
import { enterWaiting, type IdentifierIndex, mayBeSlip, seeksSlips } from '../identifier-index.js'
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
  enterWaiting(index)
  const { byLoss } = index
  if ((lengths[bare.length + 1] as number) > 0) look(byLoss.get(lossKeyOf(bare)))
  if ((lengths[bare.length] as number) > 0) eachLoss(bare, (loss) => look(byLoss.get(loss)))
  if ((lengths[bare.length - 1] as number) > 0)
    for (let at = 0; at < bare.length; at += 1)
      if (isFirstOfItsKind(bare, at)) look(index.byBare.get(withoutDigit(bare, at))?.filter(seeksSlips))
  return found
}
