import { it as propertyIt } from '@fast-check/vitest'
import { addDays } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distressPolicy, type DistressSign, distressSigns, type MoreSigns, type PayerRecord } from '../../src/index.js'
import { anyRecord, item, promise, record, today } from './records.js'

const none: MoreSigns = { partlyPaid: [], plans: [], reported: [] }
const signsOf = (known: Partial<PayerRecord>, more: Partial<MoreSigns> = {}): ReadonlyArray<DistressSign> =>
  distressSigns(record(known), { ...none, ...more }, today, distressPolicy)
const kindsOf = (...question: Parameters<typeof signsOf>): ReadonlyArray<string> =>
  signsOf(...question).map(({ kind }) => kind)
const ago = (days: number) => addDays(today, 0 - days)

describe('signs of distress', () => {
  it('are promises broken within 90 days, and not the one of the day before', () => {
    expect(signsOf({ promises: [promise('broken', 90), promise('broken', 91)] })).toEqual([
      { on: ago(90), kind: 'promise broken', shownBy: ['P-90'] },
    ])
    expect(kindsOf({ promises: [promise('broken', 10, { cause: 'dispute open' })] })).toEqual([])
  })

  it('are paying slower than before: six payments a week later than the six before', () => {
    const items = [0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 7, 7].map((days, at) => item(days, 110 - 8 * at))
    expect(kindsOf({ items })).toContain('pays slower')
    expect(kindsOf({ items: items.map((one) => ({ ...one, paidOn: one.dueOn })) })).toEqual([])
  })

  it('are paying irregularly: twice the spread, and a week at least', () => {
    const paying = (...late: ReadonlyArray<number>) => late.map((days, at) => item(days, 200 - 15 * at))
    expect(kindsOf({ items: paying(1, 0, 1, 0, 1, 0, 0, 14, 0, 14, 0, 14) })).toContain('pays irregularly')
    expect(kindsOf({ items: paying(0, 8, 0, 8, 0, 8, 0, 14, 0, 14, 0, 14) })).not.toContain('pays irregularly')
  })

  it('are part payments, when there were none in the year before', () => {
    const partlyPaid = [{ itemId: 'I-1', on: ago(20) }]
    expect(kindsOf({}, { partlyPaid })).toEqual(['pays in parts'])
    expect(kindsOf({}, { partlyPaid: [...partlyPaid, { itemId: 'I-0', on: ago(200) }] })).toEqual([])
  })

  it('are small items paid while one of three times the amount is over 30 days late', () => {
    const { paidOn: _, ...large } = item(0, 60, { itemId: 'LARGE', amountMinor: 300_00 })
    expect(signsOf({ items: [large, item(0, 29, { itemId: 'SMALL' })] })).toEqual([
      { on: ago(29), kind: 'pays small items while large ones age', shownBy: ['SMALL', 'LARGE'] },
    ])
    expect(kindsOf({ items: [large, item(0, 30, { itemId: 'SMALL' })] })).toEqual([])
    expect(kindsOf({ items: [{ ...large, cause: 'dispute open' }, item(0, 29)] })).toEqual([])
  })

  it('are returned payments, given up items, plans, and what people report', () => {
    const { paidOn: _, ...unpaid } = item(0, 20)
    expect(
      signsOf(
        { returns: [{ receiptId: 'R-1', on: ago(5) }], items: [{ ...unpaid, givenUpOn: ago(4) }] },
        {
          plans: [{ planId: 'PLAN', on: ago(3) }],
          reported: [{ on: ago(2), words: 'the buyer says they are letting people go' }],
        },
      ).map(({ kind, words }) => [kind, words]),
    ).toEqual([
      ['payment returned', undefined],
      ['item given up', undefined],
      ['asks for instalments', undefined],
      ['reported', 'the buyer says they are letting people go'],
    ])
  })

  propertyIt.prop([anyRecord, fc.nat({ max: 200 })])(
    'a sign lies in its window and names what shows it',
    (known, days) => {
      const asOf = ago(days)
      for (const { on, shownBy } of distressSigns(known, none, asOf, distressPolicy)) {
        expect(on <= asOf && on >= addDays(asOf, 0 - distressPolicy.windowDays)).toBe(true)
        expect(shownBy.length).toBeGreaterThan(0)
      }
    },
  )
})
