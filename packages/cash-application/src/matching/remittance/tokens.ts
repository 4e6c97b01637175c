/** Words and runs of digits of a normal text, in one pass. */
import { digit, gap, kindOf, letter, lineEnd, type NormalText } from './normal-text.js'

/** Words (runs of letters and digits) and runs of digits, as columns. Ends are exclusive. */
export interface Tokens {
  readonly wordStart: ReadonlyArray<number>
  readonly wordEnd: ReadonlyArray<number>
  readonly wordDigits: ReadonlyArray<number>
  readonly runStart: ReadonlyArray<number>
  readonly runEnd: ReadonlyArray<number>
}

/** Cut a normal text into words and runs of digits. */
export const tokensOf = (chars: string): Tokens => {
  const wordStart: Array<number> = []
  const wordEnd: Array<number> = []
  const wordDigits: Array<number> = []
  const runStart: Array<number> = []
  const runEnd: Array<number> = []
  let word = -1
  let run = -1
  let digits = 0
  for (let at = 0; at <= chars.length; at += 1) {
    const kind = at === chars.length ? lineEnd : kindOf(chars.charCodeAt(at))
    if (kind === digit) {
      if (run < 0) run = at
      digits += 1
    } else if (run >= 0) {
      runStart.push(run)
      runEnd.push(at)
      run = -1
    }
    if (kind === digit || kind === letter) {
      if (word < 0) word = at
    } else if (word >= 0) {
      wordStart.push(word)
      wordEnd.push(at)
      wordDigits.push(digits)
      word = -1
      digits = 0
    }
  }
  return { wordStart, wordEnd, wordDigits, runStart, runEnd }
}

/** Whether one gap, and no end of line, parts what ends here from what starts there. */
export const oneGapBetween = (chars: string, end: number, start: number): boolean =>
  start === end + 1 && kindOf(chars.charCodeAt(end)) === gap

/**
 * The text with O read as 0 and I and L as 1 inside words of at least three digits; nothing if that changes nothing.
 * All lengths stay, so that places in one are places in the other.
 */
export const lookalikesAsDigits = (text: NormalText, tokens: Tokens): string | undefined => {
  let read = ''
  let copied = 0
  for (let word = 0; word < tokens.wordStart.length; word += 1) {
    if ((tokens.wordDigits[word] as number) < 3) continue
    const start = tokens.wordStart[word] as number
    const end = tokens.wordEnd[word] as number
    const before = text.chars.slice(start, end)
    const after = before.replace(/O/g, '0').replace(/[IL]/g, '1')
    if (before === after) continue
    read += text.chars.slice(copied, start) + after
    copied = end
  }
  return copied === 0 ? undefined : read + text.chars.slice(copied)
}
