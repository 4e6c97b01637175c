// How the time of a decision grows with the number of open items: as the ledger has it, and as if all of it were one account.
import { decideAll } from './engine.mjs'
import { timesOf } from './tally.mjs'

const bounds = [10, 30, 100, 300, 1000]

const names = bounds.map((to, at) => `${at === 0 ? 1 : bounds[at - 1] + 1} to ${to}`).concat(`over ${bounds.at(-1)}`)

/** Times by how many items were open: `add(items, ms)`, then `rows()`. */
export const growth = () => {
  const times = names.map(() => [])
  return {
    add: (items, ms) => {
      const at = bounds.findIndex((to) => items <= to)
      times[at < 0 ? bounds.length : at].push(ms)
    },
    rows: () => names.map((items, at) => ({ items, decisions: times[at].length, ...timesOf(times[at]) })),
  }
}

const sizes = [10, 100, 1_000, 10_000]

/** The most frequent currency's first invoices as one account, and payments of one, three and twelve of them. */
export const oneAccount = ({ invoices }) => {
  const byCurrency = new Map()
  for (const invoice of invoices.filter(({ minor }) => minor > 0)) {
    if (!byCurrency.has(invoice.currency)) byCurrency.set(invoice.currency, [])
    byCurrency.get(invoice.currency).push(invoice)
  }
  const pool = [...byCurrency.values()].sort((a, b) => b.length - a.length)[0] ?? []
  return sizes.filter((size) => size <= pool.length).map((size) => ofSize(pool.slice(0, size), size))
}

const variants = ['none', 'clean'].map((text) => ({ amount: 'exact', text }))

const ofSize = (pool, size) => {
  const items = pool.map(({ id, minor, on, dueOn }) => ({ itemId: id, openMinor: minor, on, dueOn, identifiers: [id] }))
  const { on } = pool.at(-1)
  const moments = Array.from({ length: 36 }, (_, at) => {
    const count = [1, 3, 12][at % 3]
    const paid = Array.from({ length: Math.min(count, size) }, (_, no) => items[(at * 97 + no * 131) % size])
    const amount = paid.reduce((so, { openMinor }) => so + openMinor, 0)
    const texts = { none: '', clean: paid.map(({ itemId }) => itemId).join(' ') }
    const payment = { id: `P-${at}`, on, amounts: { exact: amount }, texts }
    return { payment, account: 'all', items, entered: at === 0 ? items : [], left: [] }
  })
  const times = variants.map(() => [])
  for (const [at, variant] of variants.entries()) decideAll(moments, variant, (_, __, ms) => times[at].push(ms))
  return { items: size, none: timesOf(times[0]), clean: timesOf(times[1].slice(1)), first: times[1][0] }
}
