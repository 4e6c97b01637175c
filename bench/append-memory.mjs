// Appends in memory, one fact a call, each awaited, with the expected revision given: is the rate flat to a million?
import { exactly, inMemoryEventStore, noStream } from '@quittance/event-store'
import { factsPerAccount, mixOfFacts } from './facts/account-facts.mjs'
import { cashApplied, newFactsOf, streamOf } from './facts/stored-form.mjs'
import { gain, missing, rate, rivalRate } from './measure/figure.mjs'
import { forgetYoung, inTurns } from './measure/rounds.mjs'
import { rivalFrom } from './rivals/install.mjs'

const accountsPerPortion = 500

const expectedAt = (revision) => (revision === 0 ? noStream : exactly(revision - 1))

const smallFactsOf = (account) =>
  Array.from({ length: factsPerAccount }, (_, at) => cashApplied(account * factsPerAccount + at))

const portionOf = (first, accounts, factsOf) =>
  Array.from({ length: accounts }, (_, at) => {
    const stream = streamOf(first + at)
    return factsOf(first + at).map((fact, revision) => ({ stream, expected: expectedAt(revision), facts: [fact] }))
  }).flat()

/** Facts are made portion by portion between the timed stretches, so that only the store's own memory grows. */
const filled = async (facts, factsOf) => {
  const store = inMemoryEventStore()
  const accounts = facts / factsPerAccount
  let spent = 0
  for (let first = 0; first < accounts; first += accountsPerPortion) {
    const portion = portionOf(first, Math.min(accountsPerPortion, accounts - first), factsOf)
    forgetYoung()
    const start = performance.now()
    for (const { stream, expected, facts: one } of portion) await store.append(stream, expected, one)
    spent += performance.now() - start
  }
  const { position } = await store.head()
  if (position !== facts) throw new Error(`${position} facts stand instead of ${facts}`)
  return { store, spent }
}

const timeToFill = async (facts, factsOf) => (await filled(facts, factsOf)).spent

const shapes = [
  { streams: 4_000, each: 10 },
  { streams: 1, each: 20_000 },
]

const calls = (shape, size, make) => {
  const streams = shape.streams === 1 ? 1 : size(shape.streams)
  const each = shape.streams === 1 ? size(shape.each) : shape.each
  return Array.from({ length: each }, (_, revision) =>
    Array.from({ length: streams }, (_, stream) => make(`account-${stream}`, revision)),
  ).flat()
}

const ourTurn = (shape, size) => ({
  prepare: () => ({
    store: inMemoryEventStore(),
    list: calls(shape, size, (stream, revision) => ({
      stream,
      expected: expectedAt(revision),
      facts: [cashApplied(revision)],
    })),
  }),
  work: async ({ store, list }) => {
    for (const { stream, expected, facts } of list) await store.append(stream, expected, facts)
  },
})

const rivalTurn = (rival, shape, size) => ({
  prepare: () => ({
    store: rival.openStore(),
    list: calls(shape, size, (stream, revision) => ({ stream, revision, ...cashApplied(revision) })),
  }),
  work: async ({ store, list }) => {
    for (const { stream, revision, type, data } of list) await store.append(stream, revision, type, data)
  },
})

const besideRival = async (rival, shape, size, rounds) => {
  const times = await inTurns(rounds, { ours: ourTurn(shape, size), rival: rivalTurn(rival, shape, size) })
  const count = calls(shape, size, () => 0).length
  const how = shape.streams === 1 ? `one stream of ${count}` : `${count / shape.each} streams of ${shape.each}`
  return rivalRate(`${rival.name}: append one a call, ${how}`, count, times.rival, times.ours)
}

const besideRivals = async (size, rounds) => {
  const found = []
  for (const file of ['emmett.mjs', 'castore.mjs']) {
    const { rival, reason } = await rivalFrom('memory', file)
    if (rival === undefined) found.push(missing(`${file.replace('.mjs', '')}: append one a call`, reason))
    else for (const shape of shapes) found.push(await besideRival(rival, shape, size, rounds))
  }
  return found
}

/** Run it. */
export const run = async ({ size, withRivals }) => {
  const rounds = 5
  const counts = [100_000, 300_000, 1_000_000].map(size)
  const held = [await filled(counts[0], smallFactsOf), await filled(counts[0], newFactsOf)]
  const times = await inTurns(rounds, {
    ...Object.fromEntries(counts.map((count) => [count, { measured: () => timeToFill(count, smallFactsOf) }])),
    mixed: { measured: () => timeToFill(counts[1], newFactsOf) },
  })
  const note = `CashApplied, 120 bytes; streams of ${factsPerAccount}`
  const results = counts.map((count) =>
    rate(`append one a call, ${count.toLocaleString('en-US')} facts`, count, times[count], { goal: 500_000, note }),
  )
  // A store that stands all the while: a collection would throw away machine code made for facts that nobody holds.
  for (const { store } of held) await store.close()
  const flat = results.at(-1).value / results[0].value
  results.push(
    gain('rate at the most as a share of the rate at the fewest', flat, '', { goal: 0.7 }),
    rate(`append one a call, ${counts[1].toLocaleString('en-US')} mixed facts`, counts[1], times.mixed, {
      note: `347 bytes and 8 objects to freeze on average: ${mixOfFacts}`,
    }),
  )
  return { results, rivals: withRivals ? await besideRivals(size, rounds) : [] }
}
