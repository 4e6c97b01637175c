/** Numbers that appear only when letters that look like digits are read as digits. */
import { type DigitWindow, digitWindows } from './digit-windows.js'
import { digit, kindOf } from './normal-text.js'
import { tokensOf } from './tokens.js'

/** Numbers read with lookalikes, and how many letters each takes for digits. */
export interface LookalikeWindows {
  /** All such letters stand between digits: `19O0567021`. */
  readonly within: ReadonlyArray<DigitWindow>
  /** One stands at the edge, where it may as well belong to a word: `L930567021`. */
  readonly atEdge: ReadonlyArray<DigitWindow>
  readonly edits: (window: DigitWindow) => number
}

/**
 * The numbers of the text as read that hold at least one letter of the text as it stands.
 *
 * @param read - the text with lookalikes as digits, place by place
 */
export const lookalikeWindows = (chars: string, read: string, longest: number): LookalikeWindows => {
  const edits = ({ start, end }: DigitWindow): number => {
    let letters = 0
    for (let at = start; at < end; at += 1) if (chars.charCodeAt(at) !== read.charCodeAt(at)) letters += 1
    return letters
  }
  const misread = digitWindows(read, tokensOf(read), longest).filter((window) => edits(window) > 0)
  const edged = (window: DigitWindow): boolean =>
    kindOf(chars.charCodeAt(window.start)) !== digit || kindOf(chars.charCodeAt(window.end - 1)) !== digit
  return { within: misread.filter((window) => !edged(window)), atEdge: misread.filter(edged), edits }
}
