/**
 * A fact as it stands in the ledger: what happened, on which business day, and when we learned of it.
 */
import type { Instant } from './instant.js'
import type { LocalDate } from './local-date.js'

/**
 * What surrounds every fact. `effectiveOn` is the business day, `recordedAt` the moment of knowledge;
 * a report filters on both and never reorders facts, which stand in stream order.
 *
 * @category events
 * @since 0.1.0
 */
export interface Envelope {
  /** UUIDv5 of entity, stream, command id and index: the same command gives the same id on every machine. */
  readonly id: string
  readonly stream: string
  /** Place in its stream, from 0 without gaps. */
  readonly revision: number
  /** Place in the whole store, rising, from 1. */
  readonly position: number
  readonly effectiveOn: LocalDate
  /** When the ledger learned of it; within a stream never below the fact before. */
  readonly recordedAt: Instant
  readonly actor: string
  readonly commandId: string
  /** What the command said, as a hash: the same id with other content is refused. */
  readonly commandHash: string
  readonly correlationId: string
  /** The id of the fact or command that caused the command, where one did. */
  readonly causationId?: string
  /** When a fact of history was brought in by an import; absent on live facts. */
  readonly importedAt?: Instant
}

/** A fact with its envelope. @category events @since 0.1.0 */
export interface Recorded<Fact> extends Envelope {
  readonly fact: Fact
}
