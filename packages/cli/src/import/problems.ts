/** What is wrong with a file, by line and field, collected so that one look shows it all. */
import { shown } from '../output/shown.js'

/** One thing wrong. @category model @since 0.1.0 */
export interface Problem {
  /** Line in the file, from 1, the header being a line too. */
  readonly line: number
  readonly field: string
  readonly problem: string
}

/** `FILE:LINE: FIELD: what is wrong`. @category model @since 0.1.0 */
export const describeProblem = (file: string, { line, field, problem }: Problem): string =>
  `${file}:${line}: ${field}: ${shown(problem, 200)}`
