// Appends in memory, one fact a call, each awaited, with the expected revision given: is the rate flat to a million?
import { exactly, inMemoryEventStore, noStream } from '@quittance/event-store'
import { factsPerAccount } from './facts/account-facts.mjs'
import { newFactsOf, streamOf } from './facts/stored-form.mjs'
import { gain, missing, rate, rivalRate } from './measure/figure.mjs'
import { inTurns, median } from './measure/rounds.mjs'
import { rivalFrom } from './rivals/install.mjs'

const accountsPerPortion = 500

const expectedAt = (revision) => (revision === 0 ? noStream : exactly(revision - 1))

const portionOf = (first, accounts) =>
  Array.from({ length: accounts }, (_, at) => {
    const stream = streamOf(first + at)
    return newFactsOf(first + at).map((fact, revision) => ({ stream, expected: expectedAt(revision), facts: [fact] }))
  }).flat()

/** Facts are made portion by portion between the timed stretches, so that only the store's own memory grows. */
const appendMany = async (facts) => {
  const store = inMemoryEventStore()
  const accounts = facts / factsPerAccount
  let spent = 0
  for (let first = 0; first < accounts; first += accountsPerPortion) {
    const portion = portionOf(first, Math.min(accountsPerPortion, accounts - first))
    const start = performance.now()
    for (const { stream, expected, facts: one } of portion) await store.append(stream, expected, one)
    spent += performance.now() - start
  }
  const { position } = await store.head()
  if (position !== facts) throw new Error(`${position} facts stand instead of ${facts}`)
  return spent
}

const shapes = [
  { streams: 4_000, each: 10 },
  { streams: 1, each: 20_000 },
]

const data = () => ({ itemId: 'INV-1', customer: 'C-1', amount: { currency: 'EUR', minor: 1200 }, dueOn: '2026-02-05' })

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
    list: calls(shape, size, (stream, revision) => {
      const [fact] = newFactsOf(0)
      return { stream, expected: expectedAt(revision), facts: [{ ...fact, id: `${stream}/${revision}`, data: data() }] }
    }),
  }),
  work: async ({ store, list }) => {
    for (const { stream, expected, facts } of list) await store.append(stream, expected, facts)
  },
})

const rivalTurn = (rival, shape, size) => ({
  prepare: () => ({
    store: rival.openStore(),
    list: calls(shape, size, (stream, revision) => ({ stream, revision, data: data() })),
  }),
  work: async ({ store, list }) => {
    for (const { stream, revision, data: payload } of list) await store.append(stream, revision, 'fact', payload)
  },
})

const beside = async (size, rounds) => {
  const found = []
  for (const file of ['emmett.mjs', 'castore.mjs']) {
    const { rival, reason } = await rivalFrom('memory', file)
    if (rival === undefined) found.push(missing(file.replace('.mjs', ' append'), reason))
    else
      for (const shape of shapes) {
        const times = await inTurns(rounds, { ours: ourTurn(shape, size), rival: rivalTurn(rival, shape, size) })
        const count = calls(shape, size, () => 0).length
        const ours = median(times.ours)
        const how = shape.streams === 1 ? `one stream of ${count}` : `${count / shape.each} streams of ${shape.each}`
        const note = `ours ${Math.round((count / ours) * 1000).toLocaleString('en-US')} /s; ${rounds} rounds in turns`
        found.push(rivalRate(`${rival.name}, append one per call, ${how}`, count, median(times.rival), ours, { note }))
      }
  }
  return found
}

/** Run it. */
export const run = async ({ size, withRivals }) => {
  const rounds = 3
  const counts = [100_000, 300_000, 1_000_000].map(size)
  await appendMany(counts[0])
  const times = await inTurns(
    rounds,
    Object.fromEntries(counts.map((count) => [count, { measured: () => appendMany(count) }])),
  )
  const results = counts.map((count) =>
    rate(`append one fact a call, ${count.toLocaleString('en-US')} facts`, count, median(times[count]), {
      goal: 500_000,
      rounds,
      note: `${rounds} rounds; streams of ${factsPerAccount}`,
    }),
  )
  const flat = results.at(-1).value / results[0].value
  results.push(gain('rate at the most facts, as a share of the rate at the fewest', flat, '', { goal: 0.7, rounds }))
  return { results, rivals: withRivals ? await beside(size, rounds) : [] }
}
