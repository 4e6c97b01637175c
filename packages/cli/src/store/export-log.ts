/** The whole ledger as JSON lines, in the order in which it was recorded. */
import type { EventStore } from '@quittance/event-store'
import { logLine } from './log-line.js'

/** Write every fact, a line each; returns how many. @category codecs @since 0.1.0 */
export const exportLog = async (
  store: EventStore,
  write: (text: string) => Promise<void>,
  withImportedAt: boolean,
): Promise<number> => {
  let count = 0
  for await (const page of store.readAll()) {
    await write(page.map((fact) => `${logLine(fact, withImportedAt)}\n`).join(''))
    count += page.length
  }
  return count
}
