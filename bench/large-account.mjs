// One small command on an account of 20,000 open items: deciding and folding alone, and through the ledger on the store in memory.
import { decideAccount, evolveAccount, initialAccount, inMemoryEventStore, openLedger } from '@quittance/receivables'
import { foldOwned, foldShared } from '@quittance/kernel'
import { netDays } from '@quittance/invoicing'
import { cost } from './measure/figure.mjs'
import { median, milliseconds, quantile } from './measure/rounds.mjs'

const on = '2026-01-05'
const later = '2026-02-05'
const eur = (minor) => ({ currency: 'EUR', minor })

const issue = (no) => ({
  _tag: 'IssueInvoice',
  on,
  documentId: `INV-${no}`,
  currency: 'EUR',
  lines: [{ netMinor: 10_000 + no }],
  terms: netDays(30),
})

const bigReceipt = {
  _tag: 'RecordReceipt',
  on: later,
  receiptId: 'R-0',
  amount: eur(100_000_000),
  method: 'wire',
}

// Each touches another item, as the commands of a day do.
const commands = {
  RecordReceipt: (no) => ({ ...bigReceipt, receiptId: `R-${no + 1}`, amount: eur(5_000) }),
  ApplyCash: (no) => ({
    _tag: 'ApplyCash',
    on: later,
    receiptId: 'R-0',
    lines: [{ applicationId: `A-${no}`, itemId: `INV-${no * 7}`, amount: eur(5_000) }],
  }),
  RaiseDispute: (no) => ({
    _tag: 'RaiseDispute',
    on: later,
    disputeId: `D-${no}`,
    documentId: `INV-${no * 11 + 1}`,
    amountMinor: 1_000,
  }),
}

const right = (answer) => {
  if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left))
  return answer.right
}

const accountOf = (items) => {
  const state = initialAccount()
  const facts = [bigReceipt, ...Array.from({ length: items }, (_, no) => issue(no))].flatMap((command) => {
    const caused = right(decideAccount(command, state))
    for (const fact of caused) evolveAccount(state, fact)
    return caused
  })
  return foldOwned(evolveAccount, initialAccount(), facts)
}

const timesAlone = (start, command, count) => {
  let state = start
  return Array.from({ length: count }, (_, no) => {
    const asked = command(no)
    const begin = performance.now()
    state = foldShared(evolveAccount, state, right(decideAccount(asked, state)))
    return performance.now() - begin
  })
}

const ledgerOf = async (items) => {
  const store = inMemoryEventStore()
  let clock = Date.UTC(2026, 1, 5)
  const ledger = openLedger({ store, entity: 'acme', clock: () => new Date((clock += 1)).toISOString() })
  const all = [bigReceipt, ...Array.from({ length: items }, (_, no) => issue(no))]
  const history = all.map((command, no) => ({
    commandId: `h${no}`,
    command,
    knownAt: `${command.on}T12:00:00.000Z`,
  }))
  const meta = { actor: 'bench', correlationId: 'bench', importedAt: '2026-02-05T00:00:00.000Z' }
  right(await ledger.recordHistory(right(await ledger.planHistory('C-1', history, meta))))
  return ledger
}

const timesInLedger = async (ledger, name, command, count) => {
  const times = []
  for (let no = 0; no < count; no += 1) {
    const asked = command(no)
    const meta = { commandId: `${name}-${no}`, actor: 'bench' }
    const begin = performance.now()
    right(await ledger.run('C-1', asked, meta))
    times.push(performance.now() - begin)
  }
  return times
}

const figures = (name, times, how) =>
  cost(`${name}, median`, median(times), 'ms', {
    goal: 1,
    note: `${how}; median of ${times.length.toLocaleString('en-US')} commands, 99 of 100 within ${quantile(times, 0.99).toPrecision(3)} ms`,
  })

/** Run it. */
export const run = async ({ size }) => {
  const items = size(20_000)
  const count = size(1_000)
  const account = accountOf(items)
  const alone = []
  for (const [name, command] of Object.entries(commands)) {
    timesAlone(account, command, Math.min(count, 200))
    alone.push(figures(`${name} decided and folded`, timesAlone(account, command, count), 'decideAccount, foldShared'))
  }
  const ledger = await ledgerOf(items)
  const cold = await milliseconds(async () => right(await ledger.account('C-1')))
  const whole = []
  for (const [name, command] of Object.entries(commands))
    whole.push(
      figures(`${name} through the ledger`, await timesInLedger(ledger, name, command, count), 'store in memory'),
    )
  const facts = (items + 1).toLocaleString('en-US')
  const loading = cost('the account loaded the first time', cold, 'ms', {
    note: `${facts} facts read, checked, folded; once`,
  })
  return { results: [...alone, ...whole, loading], rivals: [] }
}
