// The solver of the matching engine: how long does it take to say which open items add up to a payment, and how often
// is the answer "undecided"? By distribution of amounts and by number of items, as MATCHING.md 2.2 and 2.3 have it.
import { coincidences, decideSum, kSum, pack, prepareSums } from '@quittance/cash-application'
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

/** The best of three times, because others use the machine too; the work is the same each time. */
const timed = (work) => {
  let answer
  const spent = [1, 2, 3].map(() => {
    const start = performance.now()
    answer = work()
    return performance.now() - start
  })
  return { answer, spent: Math.min(...spent) }
}

const percent = (part, all) => `${Math.round((part / all) * 100)} %`

/** The middle of the times as a figure, with the worst beside it. */
const middle = (name, times, note, goal) =>
  cost(name, median(times), 'ms', {
    ...(goal === undefined ? {} : { goal }),
    rounds: times.length,
    note: `99 % ${quantile(times, 0.99).toPrecision(3)}, worst ${Math.max(...times).toPrecision(3)}, each the best of three; ${note}`,
  })

const exactly = (minor) => ({ loMinor: minor, hiMinor: minor })

const decided = (name, amount, count, rounds) => {
  const dice = diceFrom(7 * count)
  const questions = Array.from({ length: rounds }, (_, at) => question(amount, count, at, dice))
  const found = questions.map(({ items, target }) => timed(() => decideSum(items, exactly(target))))
  const share = (tag) => percent(found.filter(({ answer }) => answer._tag === tag).length, found.length)
  const work = Math.max(...found.map(({ answer }) => answer.certificate.work))
  return middle(
    `decide, ${name}, ${count} items`,
    found.map(({ spent }) => spent),
    `undecided ${share('Undecided')}, several ${share('Multiple')}, most work ${work}`,
    name === 'huge' ? undefined : 1,
  )
}

/** The payment within three cents, and three payments of which a bank has taken its fee. */
const fourWindows = (target) => [
  { loMinor: target - 3, hiMinor: target + 3 },
  ...[500, 1500, 2500].map((fee) => exactly(target + fee)),
]

const smallSets = (count, maxCardinality, rounds) => {
  const dice = diceFrom(count)
  const questions = Array.from({ length: rounds }, () => question(distributions.wholesale, count, 1, dice))
  const prepared = questions.map(({ items }) => timed(() => prepareSums(items)))
  const found = questions.map(({ target }, at) =>
    timed(() => kSum(prepared[at].answer, fourWindows(target), { maxCardinality, cap: 200 })),
  )
  const chances = questions.map(({ target }, at) =>
    timed(() => coincidences(prepared[at].answer, { _tag: 'Exactly', cardinality: maxCardinality }, target)),
  )
  const about = `wholesale, ${count} items, up to ${maxCardinality}`
  const spent = (list) => list.map((one) => one.spent)
  const whole = percent(found.filter(({ answer }) => answer.exhaustive).length, found.length)
  return [
    middle(`prepare, ${about}`, spent(prepared), 'once for an account'),
    middle(`small sets, ${about}`, spent(found), `four windows, nothing left out ${whole}`, 1),
    middle(`coincidences, ${about}`, spent(chances), 'of sets of the greatest size'),
  ]
}

/** Six explanations for each payment by up to three items of anybody; or the first a true one, by items of its own. */
const contended = (payments, withTruth, rounds) => {
  const dice = diceFrom(payments)
  const anybodys = () => [...new Set([0, 1, 2].map(() => Math.floor(dice() * payments * 2)))]
  const explanation = (payment, isTrue) => ({
    payment,
    items: isTrue ? [payment * 2, payment * 2 + 1] : anybodys(),
    weightCentibits: (isTrue ? 900 : 200) + Math.floor(dice() * 1000),
  })
  const lists = Array.from({ length: rounds }, () =>
    Array.from({ length: payments * 6 }, (_, at) => explanation(Math.floor(at / 6), withTruth && at % 6 === 0)),
  )
  const found = lists.map((list) => timed(() => pack(list)))
  const undecided = percent(found.filter(({ answer }) => answer.best === undefined).length, found.length)
  return middle(
    `pack, ${payments} payments of six explanations, ${withTruth ? 'one of them true' : 'all at random'}`,
    found.map(({ spent }) => spent),
    `undecided ${undecided}, most work ${Math.max(...found.map(({ answer }) => answer.work))}`,
  )
}

/** Run it. */
export const run = async ({ size }) => {
  const rounds = size(200)
  const table = (turns) => [
    ...Object.entries(distributions).flatMap(([name, amount]) =>
      counts.map((count) => decided(name, amount, count, turns)),
    ),
    ...[
      [30, 4],
      [60, 4],
      [100, 4],
      [300, 3],
      [1000, 2],
    ].flatMap(([count, most]) => smallSets(count, most, turns)),
    ...[true, false].flatMap((withTruth) =>
      [4, 8, 12, 16, 24].map((payments) => contended(payments, withTruth, turns)),
    ),
  ]
  // Once before, so that the compiler has seen every way.
  table(Math.min(rounds, 20))
  return { results: table(rounds), rivals: [] }
}
