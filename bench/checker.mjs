// What it costs to know that a stored payload is what the code takes it for, on top of parsing it.
import { cashCodecs } from '@quittance/cash-application'
import { invoicingCodecs } from '@quittance/invoicing'
import { accountCodecs } from '@quittance/receivables'
import { accountFacts } from './facts/account-facts.mjs'
import { cost, rate } from './measure/figure.mjs'
import { inTurns, median } from './measure/rounds.mjs'

const newest = new Map(
  [invoicingCodecs, cashCodecs].flatMap(({ room, facts }) =>
    Object.entries(facts).map(([tag, versions]) => [`${room}.${tag}`, versions.all.at(-1)]),
  ),
)

const storedFacts = (accounts) =>
  Array.from({ length: accounts }, (_, account) =>
    accountFacts(account)
      .map(accountCodecs.encode)
      .filter(({ type }) => newest.has(type))
      .map(({ type, schemaVersion, effectiveOn, data }) => ({
        type,
        schemaVersion,
        effectiveOn,
        ...newest.get(type),
        text: JSON.stringify(data),
      })),
  ).flat()

const all = (facts, isGood) => () => {
  let good = 0
  for (const fact of facts) if (isGood(fact, JSON.parse(fact.text))) good += 1
  if (good !== facts.length) throw new Error(`${good} of ${facts.length} were good`)
}

/** Run it. */
export const run = async ({ size }) => {
  const rounds = 101
  const facts = storedFacts(size(500))
  const bytes = facts.reduce((so, { text }) => so + text.length, 0) / facts.length
  const contestants = {
    parse: all(facts, (_, data) => data !== null),
    checked: all(facts, ({ check }, data) => check(data)),
    ioTs: all(facts, ({ codec }, data) => codec.decode(data)._tag === 'Right'),
    decoded: all(
      facts,
      ({ type, schemaVersion, effectiveOn }, data) =>
        accountCodecs.decode({ type, schemaVersion, effectiveOn, data })._tag === 'Right',
    ),
  }
  // Short turns, many rounds: the machine's other work falls on all alike. No collections are forced in between, for
  // they throw away machine code that was made for the shapes of these payloads, as no replay would.
  await inTurns(20, contestants, false)
  const times = await inTurns(rounds, contestants, false)
  // Each round is compared with itself, so that a slow round of the machine cancels out.
  const over = (name) => (median(times[name].map((time, round) => time / times.parse[round])) - 1) * 100
  const note = `${facts.length.toLocaleString('en-US')} payloads of ${Math.round(bytes)} bytes on average; share of JSON.parse alone`
  return {
    results: [
      cost('compiled checker over JSON.parse', over('checked'), '%', { goal: 10, rounds, note }),
      cost('io-ts decode over JSON.parse', over('ioTs'), '%', { rounds, note: 'what it would cost without compiling' }),
      cost('accountCodecs.decode over JSON.parse', over('decoded'), '%', {
        rounds,
        note: 'checker and the fact as a new object, as a replay does it',
      }),
      rate('JSON.parse alone', facts.length, times.parse),
      rate('JSON.parse and compiled checker', facts.length, times.checked),
      rate('JSON.parse and io-ts decode', facts.length, times.ioTs),
      rate('JSON.parse and accountCodecs.decode', facts.length, times.decoded),
    ],
    rivals: [],
  }
}
