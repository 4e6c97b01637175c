import type { AppendSignal } from './append-signal.js'
import type { PageHandler, StoredFact, Subscription, SubscriptionEnd } from './port.js'

/** What following a store takes: its pages and a signal of change. @category streams @since 0.1.0 */
export interface FollowSource {
  /** Facts after a position (exclusive), in order, up to the present end. */
  pagesAfter(position: number): AsyncIterable<readonly StoredFact[]>
  /** Position of the store's present end, so that facts which a filter leaves out are passed over once only. */
  endPosition(): number
  /** Raised after every change; a raise too many does no harm. */
  readonly changed: AppendSignal
}

/**
 * Follow a store: hand over what stands, then what comes, each fact once, in order, one page at a time.
 *
 * The checkpoint moves only when the handler is done with a page; a handler that fails ends the subscription there.
 *
 * @param after - position of the last fact already handled; 0 for none
 * @law a subscription sees every fact once and in order, those that stand and those that come
 * @category streams
 * @since 0.1.0
 */
export const followStore = (source: FollowSource, after: number, handler: PageHandler): Subscription => {
  let checkpoint = after
  let from = after
  let closing = false
  const run = async (): Promise<SubscriptionEnd> => {
    while (!closing) {
      const change = source.changed.next()
      const end = source.endPosition()
      for await (const page of source.pagesAfter(from)) {
        if (closing) break
        await handler(page)
        checkpoint = page.at(-1)?.position ?? checkpoint
      }
      from = Math.max(from, checkpoint, end)
      if (!closing) await change
    }
    return { _tag: 'Closed', checkpoint }
  }
  const ended = run().catch((error: unknown): SubscriptionEnd => ({ _tag: 'Failed', checkpoint, error }))
  return {
    get checkpoint() {
      return checkpoint
    },
    ended,
    close: async () => {
      closing = true
      source.changed.raise()
      await ended
    },
  }
}
