/**
 * A law of the store port: a sentence that must hold for every store, with the test that tries to break it.
 */
import type { EventStore } from '../port.js'

/** A fresh, empty store for one law, and how to let it go. @category laws @since 0.1.0 */
export interface StoreUnderTest {
  readonly store: EventStore
  /** Another handle on the same facts, as another process would have; absent when the store cannot. */
  readonly reopen?: () => Promise<EventStore>
  /** `rising` when positions may have gaps; default `dense`. */
  readonly positions?: 'dense' | 'rising'
  /** Close every handle that was opened and remove what the store left. */
  cleanup(): Promise<void>
}

/** A law as data, for any test runner. @category laws @since 0.1.0 */
export interface StoreLaw {
  /** A business sentence; stable, so that a report can name it. */
  readonly name: string
  /** `reopen` when the law needs a second handle; a store without one passes it untested. */
  readonly needs?: 'reopen'
  /** Opens a store, tries to break the law and cleans up; rejects with an explanation when the law is broken. */
  run(open: () => Promise<StoreUnderTest>): Promise<void>
}

/** A broken law, with what was seen. @category laws @since 0.1.0 */
export class LawBroken extends Error {
  override readonly name: string = 'LawBroken'
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text
}

/** Text of a value with its keys in order, so that two values compare whatever order their keys were written in. @category laws @since 0.1.0 */
export const canonicalText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      : inner,
  ) ?? 'undefined'

/** The condition must hold, or the law is broken with this explanation. @category laws @since 0.1.0 */
export function expectLaw(condition: boolean, explanation: string): asserts condition {
  if (!condition) throw new LawBroken(explanation)
}

/** What was seen must equal what must be, down to the last field. @category laws @since 0.1.0 */
export const expectSame = (seen: unknown, due: unknown, what: string): void =>
  expectLaw(canonicalText(seen) === canonicalText(due), `${what}: expected ${shown(due)}, saw ${shown(seen)}`)

/** A promise that must settle in time, so that a store which hangs breaks the law and not the test run. @category laws @since 0.1.0 */
export const within = async <Value>(milliseconds: number, promise: Promise<Value>, what: string): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LawBroken(`${what}: nothing within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A law from its sentence and the attempt to break it; opening and cleaning up are done here. @category laws @since 0.1.0 */
export const law = (name: string, attempt: (subject: StoreUnderTest) => Promise<void>): StoreLaw => ({
  name,
  run: async (open) => {
    const subject = await open()
    try {
      await attempt(subject)
    } finally {
      await subject.cleanup()
    }
  },
})

/** A law about two handles on the same facts. @category laws @since 0.1.0 */
export const reopenLaw = (
  name: string,
  attempt: (store: EventStore, reopen: () => Promise<EventStore>) => Promise<void>,
): StoreLaw => ({
  ...law(name, async ({ store, reopen }) => {
    if (reopen !== undefined) await attempt(store, reopen)
  }),
  needs: 'reopen',
})
