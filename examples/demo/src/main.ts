/** `npm run demo`: makes the ledger anew, runs the demo, and says what to try next. */
import { CliFailure, processOutput } from '@quittance/cli'
import { mkdirSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nextStepsText } from './next-steps.js'
import { runDemo } from './run-demo.js'

const folder = fileURLToPath(new URL('../.data', import.meta.url))
const csv = fileURLToPath(new URL('../../data/ibm-accounts-receivable.csv', import.meta.url))
const ledger = `${folder}/ledger.sqlite`

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of the pipe has gone (`| head`): nothing is left to say.
  if (error.code === 'EPIPE') process.exit(0)
})

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
try {
  const dispute = await runDemo({ ledger, csv }, processOutput)
  await processOutput.out(nextStepsText(relative(process.cwd(), ledger), dispute))
} catch (error) {
  if (!(error instanceof CliFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.exitCode
}
