/** The laws that every account's log keeps, as one list. */
import { chargebacksOwed, deductionsCredited, deductionsEndOnce } from './difference-laws.js'
import type { AccountLog, AuditLaw, Breach } from './law.js'
import { oneResultPerCommand, readBackAsWritten, revisionsWithoutGaps } from './log-laws.js'
import {
  balancesTie,
  baseValuesConserved,
  realisedOnTheLink,
  everyCutInBounds,
  itemsConserved,
  nothingOverApplied,
  receiptsConserved,
} from './money-laws.js'
import { noMoneyCountsTwice, oneStandingAtATime, verdictsProven } from './promise-laws.js'
import { nothingBeforeItsCause } from './reference-law.js'

/**
 * Every law of an account's history. Hold made-up histories to them in tests, or a log of your own in an audit.
 *
 * @example
 * auditLaws.every((law) => law.holds(seededHistory(1).recorded)) // => true
 * @category laws
 * @since 0.1.0
 */
export const auditLaws: ReadonlyArray<AuditLaw> = [
  receiptsConserved,
  itemsConserved,
  nothingOverApplied,
  balancesTie,
  baseValuesConserved,
  realisedOnTheLink,
  revisionsWithoutGaps,
  nothingBeforeItsCause,
  everyCutInBounds,
  oneResultPerCommand,
  readBackAsWritten,
  oneStandingAtATime,
  verdictsProven,
  noMoneyCountsTwice,
  chargebacksOwed,
  deductionsCredited,
  deductionsEndOnce,
]

/** A law that a log breaks, and where. @category laws @since 0.1.0 */
export interface Finding extends Breach {
  readonly law: string
}

/** Each law that a log breaks, with its first breach; nothing when all is well. @example auditLog([]) // => [] @category laws @since 0.1.0 */
export const auditLog = (log: AccountLog): ReadonlyArray<Finding> =>
  auditLaws.flatMap(({ name, breach }) => {
    const found = breach(log)
    return found === undefined ? [] : [{ law: name, ...found }]
  })
