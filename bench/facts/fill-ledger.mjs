// A ledger in a SQLite file, made of ordinary accounts. As a script: fill-ledger.mjs <file> <accounts>
import { noStream } from '@quittance/event-store'
import { openSqliteEventStore } from '@quittance/event-store-sqlite'
import { pathToFileURL } from 'node:url'
import { longNumbers } from './account-facts.mjs'
import { newFactsOf, streamOf } from './stored-form.mjs'

/** Open a store or say why not. */
export const openedStore = (file, synchronous) => {
  const opened = openSqliteEventStore({ file, synchronous })
  if (opened._tag === 'Refused') throw new Error(opened.reason)
  return opened.store
}

/** Fail unless the append was written. */
export const mustBeAppended = (result) => {
  if (result._tag !== 'Appended') throw new Error(JSON.stringify(result))
}

/** Fill a new file; gives the number of facts. */
export const fillLedger = async (file, accounts, number = longNumbers) => {
  const store = openedStore(file, 'NORMAL')
  for (let first = 0; first < accounts; first += 250) {
    const some = Array.from({ length: Math.min(250, accounts - first) }, (_, at) => first + at)
    const results = await Promise.all(
      some.map((account) => store.append(streamOf(account), noStream, newFactsOf(account, number))),
    )
    results.forEach(mustBeAppended)
  }
  const { position } = await store.head()
  await store.close()
  return position
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(await fillLedger(process.argv[2], Number(process.argv[3])))
