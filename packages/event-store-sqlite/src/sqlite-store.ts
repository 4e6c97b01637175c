/**
 * The embedded default store: one file, one writer at a time, any number of readers in any number of processes.
 */
import {
  AppendSignal,
  followStore,
  type AppendOptions,
  type AppendResult,
  type EventStore,
  type Expected,
  type NewFact,
  type PageHandler,
  type ReadAllFilter,
  type ReadFilter,
  type ReadResult,
  type StoredFact,
  type StoreHead,
  type Subscription,
} from '@quittance/event-store'
import { invariant } from '@quittance/kernel'
import { disconnect, type Database } from './binding.js'
import { Dictionary, type Dictionaries } from './dictionary.js'
import { FactReader, type ContentRow, type ScanRow } from './fact-reader.js'
import { GroupCommit } from './group-commit.js'
import { LedgerWriter, streamColumns } from './ledger-writer.js'
import { preparedAppend } from './prepared-append.js'
import { pragmaNumber } from './schema.js'

/** A store in one SQLite file. @category streams @since 0.1.0 */
export interface SqliteEventStore extends EventStore {
  readonly file: string
  /**
   * The fast way through the whole ledger, for rebuilds: without promises and with payloads as text.
   *
   * Reads in bounded pages what stands when it begins, and holds the thread until it is done or `visit` returns false.
   *
   * @param after - position after which to begin (exclusive); 0 for all
   * @returns the position up to which was read; the next scan begins after it
   */
  scan(after: number, visit: (row: ScanRow) => boolean | void, filter?: ReadFilter): number
  /**
   * A scan of what happened and when it was known, without who recorded it and which command caused it: all that a view of
   * balances needs, and a third less to read.
   */
  scanContent(after: number, visit: (row: ContentRow) => boolean | void, filter?: ReadFilter): number
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The store on an open connection to an admitted file. @category streams @since 0.1.0 */
export class SqliteStore implements SqliteEventStore {
  readonly file: string
  readonly #database: Database
  readonly #reader: FactReader
  readonly #commits: GroupCommit
  readonly #changed = new AppendSignal()
  readonly #subscriptions = new Set<Subscription>()
  readonly #pollMilliseconds: number
  #poll: ReturnType<typeof setInterval> | undefined
  #closing: Promise<void> | undefined

  constructor(
    file: string,
    database: Database,
    options: { readonly lockMilliseconds: number; readonly pollMilliseconds: number },
  ) {
    this.file = file
    this.#database = database
    this.#pollMilliseconds = options.pollMilliseconds
    const dictionaries: Dictionaries = {
      words: new Dictionary(database, 'words', ['text']),
      streams: new Dictionary(database, 'streams', ['name', 'category'], streamColumns),
    }
    this.#reader = new FactReader(database, dictionaries)
    this.#commits = new GroupCommit(new LedgerWriter(database, dictionaries), {
      lockMilliseconds: options.lockMilliseconds,
      committed: () => this.#changed.raise(),
    })
  }

  append(
    stream: string,
    expected: Expected,
    facts: readonly NewFact[],
    options?: AppendOptions,
  ): Promise<AppendResult> {
    if (this.#closing !== undefined) {
      return Promise.resolve({ _tag: 'Unknown', reason: 'The store is closed; nothing was written.' })
    }
    return new Promise((settle) => this.#commits.add(preparedAppend(stream, expected, facts, options, settle)))
  }

  async read(stream: string, from = 0): Promise<ReadResult> {
    return this.#reader.stream(stream, Math.max(from, 0))
  }

  async *readAll(after = 0, filter: ReadAllFilter = {}): AsyncGenerator<readonly StoredFact[]> {
    const end = this.endPosition()
    let left = filter.limit ?? Number.MAX_SAFE_INTEGER
    for (let from = after; from < end && left > 0;) {
      const { page, upTo } = this.#reader.next(from, end, left, filter)
      from = upTo
      left -= page.rows.length
      if (page.rows.length > 0) yield this.#reader.facts(page)
      await turn()
    }
  }

  async *streams(category: string): AsyncGenerator<readonly string[]> {
    for (let page = this.#reader.streams(category, 0); page.names.length > 0;) {
      yield page.names
      await turn()
      page = this.#reader.streams(category, page.last)
    }
  }

  scan(after: number, visit: (row: ScanRow) => boolean | void, filter: ReadFilter = {}): number {
    const end = this.endPosition()
    let from = after
    while (from < end) {
      const { page, upTo } = this.#reader.next(from, end, Number.MAX_SAFE_INTEGER, filter)
      for (const row of this.#reader.scanRows(page)) if (visit(row) === false) return row.position
      from = upTo
    }
    return Math.max(after, end)
  }

  scanContent(after: number, visit: (row: ContentRow) => boolean | void, filter: ReadFilter = {}): number {
    const end = this.endPosition()
    let from = after
    while (from < end) {
      const { page, upTo } = this.#reader.nextContent(from, end, filter)
      for (const row of this.#reader.contentRows(page)) if (visit(row) === false) return row.position
      from = upTo
    }
    return Math.max(after, end)
  }

  subscribe(after: number, handler: PageHandler, filter: ReadFilter = {}): Subscription {
    invariant(this.#closing === undefined, 'a closed store takes no subscription')
    const source = {
      pagesAfter: (position: number) => this.readAll(position, filter),
      endPosition: () => this.endPosition(),
      changed: this.#changed,
    }
    const subscription = followStore(source, after, handler)
    this.#subscriptions.add(subscription)
    this.#poll ??= this.#watchOthers()
    void subscription.ended.then(() => this.#ended(subscription))
    return subscription
  }

  async claimedBy(claim: string): Promise<string | undefined> {
    return this.#reader.holderOf(claim)
  }

  async head(): Promise<StoreHead> {
    return this.#reader.head()
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  endPosition(): number {
    return this.#reader.head().position
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()))
    await this.#commits.drained()
    disconnect(this.#database)
  }

  /** Commits of other processes raise no signal here, but they change the version of the data. */
  #watchOthers(): ReturnType<typeof setInterval> {
    let known = pragmaNumber(this.#database, 'data_version')
    return setInterval(() => {
      const version = pragmaNumber(this.#database, 'data_version')
      if (version !== known) this.#changed.raise()
      known = version
    }, this.#pollMilliseconds)
  }

  #ended(subscription: Subscription): void {
    this.#subscriptions.delete(subscription)
    if (this.#subscriptions.size > 0) return
    clearInterval(this.#poll)
    this.#poll = undefined
  }
}
