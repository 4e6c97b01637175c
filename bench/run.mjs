// npm run -s bench -- <name> [--json | --markdown] [--no-rivals] [--quick] [--file CSV]
import { parseArgs } from 'node:util'
import { busyShare, machine } from './measure/machine.mjs'
import { inOwnProcess } from './measure/child.mjs'
import { asMarkdown, asText } from './measure/report.mjs'

const names = [
  'append-memory',
  'replay-memory',
  'large-account',
  'sqlite',
  'checker',
  'import',
  'memory',
  'aging',
  'promises',
  'dunning',
  'matching-solver',
  'remittance-text',
]

const usage = `npm run -s bench -- <name> [--json | --markdown] [--no-rivals] [--quick] [--file CSV]

names: ${names.join(', ')}, or all; and matching, habitual, causes
  --json       one JSON object: bench, date, node, machine, busy, results, rivals
  --markdown   tables for a README
  --no-rivals  our own figures only; installs nothing
  --quick      a twentieth of the work, to see that it runs; such figures say little
  --file CSV   the ledger that "import" reads, if it is not in examples/data
  --seed N     and --mix FILE: the simulated payers of "habitual", the trade of "causes"; without them five seeds and three mixes
  --data DIR   payments with their truth, for "matching"; its --json is {dataset, variants, baselines}`

const options = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        markdown: { type: 'boolean', default: false },
        'no-rivals': { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        file: { type: 'string' },
        data: { type: 'string' },
        seed: { type: 'string' },
        mix: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`)
    return process.exit(2)
  }
}

const { values, positionals } = options()
const [name, ...more] = positionals
if (values.help) {
  console.log(usage)
  process.exit(0)
}
// Scored against a truth, so these report in a form of their own.
if (['matching', 'habitual', 'causes'].includes(name) && more.length === 0) {
  const { main } = await import(`./${name}.mjs`)
  process.exit(
    await main(values).catch((error) => {
      console.error(error.message)
      return 2
    }),
  )
}
if (more.length > 0 || name === undefined || (name !== 'all' && !names.includes(name))) {
  console.error(`${name === undefined ? 'Which bench?' : `There is no bench ${positionals.join(' ')}.`}\n\n${usage}`)
  process.exit(2)
}

const size = (count) => (values.quick ? Math.max(1, Math.round(count / 20)) : count)

const one = async () => {
  const head = { bench: name, date: new Date().toISOString(), node: process.versions.node, machine: machine() }
  const before = await busyShare()
  const { run } = await import(`./${name}.mjs`)
  const found = await run({ size, withRivals: !values['no-rivals'], file: values.file })
  return { ...head, quick: values.quick, busy: [before, await busyShare()], ...found }
}

// Each bench has a process of its own, so that none inherits another's heap.
const flags = Object.entries(values).flatMap(([flag, value]) =>
  flag === 'json' || flag === 'markdown' || value === false || value === undefined
    ? []
    : value === true
      ? [`--${flag}`]
      : [`--${flag}`, value],
)
// Past the console, which rivals print to as well.
const print = (text) => process.stdout.write(`${text}\n`)

const printed = (report) => (values.markdown ? `${asMarkdown(report)}\n` : asText(report))

if (name !== 'all') {
  const report = await one()
  print(values.json ? JSON.stringify(report) : printed(report))
} else {
  const reports = []
  for (const each of names) {
    const report = JSON.parse(await inOwnProcess('run.mjs', [each, '--json', ...flags]))
    if (!values.json) print(`${printed(report)}\n`)
    reports.push(report)
  }
  const [{ date, node, machine: on, quick }] = reports
  const busy = [
    Math.min(...reports.flatMap((report) => report.busy)),
    Math.max(...reports.flatMap((report) => report.busy)),
  ]
  const together = (list) =>
    reports.flatMap((report) => report[list].map((figure) => ({ bench: report.bench, ...figure })))
  const results = together('results')
  if (values.json)
    print(JSON.stringify({ bench: 'all', date, node, machine: on, quick, busy, results, rivals: together('rivals') }))
  else {
    const judged = results.filter(({ met }) => met !== null)
    print(`${judged.filter(({ met }) => met).length} of ${judged.length} goals met`)
  }
}
