/** Finds identifiers by their last digits, for payers who leave out what is the same on every document. */
import type { DigitWindow } from '../digit-windows.js'
import { fewestBareDigits } from '../identifier.js'
import type { IdentifierIndex } from '../identifier-index.js'
import { type Found, isTaken } from './found.js'

/**
 * Identifiers that end in the digits of a window: five or more, or a last group of four. A leading zero counts as a
 * digit; only where no identifier ends so it is taken for filling.
 */
export const endings = (
  windows: ReadonlyArray<DigitWindow>,
  index: IdentifierIndex,
  taken: Uint8Array,
  longest: number,
): Array<Found> => {
  const finds: Array<Found> = []
  for (const { start, end, digits, bare } of windows) {
    if (digits.length < fewestBareDigits || bare.length >= longest) continue
    const asWritten = index.byEnding.get(digits)
    const filled = asWritten === undefined && bare !== digits
    const identifiers = filled ? index.byEnding.get(bare) : asWritten
    if (identifiers === undefined || isTaken(taken, start, end)) continue
    finds.push({ start, end, how: 'suffix', identifiers, digits: filled ? bare : digits, edits: 0 })
  }
  return finds
}
