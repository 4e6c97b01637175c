import type { Instant } from '@quittance/kernel'
import type { NewFact } from './port.js'

const later = (a: Instant, b: Instant | undefined): Instant => (b === undefined || a >= b ? a : b)

/**
 * The moment of knowledge that a store writes on a fact, so that "what did we know at" has one answer.
 *
 * Live: never below anything in the store. Imported: its own time, never below the last fact of its own stream.
 *
 * @param streamLast - stamp of the stream's last fact, if it has one
 * @param highest - highest stamp in the whole store, if it holds a fact
 * @law "a live fact is never stamped below the store's highest recording time"
 * @category streams
 * @since 0.1.0
 */
export const stampOf = (
  fact: Pick<NewFact, 'recordedAt' | 'importedAt'>,
  streamLast: Instant | undefined,
  highest: Instant | undefined,
): Instant => later(fact.recordedAt, fact.importedAt === undefined ? highest : streamLast)
