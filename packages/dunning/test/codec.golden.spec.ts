import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codecsOf, type Encoded } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { dunningCodecs, type DunningFact } from '../src/index.js'
import { samples } from './samples.js'

const folder = fileURLToPath(new URL('golden', import.meta.url))
const codecs = codecsOf<DunningFact>(dunningCodecs)
const golden = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')

describe('the written form of facts', () => {
  for (const fact of Object.values(samples) as ReadonlyArray<DunningFact>) {
    it(`of ${fact._tag} is what it was when version 1 was released`, () => {
      const text = golden(`${fact._tag}.v1.json`)
      expect(`${JSON.stringify(codecs.encode(fact), null, 2)}\n`).toBe(text)
      expect(codecs.decode(JSON.parse(text) as Encoded)).toEqual(E.right(fact))
    })
  }

  it('the golden file of every version still decodes', () => {
    const files = readdirSync(folder)
    expect(files.length).toBeGreaterThanOrEqual(codecs.types.length)
    for (const file of files) {
      const [tag, version] = file.split('.')
      const stored = JSON.parse(golden(file)) as Encoded
      expect([stored.type, `v${stored.schemaVersion}`]).toEqual([`dunning.${tag}`, version])
      expect(codecs.decode(stored)).toMatchObject({ _tag: 'Right', right: { _tag: tag, on: stored.effectiveOn } })
    }
  })
})
