// What a plain SQL statement takes to find and note items past due by days. As a script: flat-items.mjs <new file> <accounts>
import { addDays } from '@quittance/kernel'
import { createRequire } from 'node:module'
import { dueDays, quietDay } from './dunning-ledger.mjs'

const [, , file, accounts] = process.argv
const near = createRequire(import.meta.resolve('@quittance/event-store-sqlite'))
const { DatabaseSync } = process.getBuiltinModule?.('node:sqlite') ?? near('@photostructure/sqlite')
const database = new DatabaseSync(file)
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE items (customer TEXT, item TEXT, due_on TEXT, open_minor INTEGER, level INTEGER);
  CREATE TABLE notices (customer TEXT, run_on TEXT, item TEXT, level INTEGER, open_minor INTEGER); BEGIN`)
const insert = database.prepare('INSERT INTO items VALUES (?, ?, ?, ?, ?)')
for (let account = 0; account < Number(accounts); account += 1)
  dueDays(account).forEach((due, no) =>
    insert.run(`C-${account}`, `I-${account}-${no}`, addDays(quietDay, due), 10_000, due < -14 ? 1 : 0),
  )
database.exec('COMMIT')
const note = database.prepare(`INSERT INTO notices SELECT customer, :on, item, level + 1, open_minor FROM items
  WHERE open_minor > 0 AND ((level = 0 AND due_on <= :first) OR (level = 1 AND due_on <= :second))`)
const seconds = [0, 1, 2].map((days) => {
  const on = addDays(quietDay, days)
  const start = performance.now()
  note.run({ on, first: addDays(on, -5), second: addDays(on, -30) })
  return (performance.now() - start) / 1000
})
database.close()
console.log(JSON.stringify({ seconds }))
