import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addFacts,
  type AgingOptions,
  agingReport,
  type AgingScheme,
  emptyLedgerView,
  fiveBuckets,
} from '../../src/index.js'
import { histories, pointsInTime } from '../account/histories.js'
import { type NaiveAging, naiveAging, type NaiveQuestion } from './naive-aging.js'

const edges: Readonly<Record<NaiveQuestion['edges'], AgingScheme>> = {
  closed: fiveBuckets,
  'half-open': { ...fiveBuckets, edges: 'half-open-upper' },
  'month-ends': { ...fiveBuckets, edges: 'month-ends' },
}

const questions = fc.record({
  at: pointsInTime,
  edges: fc.constantFrom<NaiveQuestion['edges']>('closed', 'half-open', 'month-ends'),
  basis: fc.constantFrom<NaiveQuestion['basis']>('due', 'invoice', 'delivery'),
  credits: fc.constantFrom<NaiveQuestion['credits']>('separate', 'fifo', 'own-date'),
})

it('aging agrees with a plain reading of all facts, at any day and any knowledge', () => {
  fc.assert(
    fc.property(histories, fc.array(questions, { minLength: 5, maxLength: 5 }), ({ facts }, asked) => {
      const view = addFacts(emptyLedgerView(), facts)
      for (const { at, edges: edge, basis, credits } of asked) {
        const options: AgingOptions = { scheme: edges[edge], basis, credits }
        const got: NaiveAging = {}
        for (const { customer, currencies } of agingReport(view, at, options).customers)
          for (const sums of currencies)
            got[`${customer} ${sums.currency}`] = {
              buckets: [...sums.bucketMinor],
              counts: [...sums.bucketCount],
              disputed: sums.disputedMinor,
              deducted: sums.deductedMinor,
              unapplied: sums.unappliedMinor,
            }
        expect(got).toEqual(naiveAging(facts, { ...at, edges: edge, basis, credits }))
      }
    }),
  )
})
