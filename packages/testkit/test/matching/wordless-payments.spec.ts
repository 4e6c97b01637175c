import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { matchingLaws } from '../../src/index.js'
import { reconciled } from './rule-sets.js'

const on = localDate('2026-03-16')
const money = { currency: 'EUR', receivedOn: on }

describe('words without digits in the text change nothing', () => {
  const law = matchingLaws.find(({ name }) => name === 'words without digits in the text change nothing')
  const item = {
    itemId: '7700100',
    currency: 'EUR',
    openMinor: 20_00,
    on,
    dueOn: on,
    identifiers: ['7700100'],
  }

  it('holds where equal words would bind two payments that said nothing', () => {
    const payments = [
      { ...money, paymentId: 'P0', amountMinor: 19_99, text: '' },
      { ...money, paymentId: 'P1', amountMinor: 1, text: '' },
    ]
    expect(law?.holds(reconciled, { payments, items: [item] })).toEqual({ _tag: 'Holds', runs: 1 })
  })
})
