import { money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { RecordReceipt } from '../../src/index.js'
import { day, decide, eur, factsOf, receipt } from '../room.js'

const record: RecordReceipt = {
  _tag: 'RecordReceipt',
  on: day('2026-01-10'),
  receiptId: 'R',
  amount: eur(200_00),
  method: 'wire',
}

describe('recording a receipt', () => {
  it('keeps what the bank wrote, and nothing that it did not', () => {
    const words = {
      payer: { name: 'Globex' },
      remittanceText: 'INV-1',
      bankReference: 'B-1',
      fullSatisfactionClaimed: 'in full',
    }
    expect(factsOf(decide([], { ...record, ...words }))).toEqual([{ ...receipt(), ...words }])
    expect(factsOf(decide([], record))).toEqual([receipt()])
  })

  it('refuses in the order of the list of refusals', () => {
    const nothing = { ...record, amount: eur(0), receiptId: '' }
    expect(decide([], nothing)).toMatchObject({ left: { _tag: 'InvalidAmount', field: 'amount', amountMinor: 0 } })
    expect(decide([], { ...record, amount: { currency: 'EUR', minor: 0.5 } })).toMatchObject({
      left: { _tag: 'InvalidAmount' },
    })
    expect(decide([], { ...record, receiptId: '' })).toMatchObject({
      left: { _tag: 'MissingField', field: 'receiptId' },
    })
    expect(decide([receipt()], { ...record, amount: { currency: 'EURO', minor: 1 } })).toMatchObject({
      left: { _tag: 'MissingField', field: 'amount.currency' },
    })
    expect(decide([receipt()], { ...record, amount: money('USD', 1) })).toMatchObject({
      left: { _tag: 'IdAlreadyUsed', kind: 'receipt', id: 'R' },
    })
  })
})
