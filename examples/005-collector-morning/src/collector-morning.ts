/** A morning at the collector's desk: the commands that she types, and all that they print. */
import { runQuittance } from '@quittance/cli'
import { recordSpring } from './spring.js'

/** What the collector types, on the last day of June and on the morning after. */
const morning: ReadonlyArray<ReadonlyArray<string>> = [
  // Which promises are due for a verdict? It is recorded, once.
  ['promise', 'assess', '--on', '2026-06-30'],
  // There is time for three calls.
  ['worklist', '--on', '2026-06-30', '--capacity', '3'],
  // The broken promise comes first.
  ['call', 'initech', '--on', '2026-06-30'],
  ['promise', 'make', 'initech', '2000.00', '--by', '2026-07-02', '--on', '2026-06-30', '--taken-by', 'carla'],
  [
    'touch',
    'record',
    'initech',
    'promised',
    '--on',
    '2026-06-30',
    '--actor',
    'carla',
    '--spoke-with',
    'Mr Lumbergh',
    '--asked',
    '2000.00',
  ],
  // One invoice is nearly all of it: that one is named.
  ['call', 'globex', '--on', '2026-06-30'],
  // The invoice is found, and Friday is named: that is the day of the next call.
  [
    'touch',
    'record',
    'globex',
    'reached',
    '--on',
    '2026-06-30',
    '--actor',
    'carla',
    '--spoke-with',
    'Ms Lind',
    '--excuse',
    'awaiting-approval',
    '--resolve-on',
    '2026-07-03',
    '--words',
    'the director signs on Friday',
  ],
  // Many small ones: one total, and no list.
  ['call', 'soylent', '--on', '2026-06-30'],
  ['touch', 'record', 'wayne', 'no-answer', '--on', '2026-06-30', '--actor', 'carla'],
  // The next morning: whoever was called is left alone, and soylent has its turn.
  ['worklist', '--on', '2026-07-01', '--capacity', '3'],
  // On Friday globex is free again, and its page says what was said.
  ['call', 'globex', '--on', '2026-07-03'],
]

const quoted = (word: string): string => (word.includes(' ') ? `"${word}"` : word)

/** Run the morning on a ledger that is not there yet; returns the transcript. */
export const collectorMorning = async (ledger: string): Promise<string> => {
  const store = `sqlite:${ledger}`
  await recordSpring(store)
  let transcript = ''
  const write = (text: string): void => void (transcript += text)
  for (const words of morning) {
    write(`$ quittance ${words.map(quoted).join(' ')}\n`)
    await runQuittance([...words, '--store', store], {
      out: (text) => Promise.resolve(write(text)),
      err: { write } as unknown as NodeJS.WriteStream,
    })
    write('\n')
  }
  return transcript
}
