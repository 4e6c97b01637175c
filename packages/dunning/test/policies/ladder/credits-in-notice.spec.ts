import { describe, expect, it } from 'vitest'
import { creditsInNotice, proposeNotices } from '../../../src/index.js'
import { day, item, ladder, question } from '../../ladders.js'

const items = [item('I1'), item('I2', { lastNotice: { level: 2, on: day('2026-01-21') } })]
const credit = { creditId: 'C1', currency: 'EUR', amountMinor: 10_00, since: day('2026-01-01') } as const
const { lines } = proposeNotices(ladder({ credits: 'left-aside' }), question('2026-02-01', items))

describe('creditsInNotice', () => {
  it('gives a credit the level of its item, any other the highest', () => {
    expect(lines.map(({ level }) => level)).toEqual([1, 3])
    const all = [{ ...credit, relatesTo: 'I1' }, { ...credit, relatesTo: 'I9' }, credit]
    expect(creditsInNotice(lines, all, items).map(({ level }) => level)).toEqual([1, 3, 3])
  })

  it('gives a credit the level that its item has reached where the item is not asked for', () => {
    const [first] = lines
    expect(creditsInNotice(first === undefined ? [] : [first], [{ ...credit, relatesTo: 'I2' }], items)).toMatchObject([
      { level: 2, amountMinor: 10_00 },
    ])
  })

  it('makes no notice of credits alone', () => {
    expect(creditsInNotice([], [credit], items)).toEqual([])
    expect(creditsInNotice(lines, [{ ...credit, currency: 'USD' }], items)).toEqual([])
  })
})
