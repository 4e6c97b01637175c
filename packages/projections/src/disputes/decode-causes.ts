/** Taxonomies and code tables out of JSON files, or what is wrong with which field. */
import { listOf, nonEmptyText, oneOf, reportErrors, struct, textMap, wholeNumber, yesNo } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { causeStages, type CauseTaxonomy, unknownCause } from './cause-taxonomy.js'
import type { CodeMapping } from './code-mapping.js'

const taxonomy = struct({
  id: nonEmptyText,
  version: wholeNumber,
  causes: listOf(
    struct({
      cause: nonEmptyText,
      meaning: nonEmptyText,
      stage: oneOf(...causeStages),
      family: oneOf('liquidity', 'administrative', 'terms'),
      departments: listOf(nonEmptyText),
      upstream: yesNo,
    }),
  ),
})
const mapping = struct({ id: nonEmptyText, version: wholeNumber, causes: textMap })

/**
 * Read a taxonomy. No cause may stand in it twice, what is upstream has an owner, every cause but `unknown` has a stage, and `unknown`
 * is there and nobody's.
 *
 * @rejects a line for each thing wrong, by field
 * @law a taxonomy written as JSON is the same when it is read
 * @category codecs
 * @since 0.1.0
 */
export const decodeCauseTaxonomy = (json: unknown): E.Either<ReadonlyArray<string>, CauseTaxonomy> => {
  const read = taxonomy.decode(json)
  if (E.isLeft(read)) return E.left(reportErrors(read.left))
  const names = read.right.causes.map(({ cause }) => cause)
  const unknown = read.right.causes.find(({ cause }) => cause === unknownCause.cause)
  const errors = [
    ...names.filter((name, index) => names.indexOf(name) < index).map((name) => `causes: "${name}" stands twice`),
    ...read.right.causes.flatMap(({ cause, departments, upstream }, index) =>
      upstream && departments.length === 0 ? [`causes.${index}: "${cause}" is upstream and nobody's`] : [],
    ),
    ...(unknown === undefined ? ['causes: there is no "unknown"'] : []),
    ...read.right.causes.flatMap(({ cause, stage }, index) =>
      (stage === 'unknown') === (cause === unknownCause.cause)
        ? []
        : [`causes.${index}.stage: "${cause}" is at ${cause === unknownCause.cause ? 'no' : 'some'} stage`],
    ),
    ...(unknown?.upstream === true ? ['causes: "unknown" is nobody\'s'] : []),
  ]
  return errors.length > 0 ? E.left(errors) : E.right(read.right)
}

/**
 * Read a table of codes. Every cause that it names is one of the taxonomy.
 *
 * @rejects a line for each thing wrong, by field
 * @category codecs
 * @since 0.1.0
 */
export const decodeCodeMapping = (
  json: unknown,
  { causes }: CauseTaxonomy,
): E.Either<ReadonlyArray<string>, CodeMapping> => {
  const read = mapping.decode(json)
  if (E.isLeft(read)) return E.left(reportErrors(read.left))
  const errors = Object.entries(read.right.causes)
    .filter(([, cause]) => !causes.some((entry) => entry.cause === cause))
    .map(([code, cause]) => `causes.${code}: "${cause}" is no cause of the taxonomy`)
  return errors.length > 0 ? E.left(errors) : E.right(read.right)
}
