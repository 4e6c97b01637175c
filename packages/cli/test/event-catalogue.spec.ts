import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { accountCodecs, policyCodecs } from '@quittance/receivables'
import { describe, expect, it } from 'vitest'

const textOf = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), 'utf8')

const catalogue = textOf('docs/event-catalogue.md')
const sections = new Map(
  catalogue
    .split(/^### /m)
    .map((section) => [section.slice(0, section.indexOf('\n')), section.split(/^## /m)[0] ?? '']),
)
const source = [
  'packages/receivables/src/account/life.ts',
  'packages/receivables/src/runs/events.ts',
  'packages/invoicing/src/events.ts',
  'packages/cash-application/src/events.ts',
  'packages/invoicing/src/events/upstream.ts',
  'packages/cash-application/src/events/differences.ts',
  'packages/cash-application/src/events/remittance.ts',
  'packages/cash-application/src/model.ts',
  'packages/promises-to-pay/src/events.ts',
  'packages/promises-to-pay/src/model.ts',
  'packages/dunning/src/events.ts',
  'packages/dunning/src/events/notices.ts',
  'packages/dunning/src/events/escalations.ts',
  'packages/dunning/src/events/charges.ts',
  'packages/dunning/src/model.ts',
  'packages/invoicing/src/model.ts',
]
  .map(textOf)
  .join('\n')

/** The fields that an interface declares, with `?` where they may be absent; the document body has a section of its own. */
const fieldsOf = (name: string): ReadonlyArray<string> => {
  const declared = new RegExp(`^(?:export )?interface ${name}(?:<[^>]*>)?( extends [^{]*)? \\{(.*?)^}`, 'ms').exec(
    source,
  )
  const parents =
    (declared?.[1] ?? '').match(/\b(?:Base|OfPromise|OfDunning|TakenBack|ReleasedApplication|VerdictProof)\b/g) ?? []
  const own = [...(declared?.[2] ?? '').matchAll(/^ {2}readonly (\w+)(\??):/gm)].map(
    ([, field, absent]) => `${field}${absent}`,
  )
  return [...parents.flatMap(fieldsOf), ...own].filter((field) => field !== '_tag' && field !== 'on')
}

const types = [...accountCodecs.types, ...policyCodecs.types]

describe('the event catalogue', () => {
  it.each(types)('has %s with its day and every field', (type) => {
    const section = sections.get(type) ?? ''
    expect(section).toMatch(/^Day: /m)
    const tag = type.slice(type.indexOf('.') + 1)
    expect(fieldsOf(tag)).not.toEqual([])
    expect(fieldsOf(tag).filter((field) => !section.includes(`\`${field}\``))).toEqual([])
  })

  it('names no fact that the code does not know', () => {
    expect([...sections.keys()].filter((name) => name.includes('.') && !name.includes(' '))).toEqual(types)
  })

  it('names every field of a document that facts share', () => {
    const fields = fieldsOf('DocumentBody').map((field) => `\`${field}\``)
    expect(fields.length).toBeGreaterThan(5)
    expect(fields.filter((field) => !catalogue.includes(field))).toEqual([])
  })
})
