import { addDays, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  evolveDunning,
  initialDunning,
  type ItemLadder,
  type LadderHistory,
  type LadderStep,
  type OwedInstalment,
  replayLadder,
} from '../../../src/index.js'
import { item, ladder, start, step } from '../../ladders.js'

/** Two items due on 1 January; A is paid on the 18th, B on 20 February. */
const history = (asked: Array<string> = []): LadderHistory => {
  const dunning = initialDunning()
  let folded = 0
  const paid = { A: '2026-01-18', B: '2026-02-20' }
  const owed: ReadonlyArray<OwedInstalment> = [item('A'), item('B')].map(({ holds: _holds, ...one }) => one)
  return {
    knownBy: (day, given) => {
      asked.push(day)
      for (const notice of given.slice(folded)) evolveDunning(dunning, notice)
      folded = given.length
      return { items: owed.filter(({ itemId }) => day < paid[itemId as 'A' | 'B']), credits: [], dunning }
    },
    changesAfter: (day) => Object.values(paid).find((one) => one > day) as ReturnType<typeof localDate> | undefined,
  }
}

const levels = (...delays: ReadonlyArray<number>): ReadonlyArray<LadderStep> =>
  delays.map((days, at) => step(at + 1, days))
const asks = (any: ItemLadder, from: LadderHistory): Readonly<Record<string, ReadonlyArray<string>>> => {
  const span = { account: 'acme/globex', after: addDays(start, -1), until: localDate('2026-03-31') }
  const given = replayLadder({ ...span, ladder: any }, from)
  const daysOf = (itemId: string): ReadonlyArray<string> =>
    given.filter(({ lines }) => lines.some((line) => line.itemId === itemId)).map(({ on }) => on)
  return { A: daysOf('A'), B: daysOf('B') }
}

describe('replayLadder', () => {
  it('tells what a ladder would have asked for', () => {
    expect(asks(ladder({ steps: levels(10, 30) }), history())).toEqual({
      A: ['2026-01-11'],
      B: ['2026-01-11', '2026-01-31'],
    })
  })

  it('tells what a stricter one would', () => {
    expect(asks(ladder({ steps: levels(5, 15, 30) }), history())).toEqual({
      A: ['2026-01-06', '2026-01-16'],
      B: ['2026-01-06', '2026-01-16', '2026-01-31'],
    })
  })

  it('looks on run days on which something may change, and after a notice', () => {
    const asked: Array<string> = []
    asks(ladder({ steps: levels(10, 30) }), history(asked))
    expect(asked).toEqual([
      '2026-01-01',
      '2026-01-11',
      '2026-01-12',
      '2026-01-18',
      '2026-01-31',
      '2026-02-01',
      '2026-02-20',
    ])
  })
})
