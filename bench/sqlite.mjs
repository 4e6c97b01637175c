// The embedded store: single appends, callers at once, and the view rebuilt with every payload checked.
import { any, exactly, noStream } from '@quittance/event-store'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { factsPerAccount, mixOfFacts, shortNumbers } from './facts/account-facts.mjs'
import { fillLedger, mustBeAppended, openedStore } from './facts/fill-ledger.mjs'
import { rebuildByPages, rebuildByScan } from './facts/rebuild-view.mjs'
import { cashApplied, newFactsOf, streamOf } from './facts/stored-form.mjs'
import { cost, missing, rate, rivalRate } from './measure/figure.mjs'
import { inTurns } from './measure/rounds.mjs'
import { inScratchFolder } from './measure/scratch.mjs'
import { rivalFrom } from './rivals/install.mjs'

const factsFor = (count) =>
  Array.from({ length: Math.ceil(count / factsPerAccount) }, (_, account) =>
    newFactsOf(account).map((fact, revision) => ({
      stream: streamOf(account),
      expected: revision === 0 ? noStream : exactly(revision - 1),
      facts: [fact],
    })),
  ).flat()

let files = 0
const newStore = (folder, synchronous) => openedStore(join(folder, `${(files += 1)}.sqlite`), synchronous)

/** One caller, who waits for each answer. */
const sequential = (folder, synchronous, count) => ({
  prepare: () => ({ store: newStore(folder, synchronous), list: factsFor(count) }),
  work: async ({ store, list }) => {
    for (const { stream, expected, facts } of list) mustBeAppended(await store.append(stream, expected, facts))
    await store.close()
  },
})

/** Many callers, each waiting for its own answers. */
const atOnce = (folder, callers, each) => ({
  prepare: () => ({
    store: newStore(folder, 'FULL'),
    lists: Array.from({ length: callers }, () => factsFor(each)),
  }),
  work: async ({ store, lists }) => {
    const caller = async (list, at) => {
      for (const { facts } of list) mustBeAppended(await store.append(`account-acme_caller${at}`, any, facts))
    }
    await Promise.all(lists.map(caller))
    await store.close()
  },
})

const appends = async (folder, size) => {
  const [normal, full, each, callers] = [size(20_000), size(2_000), size(400), 64]
  const times = await inTurns(5, {
    normal: sequential(folder, 'NORMAL', normal),
    full: sequential(folder, 'FULL', full),
    atOnce: atOnce(folder, callers, each),
  })
  return [
    rate('append one a call, NORMAL', normal, times.normal, {
      goal: 10_000,
      note: 'one caller, facts of the mix below',
    }),
    rate('append one a call, FULL', full, times.full, { note: 'one caller: the disk answers for each' }),
    rate(`append one a call, FULL, ${callers} callers`, callers * each, times.atOnce, {
      goal: 15_000,
      note: 'group commit',
    }),
  ]
}

/** Milliseconds of the rebuilds of a new ledger, with its size. */
const rebuildsOf = async (file, accounts, number, rounds) => {
  const facts = await fillLedger(file, accounts, number)
  const store = openedStore(file, 'NORMAL')
  const whole = (view) => {
    if (view.position !== facts) throw new Error(`${view.position} facts were folded instead of ${facts}`)
  }
  let bytes = 0
  store.scanContent(0, ({ dataText }) => void (bytes += dataText.length))
  const contestants = {
    scan: () => whole(rebuildByScan(store)),
    pages: async () => whole(await rebuildByPages(store)),
  }
  await inTurns(1, contestants, false)
  const times = await inTurns(rounds, contestants, false)
  await store.close()
  return { facts, times, meanBytes: Math.round(bytes / facts), fileBytes: statSync(file).size }
}

const rebuilds = async (folder, size) => {
  const accounts = size(10_000)
  const usual = await rebuildsOf(join(folder, 'usual.sqlite'), accounts, undefined, 9)
  const short = await rebuildsOf(join(folder, 'short.sqlite'), accounts, shortNumbers, 5)
  const engine = process.getBuiltinModule?.('node:sqlite') === undefined ? '@photostructure/sqlite' : 'node:sqlite'
  const name = `rebuild of ${usual.facts.toLocaleString('en-US')} facts`
  return [
    rate(`${name} by scanContent`, usual.facts, usual.times.scan, {
      goal: engine === 'node:sqlite' ? 250_000 : 200_000,
      meanBytes: usual.meanBytes,
      note: `${engine}; parse, compiled checker, fold into the view; payloads of ${usual.meanBytes} bytes on average: ${mixOfFacts}`,
    }),
    rate(`${name} by readAll`, usual.facts, usual.times.pages, {
      note: 'page by page, as the command line tool reads',
    }),
    rate(`${name} by scanContent, short numbers`, short.facts, short.times.scan, {
      meanBytes: short.meanBytes,
      note: `the same with document numbers of ten characters or fewer; ${short.meanBytes} bytes`,
    }),
    cost('file per fact', usual.fileBytes / usual.facts, 'bytes'),
  ]
}

const rivalStore = (rival, folder) => rival.openStore(join(folder, `${(files += 1)}.sqlite`))

const besideRival = async (rival, folder, size) => {
  const count = size(400)
  const failures = []
  const times = await inTurns(3, {
    ours: sequential(folder, 'NORMAL', count),
    rival: {
      prepare: () => ({ store: rivalStore(rival, folder), list: factsFor(count) }),
      work: async ({ store, list }) => {
        for (const { stream, facts } of list) await store.append(stream, facts)
        failures.push(store.failures.count)
      },
    },
  })
  const long = size(20_000)
  const events = Array.from({ length: long }, (_, index) => cashApplied(index))
  const [filled, ours] = [rivalStore(rival, folder), newStore(folder, 'NORMAL')]
  for (let first = 0; first < long; first += 50) await filled.append('stream', events.slice(first, first + 50))
  mustBeAppended(await ours.append('stream', any, events))
  const reads = await inTurns(3, {
    ours: async () => (await ours.read('stream')).facts.length,
    rival: () => filled.count('stream'),
  })
  await ours.close()
  const note = `${count} appends to a file; ${failures.join(', ')} failed in the rounds and were tried again`
  return [
    rivalRate(`${rival.name}: append one a call`, count, times.rival, times.ours, { note }),
    rivalRate(`${rival.name}: read one stream of ${long}`, long, reads.rival, reads.ours),
  ]
}

const besideRivals = async (folder, size) => {
  const { rival, reason } = await rivalFrom('sqlite', 'emmett-sqlite.mjs')
  if (rival === undefined) return [missing('emmett-sqlite: append one a call', reason)]
  try {
    return await besideRival(rival, folder, size)
  } catch (error) {
    return [missing(`${rival.name}: append one a call`, `gave up: ${String(error).split('\n')[0]}`)]
  }
}

/** Run it. */
export const run = ({ size, withRivals }) =>
  inScratchFolder(async (folder) => ({
    results: [...(await appends(folder, size)), ...(await rebuilds(folder, size))],
    rivals: withRivals ? await besideRivals(folder, size) : [],
  }))
