import { foldOwned, foldShared, keyedGet, keyedSize } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { evolveInvoicing, initialInvoicing, type InvoicingFact } from '../src/index.js'
import { samples } from './samples.js'
import { invoiceFact, stateOf, voided } from './room.js'

describe('the memory of documents', () => {
  it('refuses no history: a fact about what nobody knows changes nothing', () => {
    const begins = new Set(['OrderAccepted', 'GoodsDelivered', 'PriceAgreed'])
    const orphans = (Object.values(samples) as ReadonlyArray<InvoicingFact>).filter(
      ({ _tag }) => !_tag.endsWith('Issued') && !_tag.startsWith('Dispute') && !begins.has(_tag),
    )
    expect(foldOwned(evolveInvoicing, initialInvoicing(), orphans)).toEqual(initialInvoicing())
  })

  it('takes every kind of fact in both modes alike', () => {
    const all = Object.values(samples) as ReadonlyArray<InvoicingFact>
    expect(foldShared(evolveInvoicing, initialInvoicing(), all)).toEqual(stateOf(all))
  })

  it('of a voided invoice keeps that its number is used', () => {
    const state = stateOf([invoiceFact(), voided('INV-1')])
    expect(keyedGet(state.documents, 'INV-1')).toMatchObject({ voided: true, disputedMinor: 0 })
    expect(keyedSize(state.documents)).toBe(1)
  })
})
