// A process of its own that appends batches of three facts and prints each batch once it is acknowledged.
// Arguments: file, name of the writer, number of batches, number of callers at once.
import { writeSync } from 'node:fs'
import { any } from '@quittance/event-store'
import { openSqliteEventStore } from '@quittance/event-store-sqlite'

const [file, writer, batches, callers] = process.argv.slice(2)
const result = openSqliteEventStore({ file })
if (result._tag === 'Refused') throw new Error(result.reason)
const { store } = result

const fact = (batch, at) => ({
  id: `${writer}/${batch}/${at}`,
  type: 'sample.Noted',
  schemaVersion: 1,
  effectiveOn: '2026-01-05',
  recordedAt: '2026-01-05T10:00:00.000Z',
  actor: writer,
  commandId: `${writer}/${batch}`,
  commandHash: `hash of ${batch}`,
  correlationId: `${writer}/${batch}`,
  data: { batch, at, text: 'x'.repeat((batch % 50) * 100) },
})

let next = 0
const write = async (caller) => {
  while (next < Number(batches)) {
    const batch = next++
    const facts = [0, 1, 2].map((at) => fact(batch, at))
    const answer = await store.append(`account-${writer}-${caller}`, any, facts, { claims: [`${writer}/${batch}`] })
    if (answer._tag !== 'Appended') throw new Error(JSON.stringify(answer))
    writeSync(1, `${batch}\n`)
  }
}
await Promise.all(Array.from({ length: Number(callers) }, (_, caller) => write(caller)))
await store.close()
