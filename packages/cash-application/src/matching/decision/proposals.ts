/** Allocations as they are proposed: places in canonical order, and the ways by which each was reached. */
import type { MatchRoute } from './model.js'

/** @category model @since 0.1.0 */
export interface Proposal {
  /** Ascending. */
  readonly places: ReadonlyArray<number>
  readonly route: MatchRoute
}

/** What a rule answers: allocations, and whether its search was cut short. @category model @since 0.1.0 */
export interface Proposed {
  readonly proposals: ReadonlyArray<Proposal>
  readonly cut: 'budget' | 'range' | undefined
}

/** @internal */
export const noProposals: Proposed = { proposals: [], cut: undefined }

/** @internal */
export const proposed = (proposals: ReadonlyArray<Proposal>): Proposed => ({ proposals, cut: undefined })

/** Of several searches, everything; cut if one of them was. @internal */
export const allProposed = (...some: ReadonlyArray<Proposed>): Proposed => ({
  proposals: some.flatMap(({ proposals }) => proposals),
  cut: some.find(({ cut }) => cut !== undefined)?.cut,
})
