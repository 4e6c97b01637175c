import { localDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  autoCashMatcher,
  decodeRuleSet,
  diffDecisions,
  emptyRegistry,
  evidenceMatcher,
  evidenceRuleSet,
  exactAutoCash,
  findMatcher,
  type Matcher,
  matcherNames,
  matcherFaults,
  matcherOf,
  type MatcherRegistry,
  type MatchQuestion,
  planFaults,
  registerMatcher,
  shippedMatchers,
  storeDecisions,
  verifyStored,
} from '../../../src/index.js'

const invoice = (itemId: string, openMinor: number): MatchQuestion['items'][number] => ({
  itemId,
  openMinor,
  on: localDate('2026-01-02'),
  dueOn: localDate('2026-02-01'),
  identifiers: [itemId],
})

const question = (amountMinor: number, ...items: MatchQuestion['items']): MatchQuestion => ({
  payments: [{ paymentId: 'P-1', amountMinor, receivedOn: localDate('2026-02-03'), text: '' }],
  items,
})

const must = (registry: MatcherRegistry, matcher: Matcher): MatcherRegistry => {
  const registered = registerMatcher(registry, matcher)
  if (E.isLeft(registered)) throw new Error(registered.left._tag)
  return registered.right
}

const silent = (version: number, say: string): Matcher => matcherOf({ id: 'own', version, say }, () => [])

describe('a registry of rule sets', () => {
  it('finds a rule set by id and version, and by its whole name', () => {
    const registry = must(must(emptyRegistry, silent(2, 'b')), silent(1, 'a'))
    expect(matcherNames(registry)).toEqual([silent(1, 'a').name, silent(2, 'b').name])
    expect(findMatcher(registry, 'own@2')?.ruleSet).toMatchObject({ say: 'b' })
    expect(findMatcher(registry, silent(1, 'a').name)?.ruleSet).toMatchObject({ say: 'a' })
    expect(findMatcher(registry, silent(1, 'other').name)).toBeUndefined()
    expect(findMatcher(registry, 'own@3')).toBeUndefined()
  })

  it('refuses a version that is there with other data, and takes the same once more', () => {
    const registry = must(emptyRegistry, silent(1, 'a'))
    expect(registerMatcher(registry, silent(1, 'other'))).toEqual(
      E.left({ _tag: 'VersionTaken', name: silent(1, 'other').name, held: silent(1, 'a').name }),
    )
    expect(registerMatcher(registry, silent(1, 'a'))).toEqual(E.right(registry))
  })

  it('refuses a name that is not that of the data', () => {
    const tampered = { ...silent(1, 'a'), ruleSet: { id: 'own', version: 1, say: 'b' } }
    expect(registerMatcher(emptyRegistry, tampered)).toMatchObject(E.left({ _tag: 'NameOfOtherData' }))
  })

  it.each([
    ['', 1],
    ['a@b', 1],
    ['a#b', 1],
    ['a b', 1],
    ['own', 0],
    ['own', 1.5],
  ])('refuses the name %j in version %j', (id, version) => {
    expect(
      registerMatcher(
        emptyRegistry,
        matcherOf({ id, version }, () => []),
      ),
    ).toMatchObject(E.left({ _tag: 'UnusableName' }))
  })

  it('comes with rule sets whose names are those of their data', () => {
    for (const matcher of shippedMatchers.matchers)
      expect(registerMatcher(shippedMatchers, matcher)).toEqual(E.right(shippedMatchers))
    expect(matcherNames(shippedMatchers).map((name) => name.split('#')[0])).toEqual([
      'autocash-exact@1',
      'evidence@1',
      'reconcile-model@1',
    ])
  })
})

describe('stored decisions', () => {
  const asked = question(100_00, invoice('A', 100_00), invoice('B', 71_30))

  it('stand while their rule set is registered, and are unknown without it', () => {
    const stored = storeDecisions(evidenceMatcher(evidenceRuleSet), asked)
    expect(verifyStored(shippedMatchers, stored)).toEqual({ _tag: 'Stands' })
    expect(verifyStored(emptyRegistry, stored)).toEqual({ _tag: 'UnknownRuleSet', ruleSet: stored.ruleSet })
  })

  it('differ when somebody changed them', () => {
    const stored = storeDecisions(autoCashMatcher(exactAutoCash), asked)
    expect(verifyStored(shippedMatchers, { ...stored, decisions: [] })).toMatchObject({ _tag: 'Differs' })
  })
})

describe('what a new version would change', () => {
  it('is listed by question and payment, with the answer before and after', () => {
    const corpus = [question(100_00, invoice('A', 100_00)), question(50_00, invoice('A', 100_00))]
    const oldest = autoCashMatcher({
      ...exactAutoCash,
      version: 2,
      rules: ['apply-to-oldest-first'],
      options: { ...exactAutoCash.options, partial: true },
    })
    const changed = diffDecisions(autoCashMatcher(exactAutoCash), oldest, corpus)
    expect(changed.map(({ question: at, before, after }) => [at, before?._tag, after?._tag])).toEqual([
      [0, 'Apply', 'Apply'],
      [1, 'None', 'Apply'],
    ])
  })
})

describe('AutoCash as a matcher', () => {
  const matcher = autoCashMatcher({
    ...exactAutoCash,
    id: 'charged',
    options: { ...exactAutoCash.options, lateCharges: true },
  })

  it('asks for a late charge as a charge of its own, on top of the item', () => {
    const asked = question(105_00, { ...invoice('A', 100_00), lateChargeMinor: 5_00 })
    expect(matcher.decide(asked)).toEqual([
      {
        paymentId: 'P-1',
        answer: {
          _tag: 'Apply',
          by: 'match-payment-with-invoice',
          plan: {
            lines: [{ itemId: 'A', cashMinor: 100_00, differences: [], openMinor: 0 }],
            charges: [{ itemId: 'A', kind: 'late-charge', amountMinor: 5_00 }],
            pennyMinor: 0,
            remainderMinor: 0,
            remainder: 'unapplied',
          },
        },
      },
    ])
  })

  it('leaves a payment that claims to settle everything to a person', () => {
    const asked = question(100_00, invoice('A', 100_00))
    const claimed = asked.payments.map((payment) => ({ ...payment, fullSatisfactionClaimed: 'in full' }))
    expect(matcher.decide({ ...asked, payments: claimed })).toMatchObject([
      { answer: { _tag: 'Ambiguous', because: 'full-satisfaction' } },
    ])
  })

  it('gives a second payment only what the first left open', () => {
    const asked = question(100_00, invoice('A', 100_00))
    const twice = [...asked.payments, ...asked.payments.map((payment) => ({ ...payment, paymentId: 'P-2' }))]
    expect(matcher.decide({ ...asked, payments: twice }).map(({ answer }) => answer._tag)).toEqual(['Apply', 'None'])
  })
})

describe('a rule set out of JSON', () => {
  const written = { kind: 'autocash', ...exactAutoCash }

  it('names the field that is wrong, the one that is missing and the one that nobody reads', () => {
    const bad = { ...written, version: 'one', options: { ...exactAutoCash.options, partial: undefined } }
    expect(decodeRuleSet(bad)).toEqual(
      E.left({
        _tag: 'BadFields',
        kind: 'autocash',
        errors: ['version: is "one", expected wholeNumber', 'options.partial: is missing, expected boolean'],
      }),
    )
    const misspelt = { ...written, options: { ...exactAutoCash.options, partail: true } }
    expect(decodeRuleSet(misspelt)).toEqual(
      E.left({ _tag: 'BadFields', kind: 'autocash', errors: ['options.partail: no such field'] }),
    )
    expect(decodeRuleSet({ ...written, rules: ['guess'] })).toMatchObject(
      E.left({ errors: [expect.stringMatching(/^rules\.0: is "guess", expected/)] }),
    )
  })

  it.each([[null], ['text'], [{}], [{ kind: 'guess' }]])('of no known kind (%j) says which kinds there are', (json) => {
    expect(decodeRuleSet(json)).toMatchObject(
      E.left({ _tag: 'UnknownKind', known: ['autocash', 'evidence', 'reconcile-model'] }),
    )
  })
})

describe('the laws of plans, as a check', () => {
  const [payment] = question(100_00).payments
  const open = [invoice('A', 100_00), invoice('C', -20_00)]
  const whole = { lines: [], pennyMinor: 0, remainderMinor: 100_00, remainder: 'unapplied' } as const
  const faults = (more: object): ReadonlyArray<string> =>
    payment === undefined ? [] : planFaults(payment, open, { ...whole, ...more }).map(({ law }) => law)

  it('finds nothing wrong with money left where it is', () => {
    expect(faults({})).toEqual([])
  })

  it.each([
    ['the parts are the payment', { remainderMinor: 99_99 }],
    ['whole minor units', { remainderMinor: 99.5, pennyMinor: 0.5 }],
    ['nothing crosses zero', { remainderMinor: 101_00, pennyMinor: -1_00 }],
    [
      'items that are open',
      { remainderMinor: 0, lines: [{ itemId: 'X', cashMinor: 100_00, differences: [], openMinor: 0 }] },
    ],
    [
      'the parts are what was open',
      { remainderMinor: 10_00, lines: [{ itemId: 'A', cashMinor: 90_00, differences: [], openMinor: 0 }] },
    ],
    [
      'nothing crosses zero',
      { remainderMinor: 120_00, lines: [{ itemId: 'A', cashMinor: -20_00, differences: [], openMinor: 120_00 }] },
    ],
    [
      'nothing crosses zero',
      { remainderMinor: 130_00, lines: [{ itemId: 'C', cashMinor: -30_00, differences: [], openMinor: 10_00 }] },
    ],
    [
      'each item once',
      {
        remainderMinor: 0,
        lines: [
          { itemId: 'A', cashMinor: 50_00, differences: [], openMinor: 50_00 },
          { itemId: 'A', cashMinor: 50_00, differences: [], openMinor: 50_00 },
        ],
      },
    ],
  ])('finds that a plan breaks: %s', (law, more) => {
    expect(faults(more)).toContain(law)
  })

  it('finds a rule set that answers by the order of its items', () => {
    const first = matcherOf({ id: 'first', version: 1 }, ({ payments, items }) =>
      payments.map(({ paymentId, amountMinor }) => {
        const lines = items.slice(0, 1).map(({ itemId, openMinor }) => ({
          itemId,
          cashMinor: amountMinor,
          differences: [],
          openMinor: openMinor - amountMinor,
        }))
        return {
          paymentId,
          answer: { _tag: 'Apply', by: 'first', plan: { ...whole, lines, remainderMinor: 0 } },
        }
      }),
    )
    expect(matcherFaults(first, question(50_00, invoice('A', 100_00), invoice('B', 100_00)))).toEqual([
      { law: 'the order of payments and items changes nothing' },
    ])
  })
})
