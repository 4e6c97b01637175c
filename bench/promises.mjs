// 100,000 open promises assessed on one day: the verdicts alone, on many accounts and on one; and recorded in a SQLite file.
import { keyedValues } from '@quittance/kernel'
import { defaultPromiseTerms, promiseVerdicts } from '@quittance/promises-to-pay'
import { decideAccount, evolveAccount, initialAccount, openLedger } from '@quittance/receivables'
import { join } from 'node:path'
import { openedStore } from './facts/fill-ledger.mjs'
import { cost } from './measure/figure.mjs'
import { forgetYoung, median, milliseconds } from './measure/rounds.mjs'
import { inScratchFolder } from './measure/scratch.mjs'

const made = '2026-05-01'
const paidOn = '2026-05-14'
const assessedOn = '2026-05-19'
const minor = 10_000
const callers = 64

/** Of ten promises five are kept, one is kept in two parts, one is partly kept and three are broken; each for an invoice. */
const commandsOf = (account, count) =>
  Array.from({ length: count }, (_, no) => {
    const [itemId, promiseId] = [`INV-${account}-${no}`, `P-${no}`]
    const items = [{ itemId, amountMinor: minor }]
    const promise = {
      _tag: 'MakePromise',
      on: made,
      promiseId,
      currency: 'EUR',
      amountMinor: minor,
      dueOn: '2026-05-15',
    }
    const pay = (receiptId, amountMinor) => [
      { _tag: 'RecordReceipt', on: paidOn, receiptId, amount: { currency: 'EUR', minor: amountMinor }, method: 'wire' },
      {
        _tag: 'ApplyCash',
        on: paidOn,
        receiptId,
        lines: [{ applicationId: `A-${receiptId}`, itemId, amount: { currency: 'EUR', minor: amountMinor } }],
      },
    ]
    const id = `R-${account}-${no}`
    const kind = no % 10
    const paid =
      kind < 5
        ? pay(id, minor)
        : kind === 5
          ? [...pay(`${id}a`, 4_000), ...pay(`${id}b`, 6_000)]
          : kind === 6
            ? pay(id, 4_000)
            : []
    return [
      { _tag: 'IssueInvoice', on: made, documentId: itemId, currency: 'EUR', lines: [{ netMinor: minor }] },
      { ...promise, items, terms: defaultPromiseTerms },
      ...paid,
    ]
  }).flat()

const right = (answer) => {
  if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left))
  return answer.right
}

// One command may look at all money of its account, so a large account is put together from small ones' facts.
const stateOf = (accounts, each) => {
  const state = initialAccount()
  for (let account = 0; account < accounts; account += 1) {
    const own = initialAccount()
    for (const command of commandsOf(account, each))
      for (const fact of right(decideAccount(command, own))) {
        evolveAccount(own, fact)
        const isPromise = 'promiseId' in fact
        evolveAccount(state, isPromise ? { ...fact, promiseId: `${account}/${fact.promiseId}` } : fact)
      }
  }
  return state
}

const assess = { _tag: 'AssessPromises', on: assessedOn }

/** Seconds by the clock, of the round in the middle and the best one, and of the processor: a shared machine tells them apart. */
const timed = async (rounds, job) => {
  const [times, processor] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    forgetYoung()
    const before = process.cpuUsage()
    times.push((await milliseconds(job)) / 1000)
    const { user, system } = process.cpuUsage(before)
    processor.push((user + system) / 1e6)
  }
  return { median: median(times), best: Math.min(...times), processor: median(processor) }
}

const shown = (name, { median: value, best, processor }, goal, note) =>
  cost(name, value, 's', {
    goal,
    note: `${note}; best ${best.toPrecision(3)} s, of the processor ${processor.toPrecision(3)} s`,
  })

const recorded = async (accounts, each) =>
  inScratchFolder(async (folder) => {
    const store = openedStore(join(folder, 'promises.sqlite'), 'FULL')
    let clock = Date.UTC(2026, 4, 19)
    const ledger = openLedger({
      store,
      entity: 'acme',
      clock: () => new Date((clock += 1)).toISOString(),
      cachedAccounts: accounts,
    })
    const customers = Array.from({ length: accounts }, (_, account) => `C-${account}`)
    for (const [account, customer] of customers.entries()) {
      const history = commandsOf(account, each).map((command, no) => ({
        commandId: `h${no}`,
        command,
        knownAt: `${command.on}T12:00:00.000Z`,
      }))
      const meta = { actor: 'bench', correlationId: 'bench', importedAt: '2026-05-18T00:00:00.000Z' }
      right(await ledger.recordHistory(right(await ledger.planHistory(customer, history, meta))))
    }
    const seconds = await timed(1, async () => {
      // So many accounts at once share a commit.
      for (let from = 0; from < customers.length; from += callers)
        await Promise.all(
          customers
            .slice(from, from + callers)
            .map(async (customer) =>
              right(await ledger.run(customer, assess, { commandId: 'night-2026-05-19', actor: 'bench' })),
            ),
        )
    })
    await store.close()
    return seconds
  })

/** Run it. */
export const run = async ({ size }) => {
  const all = size(100_000)
  const each = 50
  const accounts = Math.max(1, Math.round(all / each))
  const many = Array.from({ length: accounts }, () => stateOf(1, each))
  const one = stateOf(accounts, each)
  const verdictsOn = (state) => right(decideAccount(assess, state)).length
  const counts = `${all.toLocaleString('en-US')} open promises`
  const onMany = await timed(5, () => many.reduce((so, state) => so + verdictsOn(state), 0))
  const onOne = await timed(5, () => verdictsOn(one))
  const promises = keyedValues(one.promises.promises)
  const emptyContext = { itemOf: () => undefined, money: () => [], reductionsOf: () => [] }
  const derived = await timed(5, () => promiseVerdicts(promises, emptyContext, assessedOn))
  const onSqlite = await recorded(accounts, each)
  return {
    results: [
      shown(
        `${counts} on ${accounts.toLocaleString('en-US')} accounts: verdicts`,
        onMany,
        1,
        'AssessPromises decided, nothing recorded; median of 5',
      ),
      shown(`${counts} on one account: verdicts`, onOne, undefined, 'the same; median of 5'),
      shown(`${counts}: the rule alone, no money`, derived, undefined, 'promiseVerdicts; median of 5'),
      shown(
        `${counts} recorded in SQLite`,
        onSqlite,
        15,
        `${callers} accounts at once, one AssessPromises and one append for each of ${accounts.toLocaleString('en-US')} accounts, which are at hand`,
      ),
    ],
    rivals: [],
  }
}
