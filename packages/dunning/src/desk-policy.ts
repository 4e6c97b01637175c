/** All that a collector's desk goes by, as one policy: data with an id and a version. */
import { type CallPolicy, callPolicy } from './policies/call/call-summary.js'
import { type CoverageFloor, coverageFloor } from './policies/coverage/planned-touches.js'
import type { CoveragePolicy } from './policies/coverage/small-account-coverage.js'
import { type ContactSignPolicy, contactSignPolicy } from './policies/programme/contact-signs.js'
import { type ProgrammePolicy, programmePolicy } from './policies/programme/programme-scope.js'
import { type QuietPolicy, quietPolicy } from './policies/worklist/call-rest-reasons.js'
import { type WorkPolicy, workPolicy } from './policies/worklist/order-work.js'

/** The policy of a desk: its parts have no id of their own, they change with the whole. @category policies @since 0.1.0 */
export interface DeskPolicy {
  readonly id: string
  readonly version: number
  readonly call: CallPolicy
  readonly work: WorkPolicy
  readonly quiet: QuietPolicy
  readonly floor: CoverageFloor
  readonly coverage: CoveragePolicy
  readonly programme: ProgrammePolicy
  readonly signs: ContactSignPolicy
  /** An order of the last so many days raises a flag where something is past due for more than the days of grace. */
  readonly orders: { readonly days: number; readonly graceDays: number }
  /** A promise comes first for so many days after its window, until it is followed up: 1 is yesterday, 3 bridges a weekend. */
  readonly brokenFirstDays: number
  /** For how many days after its window a broken promise weighs on the score. */
  readonly brokenPromiseDays: number
}

/** The default desk, made of the defaults of its parts; accounts below 1,000 in euros, dollars or pounds are small. @category policies @since 0.1.0 */
export const deskPolicy: DeskPolicy = {
  id: 'desk',
  version: 1,
  call: callPolicy,
  work: workPolicy,
  quiet: quietPolicy,
  floor: coverageFloor,
  coverage: { coverageDays: 60, smallBelowMinor: { EUR: 1000_00, GBP: 1000_00, USD: 1000_00 } },
  programme: programmePolicy,
  signs: contactSignPolicy,
  orders: { days: 14, graceDays: 5 },
  brokenFirstDays: 1,
  brokenPromiseDays: 90,
}
