/** The `--store` option: `sqlite:FILE`, or `memory:` (empty) or `memory:LOG` (a log held in memory). */
import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { openSqliteEventStore } from '@quittance/event-store-sqlite'
import { existsSync } from 'node:fs'
import { CliFailure } from '../failure.js'
import { importLog } from './import-log.js'

/** Open what the option names. @param mustExist - reading commands do not make a new file @category model @since 0.1.0 */
export const openStore = async (
  option: string,
  resolve: (file: string) => string,
  mustExist: boolean,
): Promise<EventStore> => {
  if (option.startsWith('memory:')) return openMemory(option.slice('memory:'.length), resolve)
  if (!option.startsWith('sqlite:') || option === 'sqlite:')
    throw new CliFailure(`--store ${option}: write sqlite:FILE, memory: or memory:LOG`, 2)
  const file = resolve(option.slice('sqlite:'.length))
  if (mustExist && !existsSync(file)) throw new CliFailure(`${file}: no such ledger; import into it first`)
  const opened = openSqliteEventStore({ file })
  if (opened._tag === 'Refused') throw new CliFailure(opened.reason)
  return opened.store
}

const openMemory = async (log: string, resolve: (file: string) => string): Promise<EventStore> => {
  const store = inMemoryEventStore()
  if (log !== '') await importLog(store, resolve(log))
  return store
}
