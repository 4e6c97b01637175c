import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NettingSide, proposeNetting } from '../../src/index.js'
import { day } from '../room.js'

const sides = (prefix: string): fc.Arbitrary<ReadonlyArray<NettingSide>> =>
  fc
    .array(fc.record({ days: fc.nat(3), openMinor: fc.oneof(fc.constantFrom(0, -5_00), fc.nat(100_00)) }), {
      maxLength: 6,
    })
    .map((list) =>
      list.map(({ days, openMinor }, at) => ({
        id: `${prefix}-${at}`,
        dueOn: addDays(day('2026-04-01'), days),
        openMinor,
      })),
    )
const total = (list: ReadonlyArray<NettingSide>): number =>
  list.reduce((so, { openMinor }) => so + Math.max(openMinor, 0), 0)

describe('netting', () => {
  it('netting takes the smaller of the two totals', () => {
    fc.assert(
      fc.property(sides('R'), sides('V'), (receivables, payables) => {
        const { nettedMinor, lines } = proposeNetting(receivables, payables)
        expect(nettedMinor).toBe(Math.min(total(receivables), total(payables)))
        expect(lines.reduce((so, { amountMinor }) => so + amountMinor, 0)).toBe(nettedMinor)
        for (const { amountMinor } of lines) expect(amountMinor).toBeGreaterThan(0)
      }),
    )
  })

  it('netting pays the oldest first on both sides, in whatever order they are listed', () => {
    fc.assert(
      fc.property(sides('R'), sides('V'), (receivables, payables) => {
        const { nettedMinor, lines } = proposeNetting(receivables, payables)
        expect(proposeNetting([...receivables].reverse(), [...payables].reverse()).lines).toEqual(lines)
        for (const [list, of] of [
          [receivables, 'itemId'],
          [payables, 'payableId'],
        ] as const) {
          // What one side has is used in order: each before the last is used up before the next is touched.
          let leftMinor = nettedMinor
          for (const { id, openMinor } of [...list].sort((a, b) =>
            a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1,
          )) {
            const usedMinor = lines.reduce((so, line) => so + (line[of] === id ? line.amountMinor : 0), 0)
            expect(usedMinor).toBe(Math.max(Math.min(openMinor, leftMinor), 0))
            leftMinor -= usedMinor
          }
        }
      }),
    )
  })

  it('pairs one payable with two items', () => {
    const receivables = [
      { id: 'R2', dueOn: day('2026-05-01'), openMinor: 300_00 },
      { id: 'R1', dueOn: day('2026-04-01'), openMinor: 700_00 },
    ]
    expect(proposeNetting(receivables, [{ id: 'V1', dueOn: day('2026-04-10'), openMinor: 800_00 }])).toEqual({
      nettedMinor: 800_00,
      lines: [
        { itemId: 'R1', payableId: 'V1', amountMinor: 700_00 },
        { itemId: 'R2', payableId: 'V1', amountMinor: 100_00 },
      ],
    })
  })
})
