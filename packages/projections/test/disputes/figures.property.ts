import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  causeRanking,
  cycleTimes,
  decodeCauseTaxonomy,
  decodeCodeMapping,
  disputeCase,
  type DisputeMovementKind,
  remainderToWriteOff,
  shippedCauses,
  upstreamShare,
  x12Reasons,
} from '../../src/index.js'

const kinds: ReadonlyArray<DisputeMovementKind> = ['paid', 'credited', 'written-off']
const minor = fc.integer({ min: 0, max: 1000 })
const word = fc.constantFrom(...shippedCauses.causes.map(({ cause }) => cause), 'no such word')
const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, number) => so + number, 0)
const start = localDate('2026-01-01')
const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(start, days))

describe('laws of the figures of disputes', () => {
  it('a dispute is closed exactly when nothing of it is left', () => {
    const movements = fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), minor: fc.integer({ min: -300, max: 600 }) }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), movements, (original, made) => {
        const { state, remainingMinor, resolution } = disputeCase(original, made)
        expect(remainingMinor).toBe(Math.max(original - sum(made.map((one) => one.minor)), 0))
        expect(state === 'closed').toBe(remainingMinor === 0)
        expect(resolution !== undefined).toBe(state === 'closed')
      }),
    )
  })

  it('every dispute raised by then is either open or ended', () => {
    const dispute = fc.record({ raisedOn: someDay, lasted: fc.option(fc.integer({ min: 0, max: 30 })) })
    fc.assert(
      fc.property(fc.array(dispute), someDay, (made, asOf) => {
        const disputes = made.map(({ raisedOn, lasted }) =>
          lasted === null ? { raisedOn } : { raisedOn, endedOn: addDays(raisedOn, lasted) },
        )
        const { ended, open } = cycleTimes(disputes, asOf)
        expect(ended + open).toBe(disputes.filter(({ raisedOn }) => raisedOn <= asOf).length)
      }),
    )
  })

  it('a ranking loses nothing', () => {
    const one = fc.record({ cause: word, amountMinor: minor, valid: fc.boolean() })
    fc.assert(
      fc.property(fc.array(one), fc.constantFrom('count' as const, 'amount' as const), (cases, by) => {
        const ranking = causeRanking(cases, by)
        expect(sum(ranking.map(({ count }) => count))).toBe(cases.length)
        expect(sum(ranking.map(({ validMinor, invalidMinor }) => validMinor + invalidMinor))).toBe(
          sum(cases.map(({ amountMinor }) => amountMinor)),
        )
        const weights = ranking.map(({ count, amountMinor }) => (by === 'count' ? count : amountMinor))
        expect(weights).toEqual([...weights].sort((a, b) => b - a))
      }),
    )
  })

  it('what is explained and what is not are all that is past due, and the departments are what is explained', () => {
    const item = fc.record({ openMinor: minor, cause: word })
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const share = upstreamShare(items, shippedCauses)
        expect(share.totalMinor).toBe(sum(items.map(({ openMinor }) => openMinor)))
        expect(share.upstreamMinor + share.notUpstreamMinor + share.unexplainedMinor).toBe(share.totalMinor)
        expect(sum(share.departments.map(({ openMinor }) => openMinor))).toBe(share.totalMinor - share.unexplainedMinor)
      }),
    )
  })

  it('a rest is given up only below the limit and only after the discount deadline', () => {
    fc.assert(
      fc.property(minor, someDay, someDay, minor, (rest, on, deadline, belowMinor) => {
        const given = remainderToWriteOff(rest, on, deadline, { belowMinor })
        expect(given).toBe(rest < belowMinor && on > deadline ? rest : 0)
      }),
    )
  })
})

describe('tables of causes', () => {
  it('a taxonomy written as JSON is the same when it is read', () => {
    expect(decodeCauseTaxonomy(JSON.parse(JSON.stringify(shippedCauses)))).toEqual(E.right(shippedCauses))
    expect(decodeCodeMapping(JSON.parse(JSON.stringify(x12Reasons)), shippedCauses)).toEqual(E.right(x12Reasons))
  })

  it('say what is wrong with them', () => {
    const [first] = shippedCauses.causes
    const stage = { stage: 'billing', family: 'terms' }
    const unowned = { cause: 'x', meaning: 'x', ...stage, departments: [], upstream: true }
    expect(decodeCauseTaxonomy({ id: 'own', version: 1, causes: [first, first, unowned] })).toEqual(
      E.left([
        'causes: "pricing_error" stands twice',
        'causes.2: "x" is upstream and nobody\'s',
        'causes: there is no "unknown"',
      ]),
    )
    const blamed = { cause: 'unknown', meaning: 'x', ...stage, departments: ['tax'], upstream: true }
    expect(decodeCauseTaxonomy({ id: 'own', version: 1, causes: [blamed] })).toEqual(
      E.left(['causes.0.stage: "unknown" is at no stage', 'causes: "unknown" is nobody\'s']),
    )
    expect(decodeCauseTaxonomy({ id: '' })).toMatchObject({ _tag: 'Left' })
    expect(decodeCodeMapping({ id: 'retailer', version: 1, causes: { '22': 'moon' } }, shippedCauses)).toEqual(
      E.left(['causes.22: "moon" is no cause of the taxonomy']),
    )
  })
})
