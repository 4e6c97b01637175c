import { keyedValues, sumMinor } from '@quittance/kernel'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMinorOf, unpaidItems } from '../../src/index.js'

describe('unpaidItems', () => {
  it('law: what is unpaid adds up to what is open', () => {
    fc.assert(
      fc.property(accountHistories(), ({ state }) => {
        const open = [...keyedValues(state.invoicing.documents)].map(({ documentId }) => openMinorOf(state, documentId))
        expect(sumMinor(unpaidItems(state).map(({ openMinor }) => openMinor))).toBe(sumMinor(open))
      }),
    )
  })
})
