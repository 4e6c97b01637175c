import { describe, expect, it } from 'vitest'
import type { RecordRemittance } from '../../src/index.js'
import { day, decide, factsOf } from '../room.js'

const advice: RecordRemittance = {
  _tag: 'RecordRemittance',
  on: day('2026-01-20'),
  currency: 'EUR',
  remittanceId: 'RA-1',
  receiptId: 'R-9',
  lines: [{ documentId: 'INV-1', paidMinor: 90_00, deductions: [{ amountMinor: 10_00, code: '24' }] }],
}

describe('a remittance advice', () => {
  it('is recorded as it is written, also before the money and the items that it names', () => {
    expect(factsOf(decide([], advice))).toEqual([{ ...advice, _tag: 'RemittanceRecorded' }])
  })

  it('may say that nothing was paid of an item', () => {
    expect(factsOf(decide([], { ...advice, lines: [{ documentId: 'INV-1', paidMinor: 0 }] }))).toHaveLength(1)
  })

  it('is recorded once', () => {
    expect(decide(factsOf(decide([], advice)), advice)).toMatchObject({
      left: { _tag: 'IdAlreadyUsed', kind: 'remittance', id: 'RA-1' },
    })
  })

  const [line] = advice.lines
  it.each<readonly [string, Partial<RecordRemittance>]>([
    ['lines[0].paidMinor', { lines: [{ documentId: 'INV-1', paidMinor: -1 }] }],
    ['lines[0].paidMinor', { lines: [{ documentId: 'INV-1', paidMinor: 0.5 }] }],
    [
      'lines[0].deductions[1].amountMinor',
      {
        lines: [
          {
            documentId: 'INV-1',
            deductions: [
              { amountMinor: 1, code: 'a' },
              { amountMinor: 0, code: 'b' },
            ],
          },
        ],
      },
    ],
    ['remittanceId', { remittanceId: '' }],
    ['receiptId', { receiptId: '' }],
    ['currency', { currency: 'EUX' }],
    ['lines', { lines: [] }],
    ['lines[1].documentId', { lines: [line ?? { documentId: 'INV-1' }, { documentId: '' }] }],
    ['lines[0].deductions[0].code', { lines: [{ documentId: 'INV-1', deductions: [{ amountMinor: 1, code: '' }] }] }],
  ])('is refused by the name of the field that is wrong: %s', (field, wrong) => {
    expect(decide([], { ...advice, ...wrong })).toMatchObject({ left: { field } })
  })
})
