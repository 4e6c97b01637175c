/** The aging scheme of a case, or the library's refusal of it. */
import { type AgingScheme, type EdgeRule, fiveBuckets, schemeOfLabels } from '@quittance/projections'
import * as E from 'fp-ts/lib/Either.js'
import type { Reader } from '../../run/reader.js'

const edgeWords: Readonly<Record<string, EdgeRule>> = {
  closed_upper: 'closed-upper',
  half_open_upper: 'half-open-upper',
  month_ends: 'month-ends',
}

/** `scheme {edges, buckets}`; absent: the library's own. */
export const schemeOf = (given: Reader): E.Either<string, AgingScheme> => {
  const scheme = given.map('scheme')
  if (scheme === undefined) return E.right(fiveBuckets)
  const edges = scheme.oneOf('edges', edgeWords) ?? 'closed-upper'
  const labels = scheme.has('buckets') ? scheme.texts('buckets') : fiveBuckets.buckets.map(({ label }) => label)
  return schemeOfLabels(labels, edges)
}
