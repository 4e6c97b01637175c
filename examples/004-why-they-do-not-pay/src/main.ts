/** Runs the example in a folder of its own and prints what its reader sees. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { whyTheyDoNotPay } from './why-they-do-not-pay.js'

const folder = mkdtempSync(join(tmpdir(), 'quittance-causes-'))
try {
  process.stdout.write(await whyTheyDoNotPay(`sqlite:${folder}/ledger.sqlite`))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
