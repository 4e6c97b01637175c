import { localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DemandedAccount,
  type FinalDemandDraft,
  finalDemandFaults,
  shippedFinalDemandPolicy,
} from '../../../src/index.js'

const draft: FinalDemandDraft = {
  creditor: 'Seller Ltd',
  addressee: 'A. Payer',
  address: '1 Road, Town',
  currency: 'EUR',
  items: [
    { itemId: 'A', dueOn: localDate('2026-03-01'), amountMinor: 900_00 },
    { itemId: 'B', dueOn: localDate('2026-03-10'), amountMinor: 120_00 },
  ],
  chargesMinor: 40_00,
  totalMinor: 1060_00,
  deadlineOn: localDate('2026-05-25'),
  consequences: ['agency'],
  paymentInstructions: 'to the account on the invoice',
  contact: 'C. Collector',
  noticesBefore: [localDate('2026-04-01'), localDate('2026-04-30')],
  approvedBy: 'credit manager',
}
const account: DemandedAccount = {
  on: localDate('2026-05-15'),
  items: [
    { itemId: 'A', openMinor: 900_00, disputedMinor: 0, promisedMinor: 0 },
    { itemId: 'B', openMinor: 120_00, disputedMinor: 0, promisedMinor: 0 },
  ],
  chargesMinor: 40_00,
  earlierLevelsDone: true,
  demandedBefore: false,
}
const faults = (of: Partial<FinalDemandDraft> = {}, at: Partial<DemandedAccount> = {}) =>
  finalDemandFaults({ ...draft, ...of }, { ...account, ...at }, shippedFinalDemandPolicy)
const withItem = (itemId: string, more: object) =>
  account.items.map((item) => (item.itemId === itemId ? { ...item, ...more } : item))

describe('finalDemandFaults', () => {
  it('no final demand passes while a dispute covers it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120_00 }), fc.constantFrom('A', 'B'), (disputedMinor, itemId) => {
        expect(faults({}, { items: withItem(itemId, { disputedMinor }) })).toContain('disputed')
      }),
    )
  })

  it('lets a demand pass that says all it must', () => {
    expect(faults()).toEqual([])
  })

  it('stops it when money came in between writing and sending', () => {
    expect(faults({}, { items: withItem('B', { openMinor: 20_00 }) })).toEqual(['balance-changed'])
    expect(faults({}, { chargesMinor: 0 })).toEqual(['balance-changed'])
  })

  it('asks for the whole balance that is free of disputes and promises', () => {
    const more = { itemId: 'C', openMinor: 5_00, disputedMinor: 0, promisedMinor: 0 }
    expect(faults({}, { items: [...account.items, more] })).toEqual(['not-the-whole-balance'])
    expect(faults({}, { items: [...account.items, { ...more, disputedMinor: 1_00 }] })).toEqual([])
    expect(faults({}, { items: withItem('A', { promisedMinor: 900_00 }) })).toEqual(['promised'])
    expect(faults({ totalMinor: 1060_01 })).toEqual(['total-differs'])
    expect(faults({ items: [], totalMinor: 40_00 }, { items: [] })).toEqual(['nothing-owed'])
  })

  it('goes once, after the levels before it, with a yes, to a named person, with a day and one consequence', () => {
    expect(faults({}, { demandedBefore: true })).toEqual(['demanded-before'])
    expect(faults({}, { earlierLevelsDone: false })).toEqual(['earlier-levels-missing'])
    expect(faults({ addressee: '' })).toEqual(['nobody-named'])
    expect(faults({ address: '' })).toEqual(['nobody-named'])
    expect(faults({ deadlineOn: localDate('2026-05-24') })).toEqual(['deadline-too-near'])
    expect(faults({ consequences: [] })).toEqual(['not-one-consequence'])
    expect(faults({ consequences: ['agency', 'legal-action'] })).toEqual(['not-one-consequence'])
    for (const field of ['creditor', 'paymentInstructions', 'contact'])
      expect(faults({ [field]: '' })).toEqual(['incomplete'])
    expect(faults({ approvedBy: '' })).toEqual(['not-approved'])
    const lax = { ...shippedFinalDemandPolicy, needsApproval: false }
    expect(finalDemandFaults({ ...draft, approvedBy: '' }, account, lax)).toEqual([])
  })
})
