import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collectorMorning } from '../src/index.js'

const transcript = fileURLToPath(new URL('../transcript.txt', import.meta.url))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-collector-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe("a collector's morning", () => {
  it('prints what the transcript shows', async () => {
    const printed = await collectorMorning(`${folder}/ledger.sqlite`)
    if (!existsSync(transcript) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(transcript, printed)
    expect(printed).toBe(readFileSync(transcript, 'utf8'))
  })
})
