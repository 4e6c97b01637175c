import { placementAdvice, shippedPlacementPolicy } from '@quittance/dunning'
import { type Fact, instant, localDate, type Recorded } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { placementEvidence } from '../../src/index.js'
import { oneOfEachFact } from '../account/one-of-each-fact.js'

const recorded = (facts: ReadonlyArray<Fact & { readonly on?: string }>): ReadonlyArray<Recorded<Fact>> =>
  facts.map((fact, index) => ({
    id: `${fact._tag}-${index}`,
    stream: 'account-ACME_1',
    revision: index,
    position: index,
    effectiveOn: localDate(fact.on ?? '2026-05-19'),
    recordedAt: instant('2026-06-01T12:00:00.000Z'),
    actor: 'test',
    fact,
  })) as unknown as ReadonlyArray<Recorded<Fact>>
const of = (...tags: ReadonlyArray<string>): ReadonlyArray<Recorded<Fact>> =>
  recorded(tags.flatMap((tag) => oneOfEachFact.filter((fact) => fact._tag === tag)) as ReadonlyArray<Fact>)
const question = {
  on: localDate('2026-12-31'),
  knownAt: instant('2026-06-01T12:00:00.000Z'),
  overdue: [],
  hasPlan: false,
}

describe('placementEvidence', () => {
  it('finds each sign with the fact that shows it', () => {
    const evidence = placementEvidence(
      of('PromiseBroken', 'ReceiptReturned', 'ExcuseGiven', 'DistressSignReported', 'FinalDemandSent', 'TouchRecorded'),
      question,
    )
    expect(evidence).toMatchObject({
      brokenPromises: [{ factId: 'PromiseBroken-0', receivedMinor: 0 }],
      bouncedPayments: [{ factId: 'ReceiptReturned-1' }],
      excuses: [{ factId: 'ExcuseGiven-2' }],
      admissions: [{ factId: 'DistressSignReported-3' }],
      finalDemand: { factId: 'FinalDemandSent-4' },
      touches: [{ factId: 'TouchRecorded-5' }],
    })
    expect(evidence).not.toHaveProperty('lastMoneyOn')
    expect(placementAdvice(evidence, shippedPlacementPolicy).advised).toBe(true)
  })

  it('sees no sign before its day, and none of a kind that admits nothing', () => {
    const facts = of('DistressSignReported')
    expect(placementEvidence(facts, { ...question, on: localDate('2026-01-01') }).admissions).toEqual([])
    expect(placementEvidence(facts, { ...question, admissionKinds: [] }).admissions).toEqual([])
  })

  it('sees no sign before somebody has recorded it', () => {
    const early = { ...question, knownAt: instant('2026-06-01T11:59:59.999Z') }
    expect(placementEvidence(of('DistressSignReported'), early).admissions).toEqual([])
    expect(placementEvidence(of('DistressSignReported'), question).admissions).toHaveLength(1)
  })

  it('takes back what a cancelled return had shown, and its money counts again', () => {
    const [receipt, back, cancelled] = ['ReceiptRecorded', 'ReceiptReturned', 'ReturnCancelled'].map((tag) => {
      const found = oneOfEachFact.find((fact) => fact._tag === tag)
      return { ...found, receiptId: 'R-1' } as unknown as Fact
    })
    if (receipt === undefined || back === undefined || cancelled === undefined) throw new Error('three facts')
    expect(placementEvidence(recorded([receipt, back]), question)).toMatchObject({ bouncedPayments: [{}] })
    expect(placementEvidence(recorded([receipt, back]), question)).not.toHaveProperty('lastMoneyOn')
    const again = placementEvidence(recorded([receipt, back, cancelled]), question)
    expect(again.bouncedPayments).toEqual([])
    expect(again).toHaveProperty('lastMoneyOn')
  })
})
