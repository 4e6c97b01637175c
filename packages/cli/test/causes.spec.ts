import { shippedCauseRules, shippedCommissionPolicy } from '@quittance/projections'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCausesStory } from './causes-story.js'
import { type Desk, desk } from './run-cli.js'

let at: Desk
let store: string

beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/causes.sqlite`
  await writeCausesStory(store)
})
afterAll(() => at.clear())

const run = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run(...args, '--store', store)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
const golden = (name: string, text: string): void => {
  const file = fileURLToPath(new URL(`./golden/${name}.txt`, import.meta.url))
  if (!existsSync(file) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}
const asOf = ['--as-of', '2026-03-31'] as const

describe('quittance causes', () => {
  it('prints the stages with what each of them cost', async () => {
    golden('causes', await run('causes', ...asOf))
  })

  it('prints departments, products and what was settled late as well', async () => {
    golden(
      'causes-department',
      await run('causes', ...asOf, '--by', 'department', '--scope', 'late', '--weight', 'days'),
    )
    golden('causes-product', await run('causes', ...asOf, '--by', 'product', '--upstream', '--capital', '7.5'))
  })

  it('explains one invoice by its facts', async () => {
    const ids = /\[[^\]]+\]/g
    const text = await run('causes', ...asOf, '--explain', 'INV-1')
    expect(text.match(ids)?.length).toBeGreaterThan(0)
    // How many rules found nothing grows with every new rule.
    golden('causes-explain', text.replace(ids, '[id]').replace(/\d+ other rules/, 'Some other rules'))
    const json = JSON.parse(await run('causes', ...asOf, '--explain', 'INV-1', '--json')) as {
      readonly item: { readonly cause: string }
      readonly facts: ReadonlyArray<{ readonly id: string; readonly tag: string; readonly position: number }>
      readonly positions: ReadonlyArray<number>
    }
    expect(json.item.cause).toBe('pricing_error')
    expect(json.facts.map(({ position }) => position)).toEqual(json.positions)
    for (const { id } of json.facts) expect(text).toContain(`[${id}]`)
  })

  it('says in January what was known in January', async () => {
    expect(await run('causes', ...asOf, '--explain', 'INV-1', '--known-at', '2026-01-06')).toContain(
      'Nothing says why.',
    )
  })

  it('prints the trend, the aging without our errors, and the accuracy of invoices', async () => {
    golden('causes-trend', await run('causes', ...asOf, '--trend', '2026-01-31'))
    golden('causes-without', await run('causes', ...asOf, '--without'))
    golden('causes-accuracy', await run('causes', ...asOf, '--accuracy', '30'))
  })

  it('gives programs the same figures in minor units, with the facts behind them', async () => {
    const { groups } = JSON.parse(await run('causes', ...asOf, '--by', 'rep', '--json')) as {
      readonly groups: ReadonlyArray<Readonly<Record<string, unknown>>>
    }
    expect(groups).toMatchObject([
      { group: 'ann', valueMinor: 800_00, itemIds: ['INV-1'], cumulative: 800_00, total: 1040_00 },
      { group: 'bob', valueMinor: 240_00, cumulative: 1040_00, total: 1040_00 },
    ])
  })

  it('prints only the heaviest groups, with their share of all of them', async () => {
    const text = await run('causes', ...asOf, '--by', 'customer', '--top', '1')
    expect(text).toContain('globex')
    expect(text).toContain('91.3 %')
    expect(text).not.toContain('initech')
  })

  it('takes a rule set of your own, and names what is wrong with it', async () => {
    const rules = shippedCauseRules.rules.filter(({ rule }) => rule !== 'tagged-dispute' && rule !== 'raised-dispute')
    const own = at.write('own.json', JSON.stringify({ ...shippedCauseRules, id: 'own', rules }))
    expect(await run('causes', ...asOf, '--rules', own, '--explain', 'INV-1')).toContain('Nothing says why.')
    expect(await run('commission', ...asOf, '--rules', own)).toContain('ann')
    const wrong = at.write('wrong-rules.json', JSON.stringify({ ...shippedCauseRules, rules: [{ rule: 'moon' }] }))
    const { code, err } = await at.run('causes', '--store', store, '--rules', wrong)
    expect(code).toBe(1)
    expect(err).toContain('not a rule set of causes\n  rules.0.rule: there is no rule "moon"')
  })

  it('says what is wrong with a question', async () => {
    const refused = async (...args: ReadonlyArray<string>): Promise<string> => {
      const { code, out, err } = await at.run('causes', ...args, '--store', store)
      expect({ code: code > 0, out }).toEqual({ code: true, out: '' })
      return err
    }
    expect(await refused('--by', 'moon')).toContain('stage, cause, department, customer, rep, product')
    expect(await refused('--explain', 'INV-9')).toBe('no document INV-9 in the ledger of acme\n')
    expect(await refused('--explain', 'INV-3', '--as-of', '2026-01-31')).toBe(
      'INV-3: nothing was owed under this number on 2026-01-31, or nobody knew of it\n',
    )
    expect(await refused('--capital', 'much')).toContain('Not a percent such as 8 or 7.25.')
    expect(await refused('--accuracy', '-1')).toContain('A whole number from 0.')
    expect(await refused('--trend', 'always')).toContain('--trend always: not a day YYYY-MM-DD')
  })
})

describe('quittance commission', () => {
  it('prints what each representative has earned and lost', async () => {
    golden('commission', await run('commission', ...asOf))
    golden('commission-rep', await run('commission', ...asOf, '--rep', 'bob'))
  })

  it('takes dated terms of your own', async () => {
    const [terms] = shippedCommissionPolicy.terms
    const own = { id: 'own', version: 2, terms: [{ ...terms, from: '2026-01-08', maxCollectionDays: 90 }] }
    const file = at.write('terms.json', JSON.stringify(own))
    const { reps } = JSON.parse(await run('commission', ...asOf, '--policy', file, '--json')) as {
      readonly reps: ReadonlyArray<Readonly<Record<string, unknown>>>
    }
    expect(reps).toMatchObject([
      { salesRepId: 'ann', invoices: 1, outcomes: { 'paid-in-full': { invoices: 1 } } },
      { salesRepId: 'bob', invoices: 2, outcomes: { 'paid-in-full': { invoices: 1 }, open: { invoices: 1 } } },
    ])
    const wrong = at.write('wrong.json', JSON.stringify({ ...own, terms: [{ ...terms, maxCollectionDays: -1 }] }))
    const { code, err } = await at.run('commission', '--store', store, '--policy', wrong)
    expect([code, err]).toEqual([1, expect.stringContaining('terms.0.maxCollectionDays: -1 is below nothing')])
  })
})
