import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fullSatisfactionClaim } from '../../src/index.js'

const claims = ['paid in full', 'accord and satisfaction', 'full and final', 'solde de tout compte']
const between = fc.constantFrom(' ', '  ', '-', ', ', '\n', ' / ')
const upper = fc.boolean()

it('case, blanks and punctuation between words hide no claim', () => {
  fc.assert(
    fc.property(fc.constantFrom(...claims), between, upper, fc.nat(99_999), (claim, gap, isUpper, number) => {
      const spaced = claim.split(' ').join(gap)
      const written = isUpper ? spaced.toUpperCase() : spaced
      expect(fullSatisfactionClaim(`INV ${number}. ${written}! Thanks`)).toBe(written)
    }),
  )
})
