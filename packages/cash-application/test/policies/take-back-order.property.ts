import { accountHistories } from '@quittance/testkit'
import { keyedGet, keyedValues } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { receiptMinorOf, takeBackOrder } from '../../src/index.js'

describe('takeBackOrder', () => {
  it('a return gives back exactly what was still there', () => {
    fc.assert(
      fc.property(accountHistories(), ({ state: { cash } }) => {
        for (const receipt of keyedValues(cash.receipts)) {
          if (receipt.status !== 'live') continue
          const applications = receipt.applicationIds.flatMap((id) => keyedGet(cash.applications, id) ?? [])
          const taken = takeBackOrder(receipt, applications)
          // Sent money is called back apart, refunded money is claimed: the rest is all that there is.
          expect(taken.returnedMinor).toBe(
            receipt.amountMinor - receipt.refundedMinor - receipt.returnedMinor - receipt.transferredMinor,
          )
          expect(taken.toClaimMinor).toBe(receipt.refundedMinor)
          const released = taken.released.reduce((so, link) => so + receiptMinorOf(link) + link.pennyMinor, 0)
          expect(released).toBe(receipt.appliedMinor + receipt.pennyMinor)
          expect(taken.fromUnappliedMinor + taken.fromOnAccountMinor + released).toBe(taken.returnedMinor)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('releases the latest application first', () => {
    fc.assert(
      fc.property(accountHistories(), ({ recorded }) => {
        const order = new Map<string, number>()
        for (const { fact, revision } of recorded) {
          if (fact._tag === 'CashApplied') order.set(fact.applicationId, revision)
          if (fact._tag !== 'ReceiptReturned' && fact._tag !== 'CardPaymentReversed') continue
          const places = fact.released.map(({ applicationId }) => order.get(applicationId) ?? -1)
          expect(places).toEqual([...places].sort((a, b) => b - a))
        }
      }),
      { numRuns: 60 },
    )
  })
})
