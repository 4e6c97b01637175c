/**
 * The store in memory: for tests, for trying out, and as the plain model that the other stores are compared with.
 */
import { invariant, type Instant } from '@quittance/kernel'
import { withoutWriting, type AppendIndex } from './append-rule.js'
import { AppendSignal } from './append-signal.js'
import type { Expected } from './expected.js'
import { followStore } from './follow-store.js'
import { frozenDeep } from './frozen-deep.js'
import { IdIndex } from './id-index.js'
import type {
  AppendOptions,
  AppendResult,
  EventStore,
  NewFact,
  PageHandler,
  ReadAllFilter,
  ReadFilter,
  ReadResult,
  StoreHead,
  StoredFact,
  Subscription,
} from './port.js'
import { stampOf } from './recording-time.js'
import { categoryOf } from './stream-category.js'

const factsPerPage = 1000
const noClaims: readonly string[] = []

const storedFact = (
  fact: NewFact,
  stream: string,
  revision: number,
  position: number,
  recordedAt: Instant,
): StoredFact => {
  const stored: { -readonly [Key in keyof StoredFact]: StoredFact[Key] } = {
    stream,
    revision,
    position,
    id: fact.id,
    type: fact.type,
    schemaVersion: fact.schemaVersion,
    effectiveOn: fact.effectiveOn,
    recordedAt,
    actor: fact.actor,
    commandId: fact.commandId,
    commandHash: fact.commandHash,
    correlationId: fact.correlationId,
    data: frozenDeep(fact.data),
  }
  if (fact.causationId !== undefined) stored.causationId = fact.causationId
  if (fact.importedAt !== undefined) stored.importedAt = fact.importedAt
  return Object.freeze(stored)
}

const matcher = (filter: ReadFilter): ((fact: StoredFact) => boolean) => {
  const types = filter.types === undefined ? undefined : new Set(filter.types)
  const { category } = filter
  return (fact) =>
    (types === undefined || types.has(fact.type)) && (category === undefined || categoryOf(fact.stream) === category)
}

class MemoryEventStore implements EventStore, AppendIndex {
  readonly #log: StoredFact[] = []
  readonly #streams = new Map<string, StoredFact[]>()
  readonly #byId = new IdIndex(this.#log)
  readonly #claims = new Map<string, string>()
  readonly #changed = new AppendSignal()
  readonly #subscriptions = new Set<Subscription>()
  #highest: Instant | undefined
  #closed = false

  placeOf(id: string): StoredFact | undefined {
    return this.#byId.find(id)
  }

  holderOf(claim: string): string | undefined {
    return this.#claims.get(claim)
  }

  async append(
    stream: string,
    expected: Expected,
    facts: readonly NewFact[],
    options?: AppendOptions,
  ): Promise<AppendResult> {
    if (this.#closed) return { _tag: 'Unknown', reason: 'The store is closed; nothing was written.' }
    const standing = this.#streams.get(stream)
    const claims = options?.claims ?? noClaims
    const head = standing === undefined ? 'no-stream' : standing.length - 1
    const answer = withoutWriting({ stream, expected, facts, claims }, head, this.#log.length, this)
    return answer ?? this.#write(stream, standing ?? [], facts, claims)
  }

  #write(stream: string, standing: StoredFact[], facts: readonly NewFact[], claims: readonly string[]): AppendResult {
    // Everything that may throw comes before the first change, so that a bad payload leaves no half append.
    const before = standing.length
    const written: StoredFact[] = []
    let last = before === 0 ? undefined : (standing[before - 1] as StoredFact).recordedAt
    let highest = this.#highest
    for (const fact of facts) {
      const at = written.length
      last = stampOf(fact, last, highest)
      if (highest === undefined || last > highest) highest = last
      written.push(storedFact(fact, stream, before + at, this.#log.length + at + 1, last))
    }
    if (before === 0) this.#streams.set(stream, standing)
    this.#highest = highest
    for (const fact of written) {
      standing.push(fact)
      this.#log.push(fact)
      this.#byId.add(fact)
    }
    for (const claim of claims) this.#claims.set(claim, stream)
    this.#changed.raise()
    return { _tag: 'Appended', revision: standing.length - 1, position: this.#log.length, recordedAt: last as Instant }
  }

  async read(stream: string, from = 0): Promise<ReadResult> {
    const facts = this.#streams.get(stream)
    if (facts === undefined) return { facts: [], revision: 'no-stream' }
    return { facts: facts.slice(Math.max(from, 0)), revision: facts.length - 1 }
  }

  async *readAll(after = 0, filter: ReadAllFilter = {}): AsyncGenerator<readonly StoredFact[]> {
    const matches = matcher(filter)
    let left = filter.limit ?? Number.POSITIVE_INFINITY
    // Position is index + 1, so the facts after a position start at that index.
    let next = Math.max(after, 0)
    const end = this.#log.length
    while (left > 0 && next < end) {
      const page: StoredFact[] = []
      for (; next < end && page.length < factsPerPage && page.length < left; next++) {
        const fact = this.#log[next] as StoredFact
        if (matches(fact)) page.push(fact)
      }
      left -= page.length
      if (page.length > 0) yield page
    }
  }

  async *streams(category: string): AsyncGenerator<readonly string[]> {
    const names = [...this.#streams.keys()].filter((name) => categoryOf(name) === category)
    for (let from = 0; from < names.length; from += factsPerPage) yield names.slice(from, from + factsPerPage)
  }

  subscribe(after: number, handler: PageHandler, filter: ReadFilter = {}): Subscription {
    invariant(!this.#closed, 'a closed store takes no subscription')
    const source = {
      pagesAfter: (position: number) => this.readAll(position, filter),
      endPosition: () => this.#log.length,
      changed: this.#changed,
    }
    const subscription = followStore(source, after, handler)
    this.#subscriptions.add(subscription)
    void subscription.ended.then(() => this.#subscriptions.delete(subscription))
    return subscription
  }

  async claimedBy(claim: string): Promise<string | undefined> {
    return this.#claims.get(claim)
  }

  async head(): Promise<StoreHead> {
    const position = this.#log.length
    return this.#highest === undefined ? { position } : { position, recordedAt: this.#highest }
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()))
  }
}

/**
 * A store that lives as long as the process.
 *
 * Payloads are frozen where they stand, not copied: whoever goes on changing one gets a TypeError, never a changed fact.
 *
 * @example
 * typeof inMemoryEventStore().append // => 'function'
 * @category streams
 * @since 0.1.0
 */
export const inMemoryEventStore = (): EventStore => new MemoryEventStore()
