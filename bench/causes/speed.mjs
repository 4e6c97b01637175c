// How long so many facts of ordinary trade take to be folded and tagged, in a process of its own; prints JSON.
import { accountStream, parseAccountStream } from '@quittance/kernel'
import { addCauseFact, addFact, emptyCauseView, emptyLedgerView, rootCauses } from '@quittance/projections'
import { upstreamWorld } from '@quittance/testkit'
import { fixed, fixedMix, rulesFor } from './worlds.mjs'

const wanted = Number(process.argv[2] ?? 1_000_000)
const world = upstreamWorld(fixed.seeds[0], { ...fixedMix(fixed.mixes[0]) })
const [ledger, causes] = [emptyLedgerView(), emptyCauseView()]
let [facts, foldMs, foldCpu, rssMb, copies] = [0, 0, 0, 0, 0]

/** Seconds of processor time so far, of all threads: what is left of the clock on a busy machine. */
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const accounts = []

/** The same trade again, by another customer: every id has the customer's number in it, and the stream is the other's own. */
const copyOf = ({ customer, facts: own, codes }, number) => {
  const other = `K-${String(number).padStart(6, '0')}`
  const facts = JSON.parse(JSON.stringify(own).replaceAll(customer, other))
  const { entity } = parseAccountStream(own[0].stream)
  for (const fact of facts) fact.stream = accountStream(entity, other)
  return { customer: other, codes, facts }
}

while (facts < wanted)
  for (const account of world.accounts) {
    if (facts >= wanted) break
    const copy = copyOf(account, (copies += 1))
    for (const fact of copy.facts) fact.position += facts
    const [start, cpu] = [performance.now(), cpuSeconds()]
    for (const fact of copy.facts) {
      addFact(ledger, fact)
      addCauseFact(causes, fact)
    }
    foldMs += performance.now() - start
    foldCpu += cpuSeconds() - cpu
    facts += copy.facts.length
    accounts.push({ customer: copy.customer, codes: copy.codes })
    rssMb = Math.max(rssMb, process.memoryUsage().rss / 2 ** 20)
  }

const rules = rulesFor({ accounts, excuseCodes: world.excuseCodes })
const [start, cpu] = [performance.now(), cpuSeconds()]
const at = { asOf: world.lastDay, knownAt: ledger.latestRecordedAt }
const { rows } = rootCauses({ ledger, causes }, at, rules, { scope: 'late' })
const tagMs = performance.now() - start
const tagCpu = cpuSeconds() - cpu
const { heapUsed, rss } = process.memoryUsage()
process.stdout.write(
  JSON.stringify({
    facts,
    accounts: copies,
    foldSeconds: Number((foldMs / 1000).toFixed(2)),
    tagSeconds: Number((tagMs / 1000).toFixed(2)),
    foldCpuSeconds: Number(foldCpu.toFixed(2)),
    tagCpuSeconds: Number(tagCpu.toFixed(2)),
    late: rows.length,
    heapMb: Math.round(heapUsed / 2 ** 20),
    rssMb: Math.round(Math.max(rssMb, rss / 2 ** 20)),
  }),
)
