import { instant, localDate, type Instant } from '@quittance/kernel'
import type { AppendResult, EventStore, JsonObject, NewFact, ReadAllFilter, StoredFact } from '../port.js'
import { expectLaw } from './law.js'

/** What a law cares about in a sample fact; the rest is filled in. @category laws @since 0.1.0 */
export interface SampleFact {
  readonly type?: string
  readonly recordedAt?: Instant
  readonly importedAt?: Instant
  readonly causationId?: string
  readonly data?: JsonObject
}

/**
 * A fact for tests: the id says which one, everything else is plain.
 *
 * @example
 * sampleFact('receipt-1').type // => 'sample.Noted'
 * @category laws
 * @since 0.1.0
 */
export const sampleFact = (id: string, sample: SampleFact = {}): NewFact => ({
  id,
  type: 'sample.Noted',
  schemaVersion: 1,
  effectiveOn: localDate('2026-01-05'),
  recordedAt: instant('2026-01-05T10:00:00.000Z'),
  actor: 'clerk',
  commandId: `command-${id}`,
  commandHash: `hash-${id}`,
  correlationId: `correlation-${id}`,
  data: { note: id },
  ...sample,
})

/** Facts with ids `<prefix>-0`, `<prefix>-1` and so on. @category laws @since 0.1.0 */
export const sampleFacts = (prefix: string, count: number, sample: SampleFact = {}): readonly NewFact[] =>
  Array.from({ length: count }, (_, at) => sampleFact(`${prefix}-${at}`, sample))

/** The whole store, page after page. @category laws @since 0.1.0 */
export const everything = async (
  store: EventStore,
  after?: number,
  filter?: ReadAllFilter,
): Promise<readonly StoredFact[]> => {
  const facts: StoredFact[] = []
  for await (const page of store.readAll(after, filter)) {
    expectLaw(page.length > 0, 'readAll handed over an empty page')
    for (const fact of page) facts.push(fact)
  }
  return facts
}

/** The ids of facts, in order. @category laws @since 0.1.0 */
export const idsOf = (facts: readonly { readonly id: string }[]): readonly string[] => facts.map(({ id }) => id)

/** The append must have succeeded; gives its result. @category laws @since 0.1.0 */
export const appended = (result: AppendResult): AppendResult & { readonly _tag: 'Appended' } => {
  expectLaw(result._tag === 'Appended', `expected the append to succeed, saw ${JSON.stringify(result)}`)
  return result
}
