import { accountStream } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentTimeline } from '../src/index.js'
import { factsAt } from './account/balances.js'
import { openMinorOf } from './account/book.js'
import { histories, pointsInTime } from './account/histories.js'

describe('timelines', () => {
  it('the last step of an invoice leaves open what its account says', () => {
    fc.assert(
      fc.property(histories, (book) => {
        for (const [customer, account] of book.accounts) {
          const own = book.facts.filter(({ stream }) => stream === accountStream(book.entity, customer))
          for (const { fact } of own)
            if (fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued')
              expect(documentTimeline(own, fact.documentId).at(-1)?.openMinor).toBe(
                openMinorOf(account, fact.documentId),
              )
        }
      }),
    )
  })

  it('a timeline asked for an earlier knowledge tells nothing that was learned later', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        for (const { fact } of facts)
          if (fact._tag === 'InvoiceIssued' || fact._tag === 'CreditNoteIssued')
            expect(documentTimeline(facts, fact.documentId, at)).toEqual(
              documentTimeline(factsAt(facts, at), fact.documentId),
            )
      }),
    )
  })

  it('steps stand in the order of the ledger, each once, and each is a sentence', () => {
    fc.assert(
      fc.property(histories, ({ facts }) => {
        for (const { fact } of facts) {
          if (fact._tag !== 'InvoiceIssued') continue
          const steps = documentTimeline(facts, fact.documentId)
          const positions = steps.map(({ recorded }) => recorded.position)
          expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
          for (const { what } of steps) expect(what.length).toBeGreaterThan(10)
        }
      }),
    )
  })
})
