/** Collecting what is wrong with several cells of a row. */
import * as E from 'fp-ts/lib/Either.js'
import type { Problem } from './problems.js'

/** Everything that is wrong, each once; nothing when all cells were read. @category model @since 0.1.0 */
export const isAllRight = (cells: ReadonlyArray<E.Either<Problem, unknown>>): ReadonlyArray<Problem> | undefined => {
  const problems = cells.flatMap((cell) => (E.isLeft(cell) ? [cell.left] : []))
  const once = problems.filter(
    (one, index) =>
      problems.findIndex(({ field, problem }) => field === one.field && problem === one.problem) === index,
  )
  return once.length === 0 ? undefined : once
}
