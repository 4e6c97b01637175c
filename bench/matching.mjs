// Cash application against a ground truth: npm run -s bench -- matching --data DIR [--json].
// DIR holds invoices, payments and the truth in the benchmark format. Payments are decided in the order of their days, on the
// items that were open then; each payment's truth is posted before the next. Only the scorer reads the truth.
import { amountVariants, readBenchmark, textVariants } from './matching/read-benchmark.mjs'
import { baselines, runBaseline } from './matching/baselines.mjs'
import { askedOf, decideAll, ruleSetName } from './matching/engine.mjs'
import { growth, oneAccount } from './matching/growth.mjs'
import { obstacleOf } from './matching/obstacles.mjs'
import { BadData } from './matching/read-table.mjs'
import { replay } from './matching/replay.mjs'
import { matchingText } from './matching/report.mjs'
import { scored } from './matching/score.mjs'
import { tally } from './matching/tally.mjs'
import { busyShare, machine } from './measure/machine.mjs'

const variants = amountVariants.flatMap((amount) => textVariants.map((text) => ({ amount, text })))

/** Decisions before any is timed, so that the first variant does not pay for compiling. */
const warmUp = 200

const scoreOf = (answer, rows, items) => (answer._tag === 'Apply' ? scored(answer, rows, items) : undefined)

/** Every variant through the library's decisions. */
const decided = (moments, truth) => {
  const grown = growth()
  const wrong = []
  const slowest = []
  const reasons = variants.map(() => new Map())
  for (const variant of variants) decideAll(moments.slice(0, warmUp), variant, () => undefined)
  const rows = variants.map((variant, at) => {
    const counted = tally()
    let worst = { ms: -1 }
    decideAll(moments, variant, ({ payment, items }, answer, ms) => {
      const rowsOfTruth = truth[variant.amount].get(payment.id)
      const score = scoreOf(answer, rowsOfTruth, items)
      counted.add(answer, score, payment.currency, ms)
      grown.add(items.length, ms)
      if (ms > worst.ms) worst = { ...variant, ms, payment: payment.id, items: items.length }
      if (score === undefined) {
        const reason = obstacleOf(answer, rowsOfTruth, items, payment.texts[variant.text])
        reasons[at].set(reason, (reasons[at].get(reason) ?? 0) + 1)
      } else if (!score.isRight) wrong.push({ ...variant, payment: payment.id, rules: answer.rules })
    })
    slowest.push(worst)
    return { ...variant, ...counted.figures() }
  })
  slowest.sort((a, b) => b.ms - a.ms)
  return { rows, reasons, wrong, slowest: slowest[0], growth: grown.rows() }
}

const timeKeys = ['msMedian', 'msP99', 'msMax']
const outcomeKeys = ['ambiguous', 'undecided', 'suspect', 'none']
const countKeys = ['payments', 'autoApplied', 'exactlyRight']
const variantKeys = ['amount', 'text', ...countKeys, 'interchangeable', 'moneyPrecision', ...outcomeKeys, ...timeKeys]
const baselineKeys = ['name', 'amount', 'text', ...countKeys, 'moneyPrecision', ...timeKeys]

const only = (keys) => (row) => Object.fromEntries(keys.map((key) => [key, row[key]]))

const compared = (moments, truth) =>
  baselines.flatMap((baseline) =>
    variants.map((variant) => {
      const counted = tally()
      runBaseline(baseline, moments, askedOf, variant, ({ payment, items }, answer, ms) =>
        counted.add(answer, scoreOf(answer, truth[variant.amount].get(payment.id), items), payment.currency, ms),
      )
      return { name: baseline.name, ...variant, ...counted.figures() }
    }),
  )

const measured = async (folder) => {
  const head = { date: new Date().toISOString(), node: process.versions.node, machine: machine(), ruleSet: ruleSetName }
  const before = await busyShare()
  const data = readBenchmark(folder)
  const ledger = replay(data)
  const [start, processor] = [performance.now(), process.cpuUsage()]
  const found = decided(ledger.moments, data.truth)
  const { user, system } = process.cpuUsage(processor)
  const coreShare = (user + system) / 1_000 / (performance.now() - start)
  const others = compared(ledger.moments, data.truth)
  const single = oneAccount(data)
  return {
    ...head,
    dataset: data.dataset,
    busy: [before, await busyShare()],
    coreShare,
    posting: { commands: ledger.commands, milliseconds: ledger.milliseconds },
    notes: ledger.notes,
    mostOpen: ledger.moments.reduce((so, { items }) => Math.max(so, items.length), 0),
    ...found,
    baselines: others,
    oneAccount: single,
  }
}

/** Run it and print; gives the exit code. */
export const main = async ({ data, json }) => {
  if (data === undefined) {
    console.error('Which ledger? npm run -s bench -- matching --data DIR [--json]')
    return 2
  }
  try {
    const report = await measured(data)
    for (const note of report.notes) console.error(note)
    console.log(
      json
        ? JSON.stringify({
            dataset: report.dataset,
            variants: report.rows.map(only(variantKeys)),
            baselines: report.baselines.map(only(baselineKeys)),
          })
        : matchingText(report, baselines),
    )
    return 0
  } catch (error) {
    if (!(error instanceof BadData)) throw error
    console.error(error.message)
    return 1
  }
}
