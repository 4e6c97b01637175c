/**
 * Appends that arrive together share one commit: each is answered on its own, and only after its facts are durable.
 */
import type { AppendResult } from '@quittance/event-store'
import { isBusy, reasonOf } from './binding.js'
import type { LedgerWriter } from './ledger-writer.js'
import type { PreparedAppend } from './prepared-append.js'

const appendsPerCommit = 512
const factsPerCommit = 20_000

const unknown = (reason: string): AppendResult => ({ _tag: 'Unknown', reason })

/** How a queue of appends behaves. @category streams @since 0.1.0 */
export interface GroupCommitOptions {
  /** How long appends wait for a lock that another process holds, in milliseconds, before they are answered `Unknown`. */
  readonly lockMilliseconds: number
  /** Called after a commit that may have written. */
  readonly committed: () => void
}

/** The queue before the writer. @category streams @since 0.1.0 */
export class GroupCommit {
  readonly #writer: LedgerWriter
  readonly #options: GroupCommitOptions
  #queue: PreparedAppend[] = []
  #isScheduled = false
  #busySince: number | undefined
  #idle: (() => void)[] = []

  constructor(writer: LedgerWriter, options: GroupCommitOptions) {
    this.#writer = writer
    this.#options = options
  }

  /** Put an append into the next commit. */
  add(append: PreparedAppend): void {
    this.#queue.push(append)
    this.#schedule()
  }

  /** Resolves when every append is answered. */
  drained(): Promise<void> {
    if (this.#queue.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    // The end of the turn, not of the microtask: whoever was woken by the last commit may come with the next append.
    setImmediate(() => this.#flush())
  }

  #flush(): void {
    this.#isScheduled = false
    const batch = this.#takeBatch()
    try {
      this.#writer.begin()
    } catch (error) {
      this.#writer.rollback()
      this.#postpone(batch, error)
      return
    }
    this.#busySince = undefined
    const results = this.#commit(batch)
    batch.forEach(({ settle }, at) => settle(results[at] as AppendResult))
    if (this.#queue.length > 0) this.#schedule()
    else for (const resolve of this.#idle.splice(0)) resolve()
  }

  #takeBatch(): readonly PreparedAppend[] {
    let [count, facts] = [0, 0]
    while (count < this.#queue.length && count < appendsPerCommit && facts < factsPerCommit) {
      facts += this.#queue[count]?.facts.length ?? 0
      count += 1
    }
    return this.#queue.splice(0, count)
  }

  /** Apply and commit; an append that fails in an unforeseen way is taken out, and the others are applied again. */
  #commit(batch: readonly PreparedAppend[]): readonly AppendResult[] {
    const failed = new Map<PreparedAppend, AppendResult>()
    for (;;) {
      let current: PreparedAppend | undefined
      try {
        if (failed.size > 0) this.#writer.begin()
        const results = batch.map((append) => {
          current = append
          return failed.get(append) ?? this.#writer.apply(append)
        })
        current = undefined
        this.#writer.commit()
        this.#options.committed()
        return results
      } catch (error) {
        this.#writer.rollback()
        if (current === undefined || failed.size > 8)
          return batch.map(() => unknown(`commit failed: ${reasonOf(error)}`))
        failed.set(current, unknown(reasonOf(error)))
      }
    }
  }

  #postpone(batch: readonly PreparedAppend[], error: unknown): void {
    const now = performance.now()
    this.#busySince ??= now
    if (isBusy(error) && now - this.#busySince < this.#options.lockMilliseconds) {
      this.#queue = [...batch, ...this.#queue]
      this.#isScheduled = true
      // Unequal pauses, so that two processes do not keep meeting; no figure of the ledger depends on them.
      setTimeout(() => this.#flush(), 1 + (now % 7))
      return
    }
    this.#busySince = undefined
    const reason = isBusy(error)
      ? `another process held the file for ${this.#options.lockMilliseconds} ms; nothing was written`
      : `nothing was written: ${reasonOf(error)}`
    for (const { settle } of batch) settle(unknown(reason))
    if (this.#queue.length > 0) this.#schedule()
    else for (const resolve of this.#idle.splice(0)) resolve()
  }
}
