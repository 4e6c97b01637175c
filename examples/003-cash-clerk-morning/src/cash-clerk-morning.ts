/** A morning at the cash desk: the same commands that a clerk types, and all that they print. */
import { runQuittance } from '@quittance/cli'
import { fileURLToPath } from 'node:url'

const data = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.url))

/** What the clerk types; files stand in the example's `data` folder. */
const morning: ReadonlyArray<ReadonlyArray<string>> = [
  ['import', 'invoices', 'invoices.csv', '--profile', 'invoices-profile.json'],
  // What came in over night: what would be done with it, and why?
  ['match', 'payments.csv'],
  // Do it. Whatever is not sure is recorded all the same, with its money free.
  ['match', 'payments.csv', '--post'],
  // The same file by mistake a second time: nothing happens.
  ['match', 'payments.csv', '--post'],
  // An auditor asks about a payment: the decision with its terms, checked from the ledger as it stood.
  ['explain', 'P-001', '--verify'],
  // What stands in the way of this one?
  ['explain', 'P-003'],
  // A telephone call later: P-006 was Globex, P-002 pays the older invoice.
  ['identify', 'P-006', 'globex-gmbh'],
  ['apply', 'P-002', 'INV-2026-0104'],
  // What is left for the afternoon.
  ['match'],
]

/** Run the morning on a ledger that is not there yet; returns the transcript. */
export const cashClerkMorning = async (ledger: string): Promise<string> => {
  let transcript = ''
  for (const words of morning) {
    transcript += `$ quittance ${words.join(' ')}\n`
    const args = words.map((word) => (/\.(csv|json)$/.test(word) ? data(word) : word))
    const write = (text: string): void => void (transcript += text.replaceAll(data(''), ''))
    await runQuittance([...args, '--store', `sqlite:${ledger}`], {
      out: (text) => Promise.resolve(write(text)),
      err: { write } as unknown as NodeJS.WriteStream,
    })
    transcript += '\n'
  }
  return transcript
}
