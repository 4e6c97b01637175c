import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Encoded } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { accountCodecs, type AccountLifeFact, policyCodecs, type PolicyFact } from '../src/index.js'
import { policySamples, samples } from './samples.js'

const folder = fileURLToPath(new URL('golden', import.meta.url))
const golden = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')

describe('the written form of facts', () => {
  for (const fact of Object.values(samples) as ReadonlyArray<AccountLifeFact>) {
    it(`of ${fact._tag} is what it was when version 1 was released`, () => {
      const text = golden(`${fact._tag}.v1.json`)
      expect(`${JSON.stringify(accountCodecs.encode(fact), null, 2)}\n`).toBe(text)
      expect(accountCodecs.decode(JSON.parse(text) as Encoded)).toEqual(E.right(fact))
    })
  }

  for (const fact of Object.values(policySamples) as ReadonlyArray<PolicyFact>) {
    it(`of ${fact._tag} is what it was when version 1 was released`, () => {
      const text = golden(`${fact._tag}.v1.json`)
      expect(`${JSON.stringify(policyCodecs.encode(fact), null, 2)}\n`).toBe(text)
      expect(policyCodecs.decode(JSON.parse(text) as Encoded)).toEqual(E.right(fact))
    })
  }

  it('the golden file of every version still decodes', () => {
    const files = readdirSync(folder)
    expect(files.length).toBeGreaterThanOrEqual(5)
    for (const file of files) {
      const [tag, version] = file.split('.')
      const stored = JSON.parse(golden(file)) as Encoded
      expect([stored.type, `v${stored.schemaVersion}`]).toEqual([`receivables.${tag}`, version])
      const codecs = policyCodecs.types.includes(stored.type) ? policyCodecs : accountCodecs
      expect(codecs.decode(stored)).toMatchObject({
        _tag: 'Right',
        right: { _tag: tag, on: stored.effectiveOn },
      })
    }
  })
})
