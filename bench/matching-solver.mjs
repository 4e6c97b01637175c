// The solver of the matching engine: how long does it take to say which open items add up to a payment, and how often
// is the answer "undecided"? By distribution of amounts and by number of items, as MATCHING.md 2.2 and 2.3 have it.
import { decideSum } from '@quittance/cash-application'
import { cost } from './measure/figure.mjs'
import { median, quantile } from './measure/rounds.mjs'

const counts = [10, 20, 30, 36, 40, 44, 60, 100, 300, 1000]

/** The same numbers in every run. */
const diceFrom = (seed) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const bell = (dice) => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice())
const around = (middle, spread) => (dice) => Math.max(100, Math.round(middle * Math.exp(spread * bell(dice))))
const pick = (list, dice) => list[Math.floor(dice() * list.length)]

const priceList = Array.from({ length: 40 }, (_, at) => 495 + at * at * 37)
const fivePrices = [990, 1990, 4900, 9900, 29900]

/** Amounts in minor units. */
const distributions = {
  wholesale: around(85_000, 1),
  enterprise: around(4_000_000, 1.2),
  'round 5': (dice) => Math.ceil((around(60_000, 1)(dice) + 1) / 500) * 500,
  'price list': (dice) => pick(priceList, dice) * Math.ceil(dice() * 12),
  subscription: (dice) => pick(fivePrices, dice),
  huge: (dice) => Math.floor(10 ** (9 + 3 * dice())),
}

const sum = (list) => list.reduce((so, one) => so + one, 0)

/** Four kinds of payment: half of the items, three of them, one cent off the half, and any amount. */
const targets = [
  (items, dice) => sum(items.filter(() => dice() < 0.5)),
  (items, dice) => sum([0, 1, 2].map(() => pick(items, dice))),
  (items, dice) => sum(items.filter(() => dice() < 0.5)) + 1,
  (items, dice) => Math.floor(dice() * sum(items.filter((item) => item > 0))),
]

const question = (amount, count, at, dice) => {
  const items = Array.from({ length: count }, () => (dice() < 0.05 ? -1 : 1) * amount(dice))
  return { items, target: targets[at % targets.length](items, dice) }
}

const timed = (work) => {
  const start = performance.now()
  const answer = work()
  return { answer, spent: performance.now() - start }
}

const percent = (part, all) => `${Math.round((part / all) * 100)} %`

const decided = (name, amount, count, rounds) => {
  const dice = diceFrom(7 * count)
  const questions = Array.from({ length: rounds }, (_, at) => question(amount, count, at, dice))
  for (const { items, target } of questions.slice(0, 8)) decideSum(items, { loMinor: target, hiMinor: target })
  const found = questions.map(({ items, target }) =>
    timed(() => decideSum(items, { loMinor: target, hiMinor: target })),
  )
  const times = found.map(({ spent }) => spent)
  const share = (tag) => percent(found.filter(({ answer }) => answer._tag === tag).length, found.length)
  const work = Math.max(...found.map(({ answer }) => answer.certificate.work))
  return cost(`decide, ${name}, ${count} items, median`, median(times), 'ms', {
    goal: name === 'huge' ? undefined : 2,
    rounds,
    note: `worst ${Math.max(...times).toPrecision(3)}, 99 % ${quantile(times, 0.99).toPrecision(3)}; undecided ${share('Undecided')}, several ${share('Multiple')}; most work ${work}`,
  })
}

/** Run it. */
export const run = async ({ size }) => {
  const rounds = size(200)
  const results = Object.entries(distributions).flatMap(([name, amount]) =>
    counts.map((count) => decided(name, amount, count, rounds)),
  )
  return { results, rivals: [] }
}
