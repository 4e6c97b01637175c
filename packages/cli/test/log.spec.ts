import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const extract = fileURLToPath(new URL('./data/ibm-extract.csv', import.meta.url))
let at: Desk
let store: string
let log: string
beforeEach(async () => {
  at = desk()
  store = `sqlite:${at.folder}/ledger.sqlite`
  await at.run('import', 'invoices', extract, '--profile', 'ibm-ar', '--store', store)
  log = (await at.run('log', 'export', '--store', store)).out
})
afterEach(() => at.clear())

const copy = (): string => `sqlite:${at.folder}/copy.sqlite`

describe('the log', () => {
  it('comes back byte for byte', async () => {
    const file = at.write('a.jsonl', log)
    expect((await at.run('log', 'import', file, '--store', copy())).code).toBe(0)
    expect((await at.run('log', 'export', '--store', copy())).out).toBe(log)
  })

  it('comes back with the moments of import when they are asked for', async () => {
    const full = (await at.run('log', 'export', '--store', store, '--with-imported-at')).out
    expect(full).toContain('"importedAt"')
    await at.run('log', 'import', at.write('a.jsonl', full), '--store', copy())
    expect((await at.run('log', 'export', '--store', copy(), '--with-imported-at')).out).toBe(full)
  })

  it('gives the same reports from memory as from the store', async () => {
    const file = at.write('a.jsonl', log)
    const args = ['aging', '--as-of', '2012-12-31', '--json', '--store']
    expect((await at.run(...args, `memory:${file}`)).out).toBe((await at.run(...args, store)).out)
  })

  it('adds nothing the second time, and the rest where it had only a part', async () => {
    const lines = log.trimEnd().split('\n')
    const part = at.write('part.jsonl', `${lines.slice(0, 50).join('\n')}\n`)
    const whole = at.write('whole.jsonl', log)
    await at.run('log', 'import', part, '--store', copy())
    expect((await at.run('log', 'import', whole, '--store', copy())).out).toContain(`${lines.length - 50} recorded`)
    expect((await at.run('log', 'import', whole, '--store', copy())).out).toContain('nothing new')
    expect((await at.run('log', 'export', '--store', copy())).out).toBe(log)
  })

  it.each([
    [
      'an unknown type',
      (text: string) => text.replace('invoicing.InvoiceIssued', 'invoicing.InvoiceEaten'),
      ':1: type: invoicing.InvoiceEaten is not a type this version knows',
    ],
    [
      'a newer schema',
      (text: string) => text.replace('"schemaVersion":1', '"schemaVersion":9'),
      'has a newer schema version',
    ],
    [
      'a broken amount',
      (text: string) => text.replace(/"grossMinor":\d+/, '"grossMinor":1.5'),
      'totals.grossMinor: is 1.5, expected wholeNumber',
    ],
    ['a cut line', (text: string) => text.slice(0, -20), 'line: is not a JSON object'],
    ['a missing field', (text: string) => text.replace('"actor":"import",', ''), ':1: actor: is not a text'],
    [
      'a strange day',
      (text: string) => text.replace(/"effectiveOn":"[^"]+"/, '"effectiveOn":"2012-02-31"'),
      'effectiveOn: is not a day',
    ],
  ])('refuses %s by line and field, and writes nothing', async (_, harm, message) => {
    const file = at.write('bad.jsonl', harm(log))
    const { code, err } = await at.run('log', 'import', file, '--store', copy())
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect((await at.run('log', 'export', '--store', copy())).out).toBe('')
  })

  it('refuses a log whose history differs from what the store has', async () => {
    const lines = log.trimEnd().split('\n')
    await at.run('log', 'import', at.write('a.jsonl', log), '--store', copy())
    const forked = (lines[0] as string).replace(/"id":"[^"]+"/, '"id":"00000000-0000-5000-8000-000000000000"')
    const { code, err } = await at.run('log', 'import', at.write('b.jsonl', `${forked}\n`), '--store', copy())
    expect(code).toBe(1)
    expect(err).toContain('has another history from revision 0 on')
  })
})
