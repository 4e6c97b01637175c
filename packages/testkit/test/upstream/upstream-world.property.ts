import { it as propertyIt } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  auditLaws,
  customerTroubleKinds,
  customerTroubles,
  upstreamErrorKinds,
  upstreamErrors,
  upstreamWorld,
  type UpstreamWorld,
} from '../../src/index.js'
import { few, fixedMix, flawless } from './mixes.js'

const countKinds = ({ truth }: UpstreamWorld): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { kind } of truth.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

const invoicesOf = (world: UpstreamWorld): ReadonlyArray<string> =>
  world.accounts.flatMap(({ facts }) =>
    facts.flatMap(({ fact }) => (fact._tag === 'InvoiceIssued' ? [fact.documentId] : [])),
  )

describe('simulated trade', () => {
  propertyIt.prop([fc.nat({ max: 1e6 })], { numRuns: 5 })('the same seed makes the same world of trade', (seed) => {
    const [one, other] = [upstreamWorld(seed, few), upstreamWorld(seed, few)]
    expect(other.accounts).toEqual(one.accounts)
    expect([...other.truth]).toEqual([...one.truth])
  })

  propertyIt.prop([fc.nat({ max: 1e6 })], { numRuns: 8 })('its accounts hold every law of an account', (seed) => {
    for (const { facts } of upstreamWorld(seed, few).accounts)
      for (const law of auditLaws) expect([law.name, law.holds(facts)]).toEqual([law.name, true])
  })

  propertyIt.prop([fc.nat({ max: 1e6 })], { numRuns: 5 })('its truth is about invoices that were issued', (seed) => {
    const world = upstreamWorld(seed, few)
    const issued = new Set(invoicesOf(world))
    for (const [documentId, { cause, kind, isOurs }] of world.truth) {
      expect(issued.has(documentId)).toBe(true)
      expect(cause).toBe({ ...upstreamErrors, ...customerTroubles }[kind])
      expect(isOurs).toBe(kind in upstreamErrors)
    }
  })

  it('has every error and every trouble of its mix, about as often as the mix says', () => {
    const mix = fixedMix('even')
    const world = upstreamWorld(5, mix)
    const kinds = countKinds(world)
    const orders = (mix.customers * mix.months * mix.ordersPerYear) / 12
    for (const kind of upstreamErrorKinds) {
      const expected = (orders * mix.errors[kind]) / 1000
      // Three times the spread of a rare event, and invoices that were billed again.
      expect(Math.abs((kinds.get(kind) ?? 0) - expected)).toBeLessThan(3 * Math.sqrt(expected) + expected / 3)
    }
    for (const kind of customerTroubleKinds) expect(kinds.get(kind)).toBeGreaterThan(0)
  })

  it('has only the error that a mix names', () => {
    const world = upstreamWorld(3, { ...flawless, errors: { ...flawless.errors, price: 500 } })
    expect([...countKinds(world).keys()]).toEqual(['price'])
  })

  it('has no truth to tell where nothing goes wrong', () => {
    expect(upstreamWorld(3, flawless).truth.size).toBe(0)
  })

  it('is another world from another seed', () => {
    expect(upstreamWorld(4, few).accounts).not.toEqual(upstreamWorld(3, few).accounts)
  })
})

describe('the truth about simulated trade', () => {
  const world = upstreamWorld(11, few)

  it('is in no number: each kind of paper is counted from one, whatever became of it', () => {
    for (const { customer, facts } of world.accounts) {
      const issued = facts.flatMap(({ fact }) => (fact._tag === 'InvoiceIssued' ? [fact.documentId] : []))
      expect(issued).toEqual(issued.map((_, index) => `RE-${customer}-${index + 1}`))
    }
  })

  it('is in no word and no field: facts are all that their JSON says, and it has none of the words of the truth', () => {
    for (const { facts } of world.accounts) {
      const stored = JSON.stringify(facts)
      expect(JSON.parse(stored)).toEqual(facts)
      expect(stored).not.toMatch(/isOurs|tracedOn|wrongProduct|lateGoods|wrongPo|lateInvoice|wrongAddress/)
      expect(stored).not.toMatch(/cashMisapplied|cashPostedLate|cashLeftLying|cashFlow|lateDiscount|lookAlike/)
    }
  })

  it('gives invoices the same fields, right or wrong', () => {
    const fields = (documents: (documentId: string) => boolean): ReadonlySet<string> =>
      new Set(
        world.accounts.flatMap(({ facts }) =>
          facts.flatMap(({ fact }) =>
            fact._tag === 'InvoiceIssued' && documents(fact.documentId)
              ? [...Object.keys(fact), ...Object.keys(fact.attributes ?? {}).map((key) => `attributes.${key}`)]
              : [],
          ),
        ),
      )
    const right = fields((documentId) => !world.truth.has(documentId))
    expect([...fields((documentId) => world.truth.has(documentId))].filter((field) => !right.has(field))).toEqual([])
  })
})
