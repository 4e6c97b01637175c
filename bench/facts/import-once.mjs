// One import in a process of its own: import-once.mjs <csv> <new sqlite file>; prints what it took.
import { importFile } from '@quittance/cli'
import { openedStore } from './fill-ledger.mjs'

const [, , csv, file] = process.argv
const startUp = performance.now()
const quiet = { err: { isTTY: false, write: () => true }, out: () => Promise.resolve() }
const options = { profile: 'ibm-ar', store: `sqlite:${file}`, onError: 'stop' }
const start = performance.now()
const { invoices, receipts, factsRecorded, accounts } = await importFile('invoices', csv, options, quiet)
const milliseconds = performance.now() - start

const store = openedStore(file, 'NORMAL')
let bytes = 0
store.scanContent(0, ({ dataText }) => void (bytes += dataText.length))
await store.close()
const meanBytes = Math.round(bytes / factsRecorded)
console.log(JSON.stringify({ milliseconds, startUp, invoices, receipts, factsRecorded, accounts, meanBytes }))
