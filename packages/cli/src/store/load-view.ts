/** The ledger of one entity read into the view that reports are asked of. */
import type { EventStore } from '@quittance/event-store'
import { parseAccountStream, type Recorded } from '@quittance/kernel'
import { addFact, emptyLedgerView, type LedgerView } from '@quittance/projections'
import { type AccountFact, readFact } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'

/** A view and whose it is. @category projections @since 0.1.0 */
export interface LoadedView {
  readonly view: LedgerView
  readonly entity: string
}

/**
 * Replay the store. With several entities in it, one must be named: their books are never added.
 *
 * @param alsoTell - is told every fact of the accounts that were read, in order
 * @category projections
 * @since 0.1.0
 */
export const loadView = async (
  store: EventStore,
  entity: string | undefined,
  alsoTell: (recorded: Recorded<AccountFact>) => void = () => undefined,
): Promise<LoadedView> => {
  const view = emptyLedgerView()
  const entities = new Map<string, string | undefined>()
  const found = new Set<string>()
  for await (const page of store.readAll(0, { category: 'account' }))
    for (const stored of page) {
      if (!entities.has(stored.stream)) entities.set(stored.stream, parseAccountStream(stored.stream)?.entity)
      const owner = entities.get(stored.stream)
      if (owner !== undefined) found.add(owner)
      if (entity !== undefined && owner !== entity) continue
      const read = readFact(stored)
      if (E.isLeft(read))
        throw new CliFailure(`${stored.stream} revision ${stored.revision}: ${describeLedgerFailure(read.left)}`)
      addFact(view, read.right)
      alsoTell(read.right)
    }
  return { view, entity: chosenEntity(found, entity) }
}

/** The entity whose books are meant, where the names of its accounts alone are read. @category projections @since 0.1.0 */
export const entityOf = async (store: EventStore, entity: string | undefined): Promise<string> => {
  const found = new Set<string>()
  for await (const streams of store.streams('account'))
    for (const stream of streams) {
      const owner = parseAccountStream(stream)?.entity
      if (owner !== undefined) found.add(owner)
    }
  return chosenEntity(found, entity)
}

const chosenEntity = (found: ReadonlySet<string>, entity: string | undefined): string => {
  const names = [...found].sort()
  if (entity === undefined && names.length > 1)
    throw new CliFailure(`the ledger holds the entities ${names.join(', ')}; choose one with --entity`, 2)
  if (entity !== undefined && !found.has(entity))
    throw new CliFailure(`no entity ${entity} in the ledger; it holds ${names.join(', ') || 'nothing'}`)
  return entity ?? names[0] ?? ''
}
