// One day's run over every account of a file, in a process of its own: dunning-day.mjs <file> <day>; prints what it took.
import { openLedger, runDunningOn } from '@quittance/receivables'
import { addDays } from '@quittance/kernel'
import { entity, ladder } from './dunning-ledger.mjs'
import { openedStore } from './fill-ledger.mjs'

const [, , file, on] = process.argv
const store = openedStore(file, 'FULL')
let clock = Date.parse(`${on}T22:00:00.000Z`)
const ledger = openLedger({ store, entity, clock: () => new Date((clock += 1)).toISOString() })
const asked = { policy: ladder, on, after: addDays(on, -1), actor: 'night' }
const before = process.cpuUsage()
const start = performance.now()
const { accounts, noticed, notices, refused } = await runDunningOn(ledger, asked)
const seconds = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(before)
await store.close()
if (refused.length > 0) throw new Error(JSON.stringify(refused[0]))
const peakMb = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ seconds, processor: (user + system) / 1e6, accounts, noticed, notices, peakMb }))
