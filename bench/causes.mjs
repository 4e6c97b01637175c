// What is behind late invoices, found in simulated trade whose errors are known to the scorer alone.
import { resolve } from 'node:path'
import { upstreamWorld } from '@quittance/testkit'
import { lateInvoices } from './causes/late-invoices.mjs'
import { lastWords } from './causes/say-so.mjs'
import { addUp, countNamed, figuresOf } from './causes/score.mjs'
import { factsOf, fixed, fixedMix, readMix, rulesFor, taggedCauses } from './causes/worlds.mjs'
import { inOwnProcess } from './measure/child.mjs'

const goals = { precision: 0.95, recall: 0.9, cleanBlamedShare: 0.02, seconds: 10 }

/** One world, scored for the tagger and for the baseline. */
export const causesRun = (seed, mix) => {
  const world = upstreamWorld(seed, mix)
  const rules = rulesFor(world)
  const late = world.accounts.flatMap(({ facts }) => lateInvoices(facts, world.lastDay))
  const said = new Map(
    world.accounts.flatMap(({ customer, facts }) => [...lastWords(facts, [rules.customerCodes[customer]])]),
  )
  const invoices = world.accounts.reduce(
    (so, { facts }) => so + facts.filter(({ fact }) => fact._tag === 'InvoiceIssued').length,
    0,
  )
  return {
    seed,
    mix: mix.name,
    rules: `${rules.id}@${rules.version}`,
    facts: world.accounts.reduce((so, { facts }) => so + facts.length, 0),
    invoices,
    tagger: countNamed(late, world.truth, taggedCauses(factsOf(world), world.lastDay, rules)),
    lastWord: countNamed(late, world.truth, said),
  }
}

const withFigures = ({ tagger, lastWord, ...run }) => ({
  ...run,
  late: tagger.late,
  ...figuresOf(tagger),
  confusion: tagger.confusion,
  kinds: tagger.kinds,
  baseline: { name: 'last word', ...figuresOf(lastWord), confusion: lastWord.confusion },
})

const percent = (value) => (value === null ? '-' : `${(100 * value).toFixed(2)} %`)

const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const runRow = (run) => [
  run.mix,
  String(run.seed),
  run.facts.toLocaleString('en-US'),
  `${run.late} of ${run.invoices}`,
  `${run.injectedLate} (${run.untraced})`,
  percent(run.precision),
  percent(run.recall),
  `${run.cleanBlamed} of ${run.cleanLate}, ${percent(run.cleanBlamedShare)}`,
  `${percent(run.baseline.precision)}, ${percent(run.baseline.recall)}, ${percent(run.baseline.cleanBlamedShare)}`,
]

const head = [
  'mix',
  'seed',
  'facts',
  'late',
  'by us (no trace)',
  'precision',
  'recall',
  'clean ones blamed',
  'last word',
]

const causeRows = (run) => [
  ['cause of ours', 'there', 'named', 'right', 'precision', 'recall', 'instead'],
  ...Object.entries(run.byCause).map(([cause, { there, named, right, precision, recall }]) => [
    cause,
    String(there),
    String(named),
    String(right),
    percent(precision),
    percent(recall),
    insteadOf(run.confusion[cause] ?? {}, cause),
  ]),
  ['nothing of ours', String(run.cleanLate), '', '', '', '', insteadOf(cleanRow(run.confusion, run.byCause), '')],
]

const cleanRow = (confusion, ours) => {
  const sum = {}
  for (const [cause, row] of Object.entries(confusion))
    if (ours[cause] === undefined)
      for (const [named, count] of Object.entries(row)) sum[named] = (sum[named] ?? 0) + count
  return sum
}

const insteadOf = (row, cause) =>
  Object.entries(row)
    .filter(([named]) => named !== cause)
    .sort(([, a], [, b]) => b - a)
    .map(([named, count]) => `${named} ${count}`)
    .join(', ')

const kindRows = ({ kinds }) => [
  ['error or trouble', 'late', 'no trace', 'right', 'share'],
  ...Object.entries(kinds)
    .sort(([, a], [, b]) => Number(b.ours) - Number(a.ours))
    .map(([kind, { late, untraced, right }]) => [
      kind,
      String(late),
      String(untraced),
      String(right),
      percent(late === 0 ? null : right / late),
    ]),
]

const speedLine = ({ facts, foldSeconds, tagSeconds, foldCpuSeconds, tagCpuSeconds, late, heapMb, rssMb }) =>
  `${facts.toLocaleString('en-US')} facts folded in ${foldSeconds} s and ${late.toLocaleString('en-US')} late items tagged in ${tagSeconds} s, ` +
  `${(foldSeconds + tagSeconds).toFixed(2)} s in all (goal < ${goals.seconds} s: ${foldSeconds + tagSeconds < goals.seconds ? 'met' : 'MISSED'}); ` +
  `${foldCpuSeconds} and ${tagCpuSeconds} s of processor time, all threads; ` +
  `heap ${heapMb} MB afterwards, ${rssMb} MB resident at the most`

/** One seed or mix as asked for, else all that was fixed beforehand, and the speed. */
export const main = async ({ seed, mix, json, quick }) => {
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw new Error(`--seed ${seed}: a whole number is needed`)
  const mixes = mix === undefined ? fixed.mixes.map(fixedMix) : [readMix(resolve(process.env['INIT_CWD'] ?? '.', mix))]
  const seeds = seed === undefined ? fixed.seeds : [Number(seed)]
  const counted = mixes.flatMap((one) => (quick ? seeds.slice(0, 1) : seeds).map((each) => causesRun(each, one)))
  const runs = counted.map(withFigures)
  if (runs.length === 1) return print(json ? JSON.stringify(runs[0]) : oneRun(runs[0]))
  const all = withFigures({
    mix: 'all',
    seed: '',
    facts: runs.reduce((so, run) => so + run.facts, 0),
    invoices: runs.reduce((so, run) => so + run.invoices, 0),
    tagger: addUp(counted.map((run) => run.tagger)),
    lastWord: addUp(counted.map((run) => run.lastWord)),
  })
  const speed =
    seed === undefined && mix === undefined
      ? JSON.parse(await inOwnProcess('causes/speed.mjs', [quick ? '50000' : '1000000'], ['--max-old-space-size=8192']))
      : undefined
  if (json) return print(JSON.stringify({ bench: 'causes', goals, runs, all, speed }))
  return print(
    [
      `root causes under ${runs[0].rules}; last word: precision, recall and clean ones blamed of the baseline`,
      table([head, ...runs.map(runRow), runRow(all)]),
      table(causeRows(all)),
      table(kindRows(all)),
      ...(speed === undefined ? [] : [speedLine(speed)]),
    ].join('\n\n'),
  )
}

const oneRun = (run) => [table([head, runRow(run)]), table(causeRows(run)), table(kindRows(run))].join('\n\n')

const print = (text) => {
  process.stdout.write(`${text}\n`)
  return 0
}
