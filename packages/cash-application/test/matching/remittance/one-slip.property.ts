import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOneSlip } from '../../../src/index.js'
import { digitsOf } from './books.js'

/** Optimal string alignment distance by the full table. */
const alignment = (one: string, other: string): number => {
  const rows = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0))
  const cell = (up: number, at: number): number => rows[up]?.[at] ?? 0
  for (let up = 0; up <= one.length; up += 1)
    for (let at = 0; at <= other.length; at += 1) {
      const ways = [up === 0 ? at : cell(up - 1, at) + 1, at === 0 ? up : cell(up, at - 1) + 1]
      if (up > 0 && at > 0) ways.push(cell(up - 1, at - 1) + (one[up - 1] === other[at - 1] ? 0 : 1))
      if (up > 1 && at > 1 && one[up - 1] === other[at - 2] && one[up - 2] === other[at - 1])
        ways.push(cell(up - 2, at - 2) + 1)
      ;(rows[up] as Array<number>)[at] = Math.min(...ways)
    }
  return cell(one.length, other.length)
}

describe('slips of the hand', () => {
  it('one slip apart is a distance of one by the full table', () => {
    fc.assert(
      fc.property(digitsOf(0, 6), digitsOf(0, 6), (one, other) => {
        expect(isOneSlip(one, other)).toBe(alignment(one, other) === 1)
      }),
      { numRuns: 2000 },
    )
  })
})
