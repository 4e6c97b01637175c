// The view rebuilt from a SQLite file with every payload checked. As a script: rebuild-view.mjs <file>, which prints what it took.
import { addFact, emptyLedgerView } from '@quittance/projections'
import { accountCodecs, readFact } from '@quittance/receivables'
import { pathToFileURL } from 'node:url'
import { openedStore } from './fill-ledger.mjs'

const right = (answer) => {
  if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left))
  return answer.right
}

/** By `scanContent`: payloads come as text and the thread is held. */
export const rebuildByScan = (store) => {
  const view = emptyLedgerView()
  store.scanContent(0, (row) => {
    row.data = JSON.parse(row.dataText)
    row.fact = right(accountCodecs.decode(row))
    addFact(view, row)
  })
  return view
}

/** By `readAll`, as the command line tool does it: page by page, others run in between. */
export const rebuildByPages = async (store) => {
  const view = emptyLedgerView()
  for await (const page of store.readAll()) for (const stored of page) addFact(view, right(readFact(stored)))
  return view
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const store = openedStore(process.argv[2], 'NORMAL')
  const start = performance.now()
  const view = rebuildByScan(store)
  const spent = performance.now() - start
  await store.close()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  const peakMb = process.resourceUsage().maxRSS / 1024
  console.log(
    JSON.stringify({
      facts: view.position,
      deltas: view.deltas.subject.length,
      milliseconds: spent,
      peakMb,
      heapMb: heapUsed / 2 ** 20,
      columnsMb: arrayBuffers / 2 ** 20,
    }),
  )
}
