import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runFile } from '../src/index.js'

const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}

const holds = '{id: A, area: terms, given: {date: 2026-01-31, term: {days: 30}}, expect: {due: 2026-03-02}}'
const fails = '{id: B, area: terms, given: {date: 2026-01-31, term: {days: 30}}, expect: {due: 2026-03-01}}'
const waits = '{id: C, area: metrics, given: {}, expect: {dso: 1}}'

describe('runFile', () => {
  it('prints a line for each case and the three counts at the end', () => {
    const { code, out, complaint } = runFile([file('all.yaml', `cases: [${holds}, ${fails}, ${waits}]`)], folder)
    expect({ code, complaint, out: out.split('\n') }).toEqual({
      code: 1,
      complaint: '',
      out: [
        'passed A (terms)',
        'failed B (terms): expect.due: expected 2026-03-01, got 2026-03-02',
        'unsupported C (metrics): unsupported: credit_sales not given',
        '1 passed, 1 failed, 1 unsupported',
        '',
      ],
    })
  })

  it('ends well when nothing failed, whatever is unsupported', () => {
    expect(runFile([file('good.yaml', `cases: [${holds}, ${waits}]`)], folder).code).toBe(0)
  })

  it('prints nothing but the report as JSON when asked', () => {
    const { out } = runFile(['--json', file('json.yaml', `cases: [${holds}, ${fails}]`)], folder)
    expect(JSON.parse(out)).toEqual({
      passed: 1,
      failed: 1,
      unsupported: 0,
      cases: [
        { id: 'A', area: 'terms', outcome: 'passed', why: '' },
        { id: 'B', area: 'terms', outcome: 'failed', why: 'expect.due: expected 2026-03-01, got 2026-03-02' },
      ],
    })
  })

  it('names a bad file and its line in one line of complaint', () => {
    mkdirSync(join(folder, 'dir'))
    const complaints = [
      ['nowhere.yaml'],
      ['dir'],
      [file('broken.yaml', 'cases:\n  - {id: A\n    area: [\n')],
      [file('caseless.yaml', 'meta: {version: 1}\n')],
      [],
    ].map((words) => runFile(words, folder))
    expect(complaints.map(({ code, out }) => [code, out])).toEqual(complaints.map(() => [2, '']))
    expect(complaints.map(({ complaint }) => complaint.trimEnd().split('\n').length)).toEqual([1, 1, 1, 1, 1])
    expect(complaints[0]?.complaint).toBe('nowhere.yaml: there is no such file\n')
    expect(complaints[1]?.complaint).toBe('dir: cannot be read (EISDIR)\n')
    expect(complaints[2]?.complaint).toMatch(/^broken\.yaml:\d+: /)
    expect(complaints[3]?.complaint).toBe('caseless.yaml:1: there is no key "cases"\n')
  })
})
