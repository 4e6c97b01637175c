// Who is found to be a habitual debtor among simulated payers whose nature is known: to the scorer alone.
// The detector is given the facts and nothing else.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { addDebtorFact, emptyDebtorView, habitualDebtorPolicy, judgeDebtor, payerRecords } from '@quittance/projections'
import { payerClasses, payerWorld } from '@quittance/testkit'

const levels = ['none', 'promise-breaker', 'habitual']
const fixedSeeds = [11, 23, 37, 53, 71]
const fixedMixes = ['balanced', 'mostly-honest', 'hard']

const readMix = (path) => {
  let mix
  try {
    mix = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path}: ${error.message}`, { cause: error })
  }
  const wrong =
    ['months', 'brokenPerMille', 'partlyKeptPerMille', 'carelessPerMille', 'sellerErrorPerMille'].find(
      (field) => !Number.isSafeInteger(mix[field]) || mix[field] < 0,
    ) ??
    payerClasses
      .map((one) => `payers.${one}`)
      .find((field) => {
        const count = mix.payers?.[field.slice('payers.'.length)]
        return !Number.isSafeInteger(count) || count < 0
      })
  if (wrong !== undefined) throw new Error(`${path}: ${wrong} must be a whole number, 0 or more`)
  return { name: path, ...mix }
}

/** Judged as of the last day, with all that was known by then. */
const findLevels = ({ accounts, lastDay }) => {
  const view = emptyDebtorView()
  for (const { facts } of accounts) for (const fact of facts) addDebtorFact(view, fact)
  const at = { asOf: lastDay, knownAt: view.ledger.latestRecordedAt }
  return new Map(
    payerRecords(view, at).map((record) => [record.customer, judgeDebtor(record, lastDay, habitualDebtorPolicy).level]),
  )
}

const share = (part, whole) => (whole === 0 ? null : part / whole)

/** Confusion counts per class; found: called habitual; true: promise-breaking. */
export const habitualRun = (seed, mix) => {
  const world = payerWorld(seed, mix)
  const found = findLevels(world)
  const classes = Object.fromEntries(
    payerClasses.map((payerClass) => [
      payerClass,
      { payers: 0, ...Object.fromEntries(levels.map((level) => [level, 0])) },
    ]),
  )
  for (const [customer, payerClass] of world.truth) {
    classes[payerClass].payers += 1
    classes[payerClass][found.get(customer) ?? 'none'] += 1
  }
  const flagged = payerClasses.reduce((so, payerClass) => so + classes[payerClass].habitual, 0)
  const right = classes['promise-breaking'].habitual
  const caused = classes['seller-caused']
  return {
    seed,
    mix: mix.name,
    facts: world.accounts.reduce((so, { facts }) => so + facts.length, 0),
    policy: `${habitualDebtorPolicy.id}@${habitualDebtorPolicy.version}`,
    classes,
    precision: share(right, flagged),
    recall: share(right, classes['promise-breaking'].payers),
    sellerCausedAccused: share(caused.habitual, caused.payers),
    sellerCausedCalledBreaker: share(caused['promise-breaker'], caused.payers),
  }
}

const percent = (value) => (value === null ? '-' : `${(100 * value).toFixed(2)} %`)

const asLines = (runs) => {
  const rows = [
    ['mix', 'seed', 'facts', 'precision', 'recall', 'seller-caused accused', ...payerClasses],
    ...runs.map((run) => [
      run.mix,
      String(run.seed),
      run.facts.toLocaleString('en-US'),
      percent(run.precision),
      percent(run.recall),
      percent(run.sellerCausedAccused),
      ...payerClasses.map((one) => levels.map((level) => run.classes[one][level]).join('/')),
    ]),
  ]
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

/** One seed and mix as asked for, else the five seeds and three mixes that were fixed before the first run. */
export const main = async ({ seed, mix, json }) => {
  const mixes =
    mix === undefined
      ? fixedMixes.map((name) => readMix(new URL(`mixes/${name}.json`, import.meta.url)))
      : [readMix(resolve(process.env['INIT_CWD'] ?? '.', mix))]
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw new Error(`--seed ${seed}: a whole number is needed`)
  const seeds = seed === undefined ? fixedSeeds : [Number(seed)]
  const runs = mixes.flatMap((one) => seeds.map((each) => habitualRun(each, one)))
  const text = json
    ? JSON.stringify(runs.length === 1 ? runs[0] : { bench: 'habitual', runs })
    : `habitual debtors under ${habitualDebtorPolicy.id}@${habitualDebtorPolicy.version}: none/promise-breaker/habitual of each class\n\n${asLines(runs)}`
  process.stdout.write(`${text}\n`)
  return 0
}
