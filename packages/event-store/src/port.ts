/**
 * The port: what every store of facts promises, whatever it is made of. The laws in `laws/` say the same in tests.
 */
import type { Instant, LocalDate } from '@quittance/kernel'
import type { Expected, Head } from './expected.js'

/** A value that survives JSON unchanged: no undefined, no NaN, integers within 2^53 - 1. @category model @since 0.1.0 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject

/** The payload of a fact: plain JSON, so that jq, DuckDB and pandas read the ledger as it is. @category model @since 0.1.0 */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** A fact about to be written, with everything but its place. @category events @since 0.1.0 */
export interface NewFact {
  /** Unique in the whole store; the same id again is the same fact, not a second one. */
  readonly id: string
  /** Context and name, for instance `cash-application.ReceiptRecorded`. */
  readonly type: string
  /** Version of the payload's shape, from 1. */
  readonly schemaVersion: number
  /** The business day of the fact. */
  readonly effectiveOn: LocalDate
  /** The moment of knowledge as the writer saw it; the store raises it where its own clock rule demands. */
  readonly recordedAt: Instant
  readonly actor: string
  readonly commandId: string
  /** What the command said, as a hash (kernel's envelope has it too; every store must keep it): the same id with other content is refused. */
  readonly commandHash: string
  readonly correlationId: string
  /** The id of the fact or command that caused the command, where one did. */
  readonly causationId?: string
  /** Set on facts of history only: when the import brought them in. */
  readonly importedAt?: Instant
  readonly data: JsonObject
}

/** A fact in its place. @category events @since 0.1.0 */
export interface StoredFact extends NewFact {
  /** Opaque name; the text before the first `-` is its category. */
  readonly stream: string
  /** Place in its stream, from 0 without gaps. */
  readonly revision: number
  /** Place in the whole store, from 1, rising. */
  readonly position: number
}

/** What an append may ask for besides the facts. @category streams @since 0.1.0 */
export interface AppendOptions {
  /** Natural keys that nobody may hold yet; taken together with the facts or not at all. */
  readonly claims?: readonly string[]
}

/** The facts stand, durably. @category streams @since 0.1.0 */
export interface Appended {
  readonly _tag: 'Appended'
  /** Revision of the stream's last fact now; -1 when an empty append met a missing stream. */
  readonly revision: number
  /** Position of the last fact written; of the store's head after an empty append. */
  readonly position: number
  /** The stamp of the last fact written; absent after an empty append. */
  readonly recordedAt?: Instant
}

/** Exactly these facts already stand in this stream: the earlier append succeeded. @category streams @since 0.1.0 */
export interface DuplicateAppend {
  readonly _tag: 'Duplicate'
  /** Revision of the last of the facts, where they stand. */
  readonly revision: number
}

/** The stream is not where the writer thought, or some of the ids are taken by other facts. @category streams @since 0.1.0 */
export interface AppendConflict {
  readonly _tag: 'Conflict'
  readonly expected: Expected
  /** Where the stream truly ends. */
  readonly actual: Head
}

/** A natural key is already held, perhaps by the same stream. @category streams @since 0.1.0 */
export interface ClaimTaken {
  readonly _tag: 'ClaimTaken'
  readonly claim: string
  /** The stream that holds it. */
  readonly by: string
}

/** The store could not tell the outcome; appending the same facts again is safe and tells. @category streams @since 0.1.0 */
export interface UnknownOutcome {
  readonly _tag: 'Unknown'
  readonly reason: string
}

/** Every way in which an append ends. Precedence: Duplicate, Conflict, ClaimTaken. @category streams @since 0.1.0 */
export type AppendResult = Appended | DuplicateAppend | AppendConflict | ClaimTaken | UnknownOutcome

/** A stream, or the tail of one. @category streams @since 0.1.0 */
export interface ReadResult {
  readonly facts: readonly StoredFact[]
  /** The stream's true end, also when only a tail was asked for. */
  readonly revision: Head
}

/** Which facts of the whole store to read; absent parts do not restrict. @category streams @since 0.1.0 */
export interface ReadFilter {
  /** The text before the first `-` of the stream's name, whole. */
  readonly category?: string
  /** Full type names; an empty list matches nothing. */
  readonly types?: readonly string[]
}

/** Which facts to read, and how many at most. @category streams @since 0.1.0 */
export interface ReadAllFilter extends ReadFilter {
  /** At most so many facts in all. */
  readonly limit?: number
}

/** Receives pages in order; the next page waits until this one is done. @category streams @since 0.1.0 */
export type PageHandler = (facts: readonly StoredFact[]) => void | Promise<void>

/** How a subscription ended, and the position up to which pages were handled. @category streams @since 0.1.0 */
export type SubscriptionEnd =
  | { readonly _tag: 'Closed'; readonly checkpoint: number }
  | { readonly _tag: 'Failed'; readonly checkpoint: number; readonly error: unknown }

/** A running reader: first what stands, then what comes. @category streams @since 0.1.0 */
export interface Subscription {
  /** Position of the last fact handled; start the next subscription after it. */
  readonly checkpoint: number
  /** Settles once, when the subscription is closed or its handler failed; never rejects. */
  readonly ended: Promise<SubscriptionEnd>
  /** Stop; resolves when a running handler is done, so do not await it inside the handler. */
  close(): Promise<void>
}

/** Where a store ends: 0 when empty, with the highest recording time it holds. @category streams @since 0.1.0 */
export interface StoreHead {
  readonly position: number
  readonly recordedAt?: Instant
}

/**
 * A store of facts. Results are values; a rejected promise is a bug of the program or a broken machine.
 *
 * Live facts are stamped `recordedAt = max(given, highest in the store)`; facts with `importedAt` keep their own time but are
 * never stamped below the last fact of their own stream.
 *
 * @law every law in `storeLaws`
 * @category streams
 * @since 0.1.0
 */
export interface EventStore {
  /** Write all the facts and take all the claims, or nothing. Without facts only the expectation is tested and no claim is taken. */
  append(stream: string, expected: Expected, facts: readonly NewFact[], options?: AppendOptions): Promise<AppendResult>
  /** A stream in order, from a revision (inclusive, default 0); a missing stream is empty. */
  read(stream: string, from?: number): Promise<ReadResult>
  /** What stands in the store when the reading begins, in position order, after a position (exclusive, default 0); no page is empty. */
  readAll(after?: number, filter?: ReadAllFilter): AsyncIterable<readonly StoredFact[]>
  /** The names of the streams of a category (the text before the first `-`, whole) that have a fact, each once, in pages; no page is empty. */
  streams(category: string): AsyncIterable<readonly string[]>
  /** Follow the store after a position (exclusive): what stands, then what comes, each fact once and in order. */
  subscribe(after: number, handler: PageHandler, filter?: ReadFilter): Subscription
  /** The stream that holds a natural key. */
  claimedBy(claim: string): Promise<string | undefined>
  /** Where the store ends now. */
  head(): Promise<StoreHead>
  /** Finish what is under way and let go; a later append answers `Unknown`. */
  close(): Promise<void>
}
