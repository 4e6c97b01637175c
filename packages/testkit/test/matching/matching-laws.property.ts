import { describe, expect, it } from 'vitest'
import { type MatchingLaw, matchingLaws, type MatchingRules } from '../../src/index.js'
import { brokenBy, lawsWithoutBrokenRules } from './broken-rules.js'
import { ownRules } from './own-rules.js'
import { evidence, exact, oldest, patient, reconciled, tolerant } from './rule-sets.js'

const oldestFirst = 'no item is paid while an older one stays open'
const noPart = 'all of a payment or nothing, and what it pays is closed to the cent'

/** Laws that rules do not keep and do not claim to, and why. */
interface Held {
  readonly rules: MatchingRules
  readonly runs: number
  readonly not: Readonly<Record<string, string>>
}

const reconciling: Held['not'] = {
  [oldestFirst]: 'it pays what is named, then what fits',
  [noPart]: 'what is named is paid in part where it is short',
  'ids renamed at will change only which twin is taken':
    'its order of items ends with the id, and the last item is paid in part',
  'day by day gives what all days at once give': 'what is named goes first, whatever the day',
  'no explanation stands beside itself, nor beside its twin': 'a person chooses among items, one by one',
}

const held: Readonly<Record<string, Held>> = {
  'decisions by evidence': { rules: evidence, runs: 30, not: { [oldestFirst]: 'it pays what the payer meant' } },
  'the exact rules of AutoCash': {
    rules: exact,
    runs: 100,
    not: {
      [oldestFirst]: 'they pay what fits',
      'no explanation stands beside itself, nor beside its twin':
        'the combinations of a person to choose from are items, one by one',
    },
  },
  'the oldest first': {
    rules: oldest,
    runs: 100,
    not: {
      [noPart]: 'its option is to pay the last item in part',
      'one more item, larger than the payment, never turns one set into another':
        'what was left over pays a part of it',
      'one of two items of an amount is taken only with a stated tie-break':
        'the older one is what the rule is called after',
    },
  },
  'decisions by evidence that bear differences': {
    rules: patient,
    runs: 20,
    not: { [oldestFirst]: 'it pays what the payer meant' },
  },
  'a reconciliation model': { rules: reconciled, runs: 40, not: reconciling },
  'a reconciliation model with tolerances': { rules: tolerant, runs: 40, not: reconciling },
  'rules of your own': { rules: ownRules(), runs: 40, not: { [oldestFirst]: 'they pay what fits' } },
}

/** That a law can be broken is shown by one question, so these are the same ones every time. */
const seed = 7

const verdict = (law: MatchingLaw, { rules, runs }: Held): unknown => law.holds(rules, undefined, { runs })

describe('the laws of matching', () => {
  for (const [name, one] of Object.entries(held))
    describe(`are kept by ${name}`, () => {
      for (const law of matchingLaws.filter((each) => one.not[each.name] === undefined))
        it(law.name, () => {
          expect(verdict(law, one)).toEqual({ _tag: 'Holds', runs: one.runs })
        })
    })

  it('are not kept where it is said that they are not', () => {
    for (const one of Object.values(held))
      for (const law of matchingLaws.filter((each) => one.not[each.name] !== undefined))
        expect([law.name, law.holds(one.rules, undefined, { runs: 1000, seed })._tag]).toEqual([law.name, 'Broken'])
  })

  it('can each be broken, by a habit that is met in the field', () => {
    expect(lawsWithoutBrokenRules).toEqual([])
    for (const law of matchingLaws) {
      const { habit, rules } = brokenBy[law.name] ?? expect.fail(law.name)
      expect([habit, law.holds(rules, undefined, { runs: 5000, seed })._tag]).toEqual([habit, 'Broken'])
    }
  })

  it('have names of their own, and numbers between 1 and 45', () => {
    expect(new Set(matchingLaws.map(({ name }) => name)).size).toBe(matchingLaws.length)
    for (const { number } of matchingLaws) expect(number === 'P-16' || (number >= 1 && number <= 45)).toBe(true)
  })
})
