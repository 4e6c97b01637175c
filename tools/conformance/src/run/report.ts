/** A run over a file, for people and for programs. */
import type { Case } from '../file/read-cases.js'
import type { Adapters } from './adapter.js'
import { type CaseResult, runCase } from './run-case.js'

/** What came of a file. */
export interface Report {
  readonly passed: number
  readonly failed: number
  readonly unsupported: number
  readonly cases: ReadonlyArray<CaseResult>
}

/** Run every case of a file, in its order. */
export const runCases = (cases: ReadonlyArray<Case>, adapters: Adapters): Report => {
  const results = cases.map((worked) => runCase(worked, adapters))
  const count = (outcome: CaseResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length
  return { passed: count('passed'), failed: count('failed'), unsupported: count('unsupported'), cases: results }
}

/** One line a case, and the three counts at the end. */
export const reportText = ({ passed, failed, unsupported, cases }: Report): string =>
  [
    ...cases.map(({ id, area, outcome, why }) => `${outcome} ${id} (${area})${why === '' ? '' : `: ${why}`}`),
    `${passed} passed, ${failed} failed, ${unsupported} unsupported`,
    '',
  ].join('\n')
