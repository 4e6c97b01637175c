/** The numbers that a text may hold: runs of digits, and up to four of them with one gap between. */
import { withoutZeros } from './identifier.js'
import { oneGapBetween, type Tokens } from './tokens.js'

/** The most runs that are read as one number. */
export const mostRuns = 4

/** A number that a text may hold. `start` and `end` (exclusive) are places in the normal text. */
export interface DigitWindow {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** `digits` without leading zeros. */
  readonly bare: string
  readonly runs: number
}

/**
 * Every number of at most so many digits, leading zeros aside, from left to right.
 *
 * @param longest - the most digits a number is looked at for; numbers filled with zeros to over 64 are left out
 */
export const digitWindows = (chars: string, tokens: Tokens, longest: number): ReadonlyArray<DigitWindow> => {
  const { runStart, runEnd } = tokens
  const windows: Array<DigitWindow> = []
  for (let run = 0; run < runStart.length; run += 1) {
    const start = runStart[run] as number
    let digits = ''
    for (let runs = 1; runs <= mostRuns && run + runs <= runStart.length; runs += 1) {
      const from = runStart[run + runs - 1] as number
      const end = runEnd[run + runs - 1] as number
      if (runs > 1 && !oneGapBetween(chars, runEnd[run + runs - 2] as number, from)) break
      if (end - start > 64 + mostRuns) break
      digits = runs === 1 ? chars.slice(from, end) : digits + chars.slice(from, end)
      const bare = withoutZeros(digits)
      if (bare.length > longest) break
      windows.push({ start, end, digits, bare, runs })
    }
  }
  return windows
}

/** What is left of the runs of which a part is taken: the numbers between those that were read, to be looked at by themselves. */
export const leftovers = (chars: string, tokens: Tokens, taken: Uint8Array): ReadonlyArray<DigitWindow> => {
  const left: Array<DigitWindow> = []
  for (let run = 0; run < tokens.runStart.length; run += 1) {
    const end = tokens.runEnd[run] as number
    let from = tokens.runStart[run] as number
    if (taken.subarray(from, end).indexOf(1) < 0) continue
    for (let at = from; at <= end; at += 1) {
      if (at < end && taken[at] === 0) continue
      const digits = chars.slice(from, Math.min(at, from + 64))
      if (at > from && at - from <= 64) left.push({ start: from, end: at, digits, bare: withoutZeros(digits), runs: 1 })
      from = at + 1
    }
  }
  return left
}
