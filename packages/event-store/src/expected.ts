/**
 * What a writer believes about a stream before appending. There is no default: whoever does not care says `any`.
 */
import { invariant } from '@quittance/kernel'

/** Where a stream ends: the revision of its last fact, or that it has none. @category streams @since 0.1.0 */
export type Head = number | 'no-stream'

/** The stream must have no fact. @category streams @since 0.1.0 */
export interface NoStream {
  readonly _tag: 'NoStream'
}

/** The stream's last fact must have exactly this revision. @category streams @since 0.1.0 */
export interface Exactly {
  readonly _tag: 'Exactly'
  /** From 0; a value below 0 never holds. */
  readonly revision: number
}

/** The stream must have a fact. @category streams @since 0.1.0 */
export interface Exists {
  readonly _tag: 'Exists'
}

/** The stream may be anything. @category streams @since 0.1.0 */
export interface Any {
  readonly _tag: 'Any'
}

/** A writer's belief about the stream. @category streams @since 0.1.0 */
export type Expected = NoStream | Exactly | Exists | Any

/** The stream must have no fact yet. @category streams @since 0.1.0 */
export const noStream: Expected = Object.freeze({ _tag: 'NoStream' })

/** The stream must have some fact. @category streams @since 0.1.0 */
export const exists: Expected = Object.freeze({ _tag: 'Exists' })

/** Whatever the stream is. @category streams @since 0.1.0 */
export const any: Expected = Object.freeze({ _tag: 'Any' })

/**
 * The stream's last fact must be the one that the writer saw.
 *
 * @param revision - revision of that fact, from 0
 * @example
 * exactly(3) // => { _tag: 'Exactly', revision: 3 }
 * @category streams
 * @since 0.1.0
 */
export const exactly = (revision: number): Expected => {
  invariant(Number.isSafeInteger(revision) && revision >= 0, `${revision} is not a revision (a whole number from 0)`)
  return Object.freeze({ _tag: 'Exactly', revision })
}

/**
 * The belief that fits what was read, so that read-decide-append needs no case distinction.
 *
 * @example
 * expectedAt('no-stream') // => { _tag: 'NoStream' }
 * @category streams
 * @since 0.1.0
 */
export const expectedAt = (head: Head): Expected => (head === 'no-stream' ? noStream : exactly(head))

/** Whether a belief agrees with where the stream truly ends. @example expectationHolds(exists, 'no-stream') // => false @category streams @since 0.1.0 */
export const expectationHolds = (expected: Expected, head: Head): boolean => {
  switch (expected._tag) {
    case 'NoStream':
      return head === 'no-stream'
    case 'Exactly':
      return head === expected.revision
    case 'Exists':
      return head !== 'no-stream'
    case 'Any':
      return true
  }
}
