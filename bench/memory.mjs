// How much memory the view of a million facts takes to rebuild. Filling and rebuilding have processes of their own.
import { join } from 'node:path'
import { mixOfFacts } from './facts/account-facts.mjs'
import { inOwnProcess } from './measure/child.mjs'
import { cost, rate } from './measure/figure.mjs'
import { inScratchFolder } from './measure/scratch.mjs'

/** Run it. */
export const run = ({ size }) =>
  inScratchFolder(async (folder) => {
    const file = join(folder, 'ledger.sqlite')
    await inOwnProcess('facts/fill-ledger.mjs', [file, String(size(50_000))])
    const runs = []
    for (let round = 0; round < 3; round += 1)
      runs.push(JSON.parse(await inOwnProcess('facts/rebuild-view.mjs', [file])))
    const [{ facts, deltas }] = runs
    const most = (pick) => Math.max(...runs.map(pick))
    const name = `rebuild of ${facts.toLocaleString('en-US')} facts`
    const rounds = runs.length
    return {
      results: [
        cost(
          `${name}: peak resident memory`,
          most((one) => one.peakMb),
          'MB',
          {
            note: `most of ${rounds} rounds, Node itself included; ${mixOfFacts}`,
          },
        ),
        cost(
          'heap in use when it is done',
          most((one) => one.heapMb),
          'MB',
          {
            note: `most of ${rounds} rounds, garbage included`,
          },
        ),
        cost(
          'columns of deltas',
          most((one) => one.columnsMb),
          'MB',
          {
            note: `${deltas.toLocaleString('en-US')} deltas`,
          },
        ),
        rate(
          name,
          facts,
          runs.map((one) => one.milliseconds),
          { note: 'the whole of a process that does nothing else' },
        ),
      ],
      rivals: [],
    }
  })
