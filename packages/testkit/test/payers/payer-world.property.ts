import { it as propertyIt } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditLaws, type PayerClass, payerClasses, type PayerMix, payerWorld } from '../../src/index.js'

const few: PayerMix = {
  name: 'few',
  payers: { honest: 1, unlucky: 1, stretching: 1, 'promise-breaking': 1, 'seller-caused': 1 },
  months: 6,
  brokenPerMille: 650,
  partlyKeptPerMille: 100,
  carelessPerMille: 30,
  sellerErrorPerMille: 600,
}

describe('simulated payers', () => {
  propertyIt.prop([fc.nat({ max: 1e6 })], { numRuns: 5 })('the same seed makes the same world', (seed) => {
    const [one, other] = [payerWorld(seed, few), payerWorld(seed, few)]
    expect(other.accounts).toEqual(one.accounts)
    expect([...other.truth]).toEqual([...one.truth])
  })

  propertyIt.prop([fc.nat({ max: 1e6 })], { numRuns: 10 })('their accounts hold every law of an account', (seed) => {
    for (const { facts } of payerWorld(seed, few).accounts)
      for (const law of auditLaws) expect([law.name, law.holds(facts)]).toEqual([law.name, true])
  })

  it('are as many of each class as the mix says, and only the truth knows which', () => {
    const world = payerWorld(7, { ...few, payers: { ...few.payers, honest: 3, unlucky: 0 } })
    const count = (payerClass: PayerClass): number =>
      [...world.truth.values()].filter((one) => one === payerClass).length
    expect(payerClasses.map(count)).toEqual([3, 0, 1, 1, 1])
    expect(JSON.stringify(world.accounts)).not.toMatch(/honest|stretching|promise-breaking|seller-caused/)
  })
})
