import { readFileSync } from 'node:fs'
import { it as propertyIt } from '@fast-check/vitest'
import type { Recorded } from '@quittance/kernel'
import {
  addCauseFacts,
  addFacts,
  emptyCauseView,
  emptyLedgerView,
  rootCauses,
  shippedCauseRules,
} from '@quittance/projections'
import type { AccountFact } from '@quittance/receivables'
import { decodeUpstreamMix, numbersFrom, type UpstreamMix, upstreamWorld, type UpstreamWorld } from '@quittance/testkit'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect } from 'vitest'

type Facts = ReadonlyArray<Recorded<AccountFact>>

const even = decodeUpstreamMix(
  JSON.parse(readFileSync(new URL('../../../bench/mixes/causes/even.json', import.meta.url), 'utf8')),
)
const few: UpstreamMix = E.isRight(even) ? { ...even.right, customers: 3, months: 10 } : expect.unreachable()

/** The whole answer about each late invoice, but for its number. */
const answersTo = ({ lastDay }: UpstreamWorld, facts: Facts): ReadonlyMap<string, string> => {
  const ledger = addFacts(emptyLedgerView(), facts)
  const causes = addCauseFacts(emptyCauseView(), facts)
  const at = { asOf: lastDay, knownAt: ledger.latestRecordedAt ?? expect.unreachable() }
  const { rows } = rootCauses({ ledger, causes }, at, shippedCauseRules, { scope: 'late' })
  return new Map(
    rows.map(({ itemId, cause, confidence, tags }) => [
      itemId,
      JSON.stringify({ cause, confidence, tags: tags.map((tag) => [tag.rule, tag.cause, tag.role, tag.confidence]) }),
    ]),
  )
}

const factsOf = ({ accounts }: UpstreamWorld): Facts =>
  accounts.flatMap(({ facts }) => facts).map((fact, index) => ({ ...fact, position: index + 1 }))

const ids = /\b[A-Z]{2}-K-\d+-\d+\b/g

/** Every paper gets a number out of the hat, the same wherever it is named. */
const renumbered = (facts: Facts, seed: number): { readonly facts: Facts; readonly numberOf: Map<string, string> } => {
  const next = numbersFrom(seed)
  const numberOf = new Map<string, string>()
  const stored = JSON.stringify(facts).replace(ids, (id) => {
    const number = numberOf.get(id) ?? `N${next()}-${numberOf.size}`
    numberOf.set(id, number)
    return number
  })
  return { facts: JSON.parse(stored) as Facts, numberOf }
}

describe('root causes of simulated trade', () => {
  propertyIt.prop([fc.nat({ max: 1e6 })], { numRuns: 4 })('are the same when the truth is gone', (seed) => {
    const world = upstreamWorld(seed, few)
    const found = answersTo(world, factsOf(world))
    const facts = JSON.parse(JSON.stringify(factsOf(world))) as Facts
    const truth = world.truth as Map<string, unknown>
    truth.clear()
    expect(answersTo(world, facts)).toEqual(found)
  })

  propertyIt.prop([fc.nat({ max: 1e6 })], { numRuns: 4 })('are the same whatever the papers are numbered', (seed) => {
    const world = upstreamWorld(seed, few)
    const { facts, numberOf } = renumbered(factsOf(world), seed)
    const found = answersTo(world, facts)
    for (const [itemId, answer] of answersTo(world, factsOf(world)))
      expect([itemId, found.get(numberOf.get(itemId) ?? '')]).toEqual([itemId, answer])
  })
})
