import { keyedValues } from '@quittance/kernel'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemStatus, openMinorOf } from '../../src/index.js'

describe('itemStatus', () => {
  it('law: an item is open or partly paid exactly when something is open on it', () => {
    fc.assert(
      fc.property(accountHistories(), ({ state }) => {
        for (const { documentId, kind } of keyedValues(state.invoicing.documents)) {
          if (kind === 'credit-note') continue
          const isOpen = ['open', 'partly-paid'].includes(itemStatus(state, documentId) ?? '')
          expect(isOpen).toBe(openMinorOf(state, documentId) !== 0)
        }
      }),
    )
  })
})
