import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { adviceOn, firstLedger } from '../src/index.js'

describe('the first ledger', () => {
  it('leaves 700.00 EUR open of 1,200.00 after a payment of 500.00', async () => {
    expect(await firstLedger(500_00)).toEqual(
      right([
        {
          currency: 'EUR',
          openMinor: 700_00,
          disputedMinor: 0,
          deductedMinor: 0,
          unappliedMinor: 0,
          onAccountMinor: 0,
          creditMinor: 0,
          balanceMinor: 700_00,
        },
      ]),
    )
  })

  it('refuses to apply more than is open, and says how much that is', async () => {
    const refused = { _tag: 'OverApplied', itemId: 'INV-1', openMinor: 1200_00, askedMinor: 1300_00 } as const
    expect(await firstLedger(1300_00)).toEqual(left(refused))
    expect(adviceOn(refused)).toBe('there is not so much left')
  })

  it('has advice for money that arrived from another account', () => {
    expect(adviceOn({ _tag: 'ArrivedByTransfer', receiptId: 'R-1', transferId: 'T-1' })).toBe(
      'give the transfer back, or recall it once its receipt has bounced',
    )
  })

  it('refuses a receipt of nothing', async () => {
    expect(await firstLedger(0)).toMatchObject(left({ _tag: 'InvalidAmount', amountMinor: 0 }))
  })
})
