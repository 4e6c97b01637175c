import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whyTheyDoNotPay } from '../src/index.js'

const transcript = fileURLToPath(new URL('../transcript.txt', import.meta.url))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-causes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('why they do not pay', () => {
  it('prints what the transcript shows', async () => {
    expect(await whyTheyDoNotPay(`sqlite:${folder}/ledger.sqlite`)).toBe(readFileSync(transcript, 'utf8'))
  })
})
