// A day's run of a ladder over 100,000 accounts with a million open items in a SQLite file, each in a process of its own.
import { addDays } from '@quittance/kernel'
import { copyFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { itemsPerAccount, mixOfAccount, quietDay } from './facts/dunning-ledger.mjs'
import { inOwnProcess } from './measure/child.mjs'
import { cost } from './measure/figure.mjs'
import { inScratchFolder } from './measure/scratch.mjs'

const days = ['a quiet day', 'a day on which a tenth get a notice', 'a day on which all do']
const shown = (value) => Math.round(value).toLocaleString('en-US')

const daysOf = async (ledger, copy) => {
  copyFileSync(ledger, copy)
  const found = []
  for (const [more] of days.entries()) {
    const before = loadavg()[0]
    const args = [copy, addDays(quietDay, more)]
    found.push({ ...JSON.parse(await inOwnProcess('facts/dunning-day.mjs', args)), load: before })
  }
  return found
}

const row = (name, { seconds, processor, accounts, noticed, notices, load }, { goal, first }) =>
  cost(`${shown(accounts)} accounts, ${shown(accounts * itemsPerAccount)} open items: ${name}`, seconds, 's', {
    ...(goal === undefined ? {} : { goal }),
    note: [
      `${shown(noticed)} accounts given ${shown(notices)} notices`,
      `${processor.toFixed(1)} s of the processor, all threads; load of the machine before it ${load.toFixed(1)}`,
      ...(first === undefined
        ? []
        : [
            `per account ${((processor / accounts) * 1e6).toFixed(0)} µs of the processor, with a quarter of the accounts ${((first.processor / first.accounts) * 1e6).toFixed(0)} µs`,
          ]),
    ].join('; '),
  })

/** Run it. */
export const run = ({ size }) =>
  inScratchFolder(async (folder) => {
    const ledger = join(folder, 'ledger.sqlite')
    const sizes = [25_000, 50_000, 100_000].map(size)
    const found = []
    let [from, facts] = [0, 0]
    for (const accounts of sizes) {
      facts = Number(await inOwnProcess('facts/dunning-ledger.mjs', [ledger, String(from), String(accounts)]))
      found.push(await daysOf(ledger, join(folder, `${accounts}.sqlite`)))
      from = accounts
    }
    const last = found.at(-1)
    const flat = JSON.parse(
      await inOwnProcess('facts/flat-items.mjs', [join(folder, 'flat.sqlite'), String(sizes.at(-1))]),
    )
    const rows = found.flatMap((each, at) =>
      each.map((one, day) => row(days[day], one, at === 2 ? { goal: 60, first: found[0][day] } : {})),
    )
    const memory = {
      note: `resident at the most, Node itself included; ${found.map((each) => `${shown(each[2].accounts)} accounts ${shown(Math.max(...each.map(({ peakMb }) => peakMb)))} MB`).join(', ')}; ${shown(facts)} facts: ${mixOfAccount}`,
    }
    const plain =
      'it knows no dispute, promise, hold, money in hand, minimum or instalment, looks at one day only, and records nothing that can be claimed, sent or replayed'
    return {
      results: [
        ...rows,
        cost('peak memory of a run', Math.max(...last.map(({ peakMb }) => peakMb)), 'MB', memory),
        ...flat.seconds.map((seconds, day) =>
          cost(`baseline, INSERT … SELECT over a flat table of items: ${days[day]}`, seconds, 's', { note: plain }),
        ),
      ],
      rivals: [],
    }
  })
