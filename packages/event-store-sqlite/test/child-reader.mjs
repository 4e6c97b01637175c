// A process of its own that reads the whole ledger again and again while others write, until it has seen so many facts.
// Arguments: file, number of facts to wait for. Prints how many readings it took.
import { openSqliteEventStore } from '@quittance/event-store-sqlite'

const [file, wanted] = process.argv.slice(2)
const result = openSqliteEventStore({ file })
if (result._tag === 'Refused') throw new Error(result.reason)
const { store } = result

let [seen, readings] = [0, 0]
while (seen < Number(wanted)) {
  let position = 0
  for await (const page of store.readAll()) {
    for (const fact of page) {
      if (fact.position !== position + 1) throw new Error(`position ${fact.position} after ${position}`)
      position = fact.position
    }
  }
  if (position % 3 !== 0) throw new Error(`half a batch was visible: ${position} facts`)
  if (position < seen) throw new Error(`${seen} facts became ${position}`)
  seen = position
  readings += 1
}
process.stdout.write(`${readings}\n`)
await store.close()
