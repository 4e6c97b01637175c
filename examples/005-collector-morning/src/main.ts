/** Runs the example in a folder of its own and prints what a collector sees. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collectorMorning } from './collector-morning.js'

const folder = mkdtempSync(join(tmpdir(), 'quittance-collector-'))
try {
  process.stdout.write(await collectorMorning(`${folder}/ledger.sqlite`))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
