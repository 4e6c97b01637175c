// Figures of the store on this machine: `node bench/figures.mjs [facts]` after a build. Prints one line a figure.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { any } from '@quittance/event-store'
import { openSqliteEventStore } from '@quittance/event-store-sqlite'

const facts = Number(process.argv[2] ?? 200_000)
const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))
const opened = (name, synchronous) => {
  const result = openSqliteEventStore({ file: join(folder, name), synchronous })
  if (result._tag === 'Refused') throw new Error(result.reason)
  return result.store
}
const text = (bytes) => Buffer.from(bytes).toString('latin1')
const fact = (at) => ({
  id: text(randomUUID()),
  type: ['invoicing.InvoiceIssued', 'cash-application.ReceiptRecorded', 'cash-application.CashApplied'][at % 3],
  schemaVersion: 1,
  effectiveOn: '2026-01-05',
  recordedAt: '2026-01-05T10:00:00.000Z',
  actor: `clerk-${at % 7}`,
  commandId: text(randomUUID()),
  commandHash: text(randomUUID()).slice(0, 32),
  correlationId: text(randomUUID()),
  ...(at % 2 ? { causationId: text(randomUUID()) } : {}),
  data: {
    itemId: `INV-${at}`,
    customer: `C-${at % 5000}`,
    amount: { currency: 'EUR', minor: at * 100 },
    dueOn: '2026-02-05',
    reference: `order ${at}`,
    attributes: { region: 'north' },
  },
})
const figure = (name, count, milliseconds) =>
  console.log(`${name.padEnd(52)} ${String(Math.round((count / milliseconds) * 1000)).padStart(9)} /s`)
const timed = async (name, count, work) => {
  const start = performance.now()
  await work()
  figure(name, count, performance.now() - start)
}
const must = (result) => {
  if (result._tag !== 'Appended') throw new Error(JSON.stringify(result))
}

const normal = opened('normal.sqlite', 'NORMAL')
const some = Array.from({ length: 20_000 }, (_, at) => [fact(at)])
await timed('append one after another, NORMAL', some.length, async () => {
  for (const [at, one] of some.entries()) must(await normal.append(`account-${at % 2000}`, any, one))
})
await normal.close()

const full = opened('full.sqlite', 'FULL')
await timed('append one after another, FULL', 3000, async () => {
  for (let at = 0; at < 3000; at++) must(await full.append(`account-${at % 2000}`, any, [fact(at)]))
})
const more = Array.from({ length: 64 }, () => Array.from({ length: 400 }, (_, at) => [fact(at)]))
await timed('append by 64 callers at once, FULL', 64 * 400, () =>
  Promise.all(
    more.map(async (own, caller) => {
      for (const one of own) must(await full.append(`account-${caller}`, any, one))
    }),
  ),
)
await full.close()

const large = opened('large.sqlite', 'NORMAL')
const batches = Array.from({ length: facts / 200 }, (_, b) =>
  Array.from({ length: 200 }, (_, at) => fact(b * 200 + at)),
)
await timed('append 200 facts per call', facts, async () => {
  for (const [at, batch] of batches.entries()) must(await large.append(`account-${at % 500}`, any, batch))
})
batches.length = 0
for (let round = 0; round < 3; round++) {
  let total = 0
  await timed('readAll, payloads parsed', facts, async () => {
    for await (const page of large.readAll()) for (const { data } of page) total += data.amount.minor
  })
  await timed('scan, payloads parsed', facts, async () => {
    large.scan(0, ({ dataText }) => void (total += JSON.parse(dataText).amount.minor))
  })
}
await timed('read streams of 400 facts', facts, async () => {
  for (let at = 0; at < 500; at++) await large.read(`account-${at}`)
})
await large.close()
const megabytes = statSync(join(folder, 'large.sqlite')).size / 1e6
console.log(`file of ${facts} facts: ${megabytes.toFixed(1)} MB, ${Math.round((megabytes * 1e6) / facts)} bytes a fact`)
console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, Node ${process.version}`)
rmSync(folder, { recursive: true, force: true })
