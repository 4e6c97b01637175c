import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { prepareItems } from '../../../src/index.js'
import { mergeProposals } from '../../../src/matching/decision/merge.js'

const item = (itemId: string, openMinor: number, on: string) => ({
  itemId,
  openMinor,
  on: localDate(on),
  dueOn: localDate('2026-04-03'),
  identifiers: [],
})

describe('mergeProposals', () => {
  it('takes two ways to one explanation for one, whichever pair of twins each way met first', () => {
    const items = [
      item('A', 350_00, '2026-03-01'),
      item('B', 350_00, '2026-03-04'),
      item('C', 200_00, '2026-03-04'),
      item('D', 200_00, '2026-03-04'),
      item('E', 350_00, '2026-03-04'),
    ]
    const prepared = prepareItems(items)
    expect(prepared.items.map(({ itemId }) => itemId)).toEqual(['A', 'B', 'C', 'D', 'E'])
    // B, C and E; then A for B or for E, which leaves the twins of 350.00 after those of 200.00 or before them.
    const asked = (places: ReadonlyArray<number>) =>
      mergeProposals(prepared, [{ places, route: { rule: 'single', membersCentibits: 0 } }], new Map()).map(
        ({ places: taken, interchangeable }) => ({ taken, interchangeable }),
      )
    const bothTwins = {
      taken: [0, 1, 2],
      interchangeable: [
        [1, 4],
        [2, 3],
      ],
    }
    expect(asked([1, 2, 4])).toEqual([{ taken: [1, 2, 4], interchangeable: [[2, 3]] }, bothTwins])
    expect(asked([0, 2, 4])).toContainEqual(bothTwins)
    expect(asked([0, 1, 2])).toContainEqual(bothTwins)
  })
})
