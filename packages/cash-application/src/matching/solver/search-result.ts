/**
 * What one way of searching found: counts per value, in the order of the problem's values.
 */

/**
 * At most two different solutions, and whether all of them are known. Two solutions end a search; fewer with
 * `exhaustive` false mean that it was cut off and proves nothing.
 *
 * @category model
 * @since 0.1.0
 */
export interface SearchResult {
  readonly found: readonly Int32Array[]
  readonly exhaustive: boolean
}

/** The answer of a search that ran out of work or room. @category model @since 0.1.0 */
export const cutOff: SearchResult = { found: [], exhaustive: false }
