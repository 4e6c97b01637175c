/** How much of what is past due we caused ourselves, and how much nobody can explain. */
import { causeEntry, type CauseTaxonomy, unknownCause } from './cause-taxonomy.js'

/** A past-due amount and what is known of its cause. @category model @since 0.1.0 */
export interface ExplainedAmount {
  readonly openMinor: number
  /** Absent where nothing is known. */
  readonly cause?: string
}

/** Past due in one currency; `totalMinor` = upstream + not upstream + unexplained. @category projections @since 0.1.0 */
export interface UpstreamShare {
  readonly totalMinor: number
  readonly upstreamMinor: number
  readonly notUpstreamMinor: number
  /** Without a cause, or with one that the taxonomy does not have. */
  readonly unexplainedMinor: number
  /** By the department that owns the cause before all, the largest first, ties by name. */
  readonly departments: ReadonlyArray<{ readonly department: string; readonly openMinor: number }>
}

/**
 * Split past-due amounts of one currency by who caused them.
 *
 * @law what is explained and what is not are all that is past due, and the departments are what is explained
 * @category projections
 * @since 0.1.0
 */
export const upstreamShare = (items: ReadonlyArray<ExplainedAmount>, taxonomy: CauseTaxonomy): UpstreamShare => {
  const [byDepartment, share] = [new Map<string, number>(), { upstream: 0, notUpstream: 0, unexplained: 0 }]
  for (const { openMinor, cause = unknownCause.cause } of items) {
    const entry = causeEntry(taxonomy, cause)
    const kind =
      entry.cause === unknownCause.cause ? 'unexplained' : entry.upstream ? ('upstream' as const) : 'notUpstream'
    share[kind] += openMinor
    if (kind === 'unexplained') continue
    const department = entry.departments[0] ?? 'nobody'
    byDepartment.set(department, (byDepartment.get(department) ?? 0) + openMinor)
  }
  return {
    totalMinor: share.upstream + share.notUpstream + share.unexplained,
    upstreamMinor: share.upstream,
    notUpstreamMinor: share.notUpstream,
    unexplainedMinor: share.unexplained,
    departments: [...byDepartment]
      .map(([department, openMinor]) => ({ department, openMinor }))
      .sort((a, b) => b.openMinor - a.openMinor || (a.department < b.department ? -1 : 1)),
  }
}
