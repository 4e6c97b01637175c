import { describe, expect, it } from 'vitest'
import type { CashFact, RecordMatch } from '../../src/index.js'
import { after, applied, day, decide, factsOf, receipt } from '../room.js'

const match: RecordMatch = {
  _tag: 'RecordMatch',
  on: day('2026-01-12'),
  receiptId: 'R',
  ruleSet: 'evidence@1#0f1e',
  asked: { revision: 4, itemsOn: day('2026-01-12'), hash: 'a1' },
  answered: {
    chosen: { itemIds: ['A'], routes: [], terms: [], interchangeable: [] },
    others: [],
    otherCount: 0,
    hash: 'b2',
  },
  applicationIds: ['1'],
}
const chosen = (...itemIds: ReadonlyArray<string>): RecordMatch['answered'] => ({
  ...match.answered,
  chosen: { ...match.answered.chosen, itemIds },
})
const paid: ReadonlyArray<CashFact> = [receipt(), applied]
const returned = { _tag: 'ReturnReceipt', on: day('2026-01-15'), receiptId: 'R', kind: 'nsf' } as const

describe('a decision of a rule set', () => {
  it('is put on record beside the applications made for it, and moves nothing', () => {
    expect(factsOf(decide(paid, match))).toEqual([{ ...match, _tag: 'PaymentMatched', currency: 'EUR' }])
    const place = { _tag: 'PlaceOnAccount', on: day('2026-01-12'), receiptId: 'R' } as const
    const rest = { ...place, amount: { currency: 'EUR', minor: 81_00 } }
    expect(factsOf(decide(after(paid, match), rest))).toHaveLength(1)
  })

  it('names credit that was used up along with the cash', () => {
    const credit = { applicationId: 'C1', itemId: 'A', amount: { currency: 'EUR', minor: 50_00 } }
    const used = after([receipt()], { _tag: 'ApplyCredit', on: day('2026-01-12'), creditId: 'CN', lines: [credit] })
    const both = { ...match, applicationIds: ['C1'], answered: chosen('CN', 'A') }
    expect(factsOf(decide(used, both))).toHaveLength(1)
  })

  it('is not dated before an application that it explains', () => {
    expect(decide(paid, { ...match, on: day('2026-01-11') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-12' },
    })
  })

  it('explains no cash of another receipt, and none for an item that it did not choose', () => {
    const other = [receipt({ receiptId: 'Q' }), ...paid]
    const missing = { left: { _tag: 'NotFound', kind: 'application', id: '1' } }
    expect(decide(other, { ...match, receiptId: 'Q' })).toMatchObject(missing)
    expect(decide(paid, { ...match, answered: chosen('B') })).toMatchObject(missing)
  })

  it('refuses in the order of the list of refusals', () => {
    const all: RecordMatch = { ...match, on: day('2026-01-01'), applicationIds: ['NONE'], answered: chosen('NOWHERE') }
    expect(decide([], { ...all, ruleSet: '' })).toMatchObject({ left: { _tag: 'MissingField', field: 'ruleSet' } })
    expect(decide([], { ...all, applicationIds: [] })).toMatchObject({
      left: { _tag: 'MissingField', field: 'applicationIds' },
    })
    expect(decide([], all)).toMatchObject({ left: { _tag: 'NotFound', kind: 'receipt' } })
    expect(decide(after(paid, returned), all)).toMatchObject({ left: { _tag: 'AlreadyEnded', kind: 'receipt' } })
    expect(decide(paid, all)).toMatchObject({ left: { _tag: 'NotFound', kind: 'item', id: 'NOWHERE' } })
    expect(decide(paid, { ...all, answered: match.answered })).toMatchObject({
      left: { _tag: 'NotFound', kind: 'application', id: 'NONE' },
    })
    expect(decide(paid, { ...all, answered: match.answered, applicationIds: ['1'] })).toMatchObject({
      left: { _tag: 'TooEarly' },
    })
  })
})
