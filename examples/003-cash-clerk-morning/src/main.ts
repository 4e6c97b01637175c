/** Runs the example in a folder of its own and prints what a clerk sees. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cashClerkMorning } from './cash-clerk-morning.js'

const folder = mkdtempSync(join(tmpdir(), 'quittance-morning-'))
try {
  process.stdout.write(await cashClerkMorning(`${folder}/ledger.sqlite`))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
