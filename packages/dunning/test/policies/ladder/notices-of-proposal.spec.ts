import { describe, expect, it } from 'vitest'
import { noticesOfProposal, proposeNotices } from '../../../src/index.js'
import { item, ladder, question } from '../../ladders.js'

const any = ladder({ sequential: false })
const asked = question('2026-01-22', [
  item('A'),
  item('B', { currency: 'USD' }),
  item('C', { dueOn: question('2026-01-10', []).on }),
  item('D', { openMinor: 50_00 }),
])
const noticesFor = (account: string): ReturnType<typeof noticesOfProposal> =>
  noticesOfProposal(proposeNotices(any, asked), any, account)

describe('noticesOfProposal', () => {
  it('makes one notice for each currency and level, the highest level of a currency last', () => {
    const told = noticesFor('acme/globex').map(({ currency, level, amountMinor, lines }) => [
      currency,
      level,
      amountMinor,
      lines.map(({ itemId }) => itemId),
    ])
    expect(told).toEqual([
      ['EUR', 1, 100_00, ['C']],
      ['EUR', 2, 150_00, ['A', 'D']],
      ['USD', 2, 100_00, ['B']],
    ])
  })

  it('names a notice by account, ladder, day, currency and level, alike on every machine', () => {
    const ids = noticesFor('acme/globex').map(({ noticeId }) => noticeId)
    expect(new Set([...ids, ...noticesFor('acme/initech').map(({ noticeId }) => noticeId)]).size).toBe(6)
    expect(noticesFor('acme/globex').map(({ noticeId }) => noticeId)).toEqual(ids)
  })
})
