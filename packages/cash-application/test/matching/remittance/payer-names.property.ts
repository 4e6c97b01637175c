import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addName,
  bankNameThresholds,
  emptyNameIndex,
  nameSimilarity,
  payerByName,
  sameName,
} from '../../../src/index.js'

const word = fc.constantFrom('Westin', 'Western', 'Foods', 'Food', 'Kraft', 'Heinz', 'Süd', 'Aaaa', 'Trading')
const names = fc.array(word, { minLength: 1, maxLength: 4 })
const forms = fc.constantFrom('', ' LLC', ' Inc.', ' GmbH & Co. KG', ' s.a.')

describe('payers by name', () => {
  it('word order, case and legal forms make no difference to a name', () => {
    const shuffled = names.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, forms, forms, names, ([list, other], form, otherForm, third) => {
        const one = list.join(' ') + form
        const two = other.join(' ').toUpperCase() + otherForm
        expect(nameSimilarity(one, two)).toBe(sameName)
        expect(nameSimilarity(one, third.join(' '))).toBe(nameSimilarity(two, third.join(' ')))
      }),
    )
  })

  it('name similarity is the same in both directions', () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        const similarity = nameSimilarity(one.join(' '), other.join(' '))
        expect(similarity).toBe(nameSimilarity(other.join(' '), one.join(' ')))
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(sameName)
      }),
    )
  })

  it('the name index finds what comparing with every name finds', () => {
    const known = fc.array(fc.record({ at: fc.nat(4), name: names }), { maxLength: 12 })
    fc.assert(
      fc.property(known, names, (list, asked) => {
        const index = emptyNameIndex()
        for (const { at, name } of list) addName(index, `c-${at}`, name.join(' '))
        const best = new Map<string, number>()
        for (const { at, name } of list) {
          const similarity = nameSimilarity(name.join(' '), asked.join(' '))
          if (similarity >= bankNameThresholds.least)
            best.set(`c-${at}`, Math.max(similarity, best.get(`c-${at}`) ?? 0))
        }
        const ranked = [...best]
          .map(([customer, perMille]) => ({ customer, perMille }))
          .sort((a, b) => b.perMille - a.perMille || (a.customer < b.customer ? -1 : 1))
        expect(payerByName(index, asked.join(' ')).ranked).toEqual(ranked)
      }),
    )
  })
})
