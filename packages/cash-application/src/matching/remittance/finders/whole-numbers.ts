/** Finds identifiers written in full by their digits: letters, gaps and leading zeros aside. */
import type { DigitWindow } from '../digit-windows.js'
import { fewestBareDigits, type Identifier } from '../identifier.js'
import type { IdentifierIndex } from '../identifier-index.js'
import { digit, kindOf, letter } from '../normal-text.js'
import { type Found, isTaken } from './found.js'

/** Identifiers whose digits are those of a window. */
export const wholeNumbers = (
  chars: string,
  windows: ReadonlyArray<DigitWindow>,
  index: IdentifierIndex,
  taken: Uint8Array,
  edits: (window: DigitWindow) => number = () => 0,
): Array<Found> => {
  const finds: Array<Found> = []
  const lengths = index.counts.bare
  for (const window of windows) {
    const { start, end, digits, bare } = window
    if (lengths[bare.length] === 0) continue
    const under = index.byBare.get(bare)
    if (under === undefined || isTaken(taken, start, end)) continue
    const whole = standsAlone(chars, start, end)
    const identifiers = bare.length >= fewestBareDigits ? under : under.filter((one) => isShortHit(one, window, whole))
    if (identifiers.length === 0) continue
    const misread = edits(window)
    const how = whole && misread === 0 && identifiers.some(({ alnum }) => alnum === digits) ? 'exact' : 'digits'
    finds.push({ start, end, how, identifiers, digits: bare, edits: misread })
  }
  return finds
}

/** Up to three digits say something only as a word of their own, or filled with zeros as the document has them. */
const isShortHit = (identifier: Identifier, window: DigitWindow, whole: boolean): boolean =>
  window.digits.length >= fewestBareDigits && window.digits === identifier.digits
    ? true
    : whole && window.runs === 1 && identifier.alnum === identifier.digits

const isWordy = (kind: number): boolean => kind === digit || kind === letter

/** Whether no letter touches the place. */
export const standsAlone = (chars: string, start: number, end: number): boolean =>
  (start === 0 || !isWordy(kindOf(chars.charCodeAt(start - 1)))) &&
  (end === chars.length || !isWordy(kindOf(chars.charCodeAt(end))))
