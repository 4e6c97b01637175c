// The IBM sample ledger, 2,466 invoices with their settlements, brought into a new SQLite file by the command line tool's own import.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cost, missing } from './measure/figure.mjs'
import { inOwnProcess } from './measure/child.mjs'
import { median } from './measure/rounds.mjs'
import { inScratchFolder } from './measure/scratch.mjs'

const folders = ['../examples/data', '../../shared/data/invoices/ibm']

const isLedger = (file) => file.endsWith('.csv') && readFileSync(file, 'utf8').startsWith('countryCode,customerID,')

const ledgerFile = () => {
  for (const folder of folders) {
    const path = fileURLToPath(new URL(folder, import.meta.url))
    if (!existsSync(path)) continue
    const file = readdirSync(path, { recursive: true })
      .map((name) => join(path, name))
      .filter((name) => statSync(name).isFile())
      .find(isLedger)
    if (file !== undefined) return file
  }
  return undefined
}

/** Run it: each round in a process of its own, so that each import is the first thing its process does. */
export const run = async ({ size, file = ledgerFile() }) => {
  const name = 'import with settlements, after start-up'
  if (file === undefined)
    return { results: [missing(name, 'no IBM ledger in examples/data; name one by --file')], rivals: [] }
  const runs = await inScratchFolder(async (folder) => {
    const done = []
    for (let round = 0; round < Math.max(size(7), 3); round += 1) {
      const store = join(folder, `${round}.sqlite`)
      done.push(JSON.parse(await inOwnProcess('facts/import-once.mjs', [file, store])))
    }
    return done
  })
  const [{ invoices, receipts, factsRecorded, accounts, meanBytes }] = runs
  const note = `${invoices} invoices and ${receipts} receipts in ${accounts} accounts, ${factsRecorded} facts of ${meanBytes} bytes on average, SQLite at FULL; each round a new process`
  return {
    results: [
      cost(name, median(runs.map((one) => one.milliseconds)), 'ms', { goal: 1000, rounds: runs.length, note }),
      cost('start-up before it: loading the modules', median(runs.map((one) => one.startUp)), 'ms', {
        rounds: runs.length,
      }),
    ],
    rivals: [],
  }
}
