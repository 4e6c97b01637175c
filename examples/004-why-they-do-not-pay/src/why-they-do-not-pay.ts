/** From order to past due to cause to the department: facts come in as they happened, and the reports are asked what is behind them. */
import { openStore, runQuittance } from '@quittance/cli'
import { instantOn, type LocalDate } from '@quittance/kernel'
import { openLedger } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { quarter } from './quarter.js'

/** What the head of receivables asks at the end of March. */
const questions: ReadonlyArray<ReadonlyArray<string>> = [
  // What is open, and how old is it?
  ['aging', '--as-of', '2026-03-31'],
  // How much of that did we do ourselves, and which department has to hear of it?
  ['causes', '--as-of', '2026-03-31', '--by', 'department'],
  // Globex never complained. How do we know?
  ['causes', '--as-of', '2026-03-31', '--explain', 'INV-1'],
  // Vandelay did complain.
  ['causes', '--as-of', '2026-03-31', '--explain', 'INV-5'],
  // What would the aging be without all that?
  ['causes', '--as-of', '2026-03-31', '--without'],
  // Whose turn is it with what was held back?
  ['deductions', '--as-of', '2026-03-31'],
  // And what do the sellers get?
  ['commission', '--as-of', '2026-03-31'],
]

/** Record the quarter in a ledger that is not there yet, ask, and return the transcript. */
export const whyTheyDoNotPay = async (store: string): Promise<string> => {
  await recordQuarter(store)
  let transcript = ''
  for (const words of questions) {
    transcript += `$ quittance ${words.join(' ')}\n`
    const write = (text: string): void => void (transcript += text)
    await runQuittance([...words, '--store', store], {
      out: (text) => Promise.resolve(write(text)),
      err: { write } as unknown as NodeJS.WriteStream,
    })
    transcript += '\n'
  }
  return transcript
}

/** Each fact is recorded at noon of its own day, as systems that talk to each other would have done. */
const recordQuarter = async (name: string): Promise<void> => {
  const store = await openStore(name, (file) => file, false)
  let today: LocalDate | undefined
  const clock = () => instantOn(today ?? ('2026-01-01' as LocalDate), '12:00:00.000')
  const ledger = openLedger({ store, entity: 'acme-pumps', clock })
  for (const [customer, commands] of Object.entries(quarter))
    for (const [index, command] of commands.entries()) {
      today = command.on
      const done = await ledger.run(customer, command, { commandId: `${customer}-${index}`, actor: 'integration' })
      if (E.isLeft(done)) throw new Error(`${customer}: ${JSON.stringify(done.left)}`)
    }
  await store.close()
}
