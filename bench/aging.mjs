// Aging 100,000 open items at any point in time, out of a view of a million deltas that is not folded again.
import { addFact, agingReport, emptyLedgerView } from '@quittance/projections'
import { addDays, localDate } from '@quittance/kernel'
import { recordedFactsOf } from './facts/stored-form.mjs'
import { cost } from './measure/figure.mjs'
import { inTurns, median } from './measure/rounds.mjs'

const knownAt = '2027-01-01T00:00:00.000Z'

const viewOf = (accounts) => {
  const view = emptyLedgerView()
  for (let account = 0; account < accounts; account += 1)
    for (const recorded of recordedFactsOf(account)) addFact(view, recorded)
  return view
}

/** Run it. */
export const run = async ({ size }) => {
  const rounds = 5
  const view = viewOf(size(50_000))
  const asOf = view.latestOn
  const open = agingReport(view, { asOf, knownAt }).rows.length
  const days = Array.from({ length: 12 }, (_, month) => addDays(localDate('2024-03-31'), month * 31))
  const moved = []
  const times = await inTurns(rounds, {
    latest: () => agingReport(view, { asOf, knownAt }),
    byInvoiceDay: () => agingReport(view, { asOf, knownAt }, { basis: 'invoice' }),
    moving: () => {
      for (const day of days) moved.push(agingReport(view, { asOf: day, knownAt }).rows.length)
    },
  })
  const deltas = view.deltas.subject.length.toLocaleString('en-US')
  const most = Math.max(...moved).toLocaleString('en-US')
  const note = `${open.toLocaleString('en-US')} open items of ${size(50_000).toLocaleString('en-US')} customers, ${deltas} deltas; every row and sum`
  return {
    results: [
      cost('age the ledger at its last day', median(times.latest), 'ms', { rounds, note }),
      cost('the same from the invoice day', median(times.byInvoiceDay), 'ms', { rounds }),
      cost('age it at each of 12 days, per report', median(times.moving) / days.length, 'ms', {
        rounds,
        note: `up to ${most} open items; a question to the same view, no replay`,
      }),
    ],
    rivals: [],
  }
}
