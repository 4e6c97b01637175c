import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { decodeCauseRules, shippedCauseRules, shippedRuleFunctions } from '../../src/index.js'

const written = JSON.parse(JSON.stringify(shippedCauseRules)) as typeof shippedCauseRules
const withRules = (...rules: ReadonlyArray<unknown>): unknown => ({ ...written, rules })

describe('a rule set in a file', () => {
  it('a rule set written as JSON is the same when it is read', () => {
    expect(decodeCauseRules(written)).toEqual(E.right(shippedCauseRules))
  })

  it('may say otherwise than a rule does by itself, in whole or in part', () => {
    const own = withRules({ rule: 'late-sending', settings: { moreThanDays: 3 } })
    expect(decodeCauseRules(own)).toEqual(E.right(own))
    const all = withRules(
      ...shippedRuleFunctions.map(({ id, settings }) => ({ rule: id, settings: settings.defaults })),
    )
    expect(decodeCauseRules(all)).toEqual(E.right(all))
  })

  it('is refused with a line for each thing wrong', () => {
    const bad = {
      ...written,
      version: 1.5,
      taxonomy: { ...written.taxonomy, causes: [] },
      threshold: 7,
    }
    expect(decodeCauseRules(bad)).toEqual(
      E.left([
        'version: is 1.5, expected wholeNumber',
        'threshold: a rule set has no such field',
        'taxonomy.causes: there is no "unknown"',
      ]),
    )
    expect(
      decodeCauseRules(
        withRules(
          { rule: 'tea-leaves' },
          { rule: 'late-sending', settings: { moreThenDays: 3, confidence: 101 } },
          { rule: 'goods-late', settings: { moreThanDays: -1 } },
          { rule: 'goods-late' },
        ),
      ),
    ).toEqual(
      E.left([
        'rules.0.rule: there is no rule "tea-leaves"',
        'rules.1.settings.moreThenDays: the rule has no such setting',
        'rules.1.settings.confidence: is 101, expected 1 to 100',
        'rules.2.settings.moreThanDays: is -1, expected 0 or more',
        'rules.3.rule: "goods-late" stands twice',
      ]),
    )
    const codes = { id: 'C', version: 1, causes: { '22': 'moon' } }
    expect(decodeCauseRules({ ...written, codes, words: codes, customerCodes: { 'C-1': codes } })).toEqual(
      E.left([
        'codes.causes.22: "moon" is no cause of the taxonomy',
        'words.causes.22: "moon" is no cause of the taxonomy',
        'customerCodes.C-1.causes.22: "moon" is no cause of the taxonomy',
      ]),
    )
    expect(decodeCauseRules(null)).toMatchObject({ _tag: 'Left' })
  })
})
