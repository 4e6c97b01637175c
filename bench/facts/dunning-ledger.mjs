// Accounts as a daily run of dunning finds them, in a SQLite file. As a script: dunning-ledger.mjs <file> <from account> <to account>
import { exactly, noStream } from '@quittance/event-store'
import { accountStream, addDays } from '@quittance/kernel'
import { netDays } from '@quittance/invoicing'
import { defaultPromiseTerms } from '@quittance/promises-to-pay'
import { openLedger } from '@quittance/receivables'
import { pathToFileURL } from 'node:url'
import { mustBeAppended, openedStore } from './fill-ledger.mjs'

/** Nothing is due on it; on the next day a tenth of the accounts get a notice, on the day after that all do. */
export const quietDay = '2026-05-19'
export const entity = 'acme'

/** Open items of an account; one of them has three instalments. */
export const itemsPerAccount = 10

export const mixOfAccount =
  'ten open items, one in three instalments, and a paid one; a notice ten days ago; one account in five with a disputed amount, one in five with a promise, one in twenty with an item on hold'

const day = (days) => addDays(quietDay, days)

/** Steps 5 and 30 days after the due day, every day a run day. */
export const ladder = {
  _tag: 'ItemLadder',
  id: 'standard',
  version: 1,
  steps: [
    { level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: 5 },
    { level: 2, kind: 'past-due-notice', channel: 'letter', mode: 'net-days', delayDays: 30 },
    {
      level: 3,
      kind: 'call',
      channel: 'call',
      mode: 'net-days',
      delayDays: 45,
      minimums: [{ currency: 'EUR', minor: 5000 }],
    },
  ],
  sequential: true,
  graceDays: 0,
  tolerances: [{ currency: 'EUR', minor: 100 }],
  repeatsLastStep: false,
  credits: 'matched-first',
  runDays: { _tag: 'EveryDays', from: '2026-01-01', days: 1 },
  sendWithinDays: 5,
}

const eur = (minor) => ({ currency: 'EUR', minor })

/** By place: when an item fell due, in days from the quiet day. The first is a tenth's, a day earlier than others'. */
export const dueDays = (account) => [account % 10 === 0 ? -29 : -28, -28, -28, -27, -26, -24, -3, 4, 11, 20]

const invoice = (account, no, due) => {
  const parts = no === 3 ? [0, 30, 60] : undefined
  const terms =
    parts === undefined
      ? netDays(30)
      : {
          ...netDays(30),
          instalments: parts.map((days, at) => ({ percent: at === 2 ? '34' : '33', netDays: 30 + days })),
        }
  return {
    _tag: 'IssueInvoice',
    on: day(due - 30),
    documentId: `I-${account}-${no}`,
    currency: 'EUR',
    lines: [{ description: 'Goods as ordered', netMinor: 10_000 + ((account * 37 + no * 101) % 90_000) }],
    terms,
  }
}

const commandsOf = (account, customer) => {
  const commands = dueDays(account).map((due, no) => invoice(account, no, due))
  const [paid, receiptId] = [`I-${account}-paid`, `R-${account}`]
  const wire = { _tag: 'RecordReceipt', on: day(-20), receiptId, amount: eur(50_000), method: 'wire' }
  const lines = [{ applicationId: `A-${account}`, itemId: paid, amount: eur(50_000) }]
  commands.push(
    { ...invoice(account, 10, -25), documentId: paid, lines: [{ netMinor: 50_000 }] },
    wire,
    { _tag: 'ApplyCash', on: day(-20), receiptId, lines },
    { _tag: 'RunDunning', on: day(-10), account: accountStream(entity, customer), ladder, after: day(-11) },
  )
  const documentId = `I-${account}-5`
  if (account % 5 === 0)
    commands.push({ _tag: 'RaiseDispute', on: day(-6), disputeId: `D-${account}`, documentId, amountMinor: 2_000 })
  if (account % 5 === 1) commands.push(promise(account))
  const hold = { holdId: `H-${account}`, reason: 'manual', items: [`I-${account}-4`], until: day(30), by: 'ann' }
  if (account % 20 === 2) commands.push({ _tag: 'PlaceHold', on: day(-5), ...hold })
  return commands.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

const promise = (account) => {
  const items = [{ itemId: `I-${account}-2`, amountMinor: 10_000 }]
  const said = { currency: 'EUR', amountMinor: 10_000, dueOn: day(9), terms: defaultPromiseTerms, items }
  return { _tag: 'MakePromise', on: day(-4), promiseId: `P-${account}`, ...said }
}

const right = (answer) => {
  if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left))
  return answer.right
}

const block = 5_000
const rounds = 5

/** Write some accounts. Those of a block are written in turns, a few facts each, as the days of a business would. */
export const fillAccounts = async (store, from, to) => {
  const ledger = openLedger({ store, entity, clock: () => '2026-05-18T20:00:00.000Z', cachedAccounts: 0 })
  for (let first = from; first < to; first += block) {
    const plans = []
    for (let account = first; account < Math.min(to, first + block); account += 1) {
      const customer = `C-${String(account).padStart(6, '0')}`
      const history = commandsOf(account, customer).map((command, no) => ({
        commandId: `h${no}`,
        command,
        knownAt: `${command.on}T12:00:00.000Z`,
      }))
      const meta = { actor: 'bench', correlationId: 'bench', importedAt: '2026-05-18T00:00:00.000Z' }
      const plan = right(await ledger.planHistory(customer, history, meta))
      if (plan.refused.length > 0) throw new Error(JSON.stringify(plan.refused[0]))
      plans.push(plan)
    }
    for (let round = 0; round < rounds; round += 1)
      (await Promise.all(plans.map((plan) => slice(store, plan, round)))).forEach(mustBeAppended)
  }
}

const slice = (store, { stream, facts, claims }, round) => {
  const [start, end] = [0, 1].map((more) => Math.floor((facts.length * (round + more)) / rounds))
  const expected = start === 0 ? noStream : exactly(start - 1)
  return store.append(stream, expected, facts.slice(start, end), round === 0 ? { claims } : {})
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const store = openedStore(process.argv[2], 'NORMAL')
  await fillAccounts(store, Number(process.argv[3]), Number(process.argv[4]))
  console.log((await store.head()).position)
  await store.close()
}
