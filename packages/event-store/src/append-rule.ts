/**
 * The rule by which a store answers an append, in its order of precedence; shared by the stores that decide in one place.
 */
import { expectationHolds, type Expected, type Head } from './expected.js'
import type { AppendConflict, AppendResult, NewFact } from './port.js'

/** Where a fact with a given id stands. @category streams @since 0.1.0 */
export interface FactPlace {
  readonly stream: string
  readonly revision: number
}

/** What the rule must be able to look up, at one moment. @category streams @since 0.1.0 */
export interface AppendIndex {
  /** Where the fact with this id stands, if it does. */
  placeOf(id: string): FactPlace | undefined
  /** The stream that holds a claim, if one does. */
  holderOf(claim: string): string | undefined
}

/** An append as it was asked for. @category streams @since 0.1.0 */
export interface AppendRequest {
  readonly stream: string
  readonly expected: Expected
  readonly facts: readonly Pick<NewFact, 'id'>[]
  readonly claims: readonly string[]
}

/** Whether the ids are new, stand in this stream as one run in this order (then where the run ends), or neither. */
const standing = (request: AppendRequest, index: AppendIndex): 'new' | 'mixed' | number => {
  const { stream, facts } = request
  const first = index.placeOf((facts[0] as NewFact).id)
  if (facts.length === 1) return first === undefined ? 'new' : first.stream === stream ? first.revision : 'mixed'
  if (new Set(facts.map(({ id }) => id)).size !== facts.length) return 'mixed'
  let known = 0
  let inRun = 0
  facts.forEach(({ id }, at) => {
    const place = at === 0 ? first : index.placeOf(id)
    if (place === undefined) return
    known += 1
    if (first !== undefined && place.stream === stream && place.revision === first.revision + at) inRun += 1
  })
  if (known === 0) return 'new'
  return inRun === facts.length && first !== undefined ? first.revision + facts.length - 1 : 'mixed'
}

/**
 * Why an append writes nothing, or `undefined` when the store must write it.
 *
 * @param head - where the stream truly ends
 * @param position - where the store ends, for the answer to an empty append
 * @returns in order of precedence: Duplicate, Conflict, ClaimTaken; Appended for an empty append whose expectation holds
 * @law "a retry is a duplicate before it is a conflict", "a conflict goes before a taken claim"
 * @category streams
 * @since 0.1.0
 */
export const withoutWriting = (
  request: AppendRequest,
  head: Head,
  position: number,
  index: AppendIndex,
): AppendResult | undefined => {
  const { expected, facts, claims } = request
  const conflict = (): AppendConflict => ({ _tag: 'Conflict', expected, actual: head })
  if (facts.length === 0) {
    if (!expectationHolds(expected, head)) return conflict()
    return { _tag: 'Appended', revision: head === 'no-stream' ? -1 : head, position }
  }
  const stands = standing(request, index)
  if (typeof stands === 'number') return { _tag: 'Duplicate', revision: stands }
  if (stands === 'mixed' || !expectationHolds(expected, head)) return conflict()
  for (const claim of claims) {
    const by = index.holderOf(claim)
    if (by !== undefined) return { _tag: 'ClaimTaken', claim, by }
  }
  return undefined
}
