/**
 * Aging schemes: where one bucket ends and the next begins is data, with the edge rule written in it, since
 * published systems differ silently on day 30.
 */
import { addDays, dateOf, type LocalDate, partsOf } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'

/** On which side an upper bound falls: day 30 is in "1-30" (`closed-upper`) or in "31-60" (`half-open-upper`); or bounds are calendar month ends. @category policies @since 0.1.0 */
export type EdgeRule = 'closed-upper' | 'half-open-upper' | 'month-ends'

/** Buckets in order. `upToDays` is each one's upper bound in days of age; the last has none. Under `month-ends` bounds come from the calendar. @category policies @since 0.1.0 */
export interface AgingScheme {
  readonly id: string
  readonly version: number
  readonly edges: EdgeRule
  readonly buckets: ReadonlyArray<{ readonly label: string; readonly upToDays?: number }>
}

/** The default: current (not past due, due today included), 1-30, 31-60, 61-90, 90+ (over 90), upper bounds closed. @category policies @since 0.1.0 */
export const fiveBuckets: AgingScheme = {
  id: 'five-buckets',
  version: 1,
  edges: 'closed-upper',
  buckets: [
    { label: 'current', upToDays: 0 },
    { label: '1-30', upToDays: 30 },
    { label: '31-60', upToDays: 60 },
    { label: '61-90', upToDays: 90 },
    { label: '90+' },
  ],
}

/**
 * A scheme from labels such as `current`, `1-30`, `90+`. Every age must fall in exactly one bucket, so labels
 * that overlap, leave a gap, or have no open end are refused, with the label that is wrong.
 *
 * @rejects with a sentence
 * @law every age falls in exactly one bucket
 * @category policies
 * @since 0.1.0
 */
export const schemeOfLabels = (
  labels: ReadonlyArray<string>,
  edges: EdgeRule = 'closed-upper',
): E.Either<string, AgingScheme> => {
  const scheme = (buckets: AgingScheme['buckets']): AgingScheme => ({
    id: labels.join('/'),
    version: 1,
    edges,
    buckets,
  })
  if (labels.length === 0) return E.left('a scheme has at least one bucket')
  if (new Set(labels).size !== labels.length) return E.left('two buckets have the same label')
  if (edges === 'month-ends')
    return labels.length < 2
      ? E.left('a scheme by month ends has a bucket for what is current and one for what is older')
      : E.right(scheme(labels.map((label) => ({ label }))))

  const buckets: Array<{ label: string; upToDays?: number }> = []
  let above: number | undefined
  for (const [index, label] of labels.entries()) {
    const bounds = boundsOf(label)
    if (bounds === undefined) return E.left(`"${label}" is not a bucket (current, 1-30, 90+)`)
    const problem = misfit(label, bounds, above, index === labels.length - 1)
    if (problem !== undefined) return E.left(problem)
    buckets.push(bounds.to === undefined ? { label } : { label, upToDays: bounds.to })
    above = bounds.to
  }
  return E.right(scheme(buckets))
}

interface Bounds {
  readonly from: number | undefined
  readonly to: number | undefined
}

const boundsOf = (label: string): Bounds | undefined => {
  if (label === 'current') return { from: undefined, to: 0 }
  const range = /^(\d+)-(\d+)$/.exec(label)
  if (range !== null) return { from: Number(range[1]), to: Number(range[2]) }
  const open = /^(?:(\d+)\+|>(\d+)|over_(\d+))$/.exec(label)
  if (open === null) return undefined
  // ">90" begins on day 91; "90+" is also how people write it after "61-90".
  return { from: open[1] === undefined ? Number(open[2] ?? open[3]) + 1 : Number(open[1]), to: undefined }
}

const misfit = (label: string, { from, to }: Bounds, above: number | undefined, last: boolean): string | undefined => {
  if (last !== (to === undefined))
    return last ? `"${label}" leaves no bucket for what is older` : `"${label}" is not last`
  if (from !== undefined && to !== undefined && to < from) return `"${label}" ends before it begins`
  if (above === undefined)
    return from === undefined || from === 0 ? undefined : `"${label}" leaves no bucket for what is current`
  if (from === undefined) return `"${label}" does not come first`
  // "90+" after "61-90" says the same as "91+".
  if (from === above + 1 || (to === undefined && from === above)) return undefined
  return from <= above
    ? `"${label}" overlaps the bucket before it`
    : `"${label}" leaves a gap after the bucket before it`
}

/** The days that bound the buckets by month ends: asOf, then the last days of the months before it. @category policies @since 0.1.0 */
export const monthEndBounds = (scheme: AgingScheme, asOf: LocalDate): ReadonlyArray<LocalDate> => {
  const bounds: Array<LocalDate> = [asOf]
  for (let earlier = asOf; bounds.length < scheme.buckets.length - 1;) {
    const { year, month } = partsOf(earlier)
    earlier = addDays(dateOf(year, month, 1), -1)
    bounds.push(earlier)
  }
  return bounds
}

/**
 * A function that says in which bucket a basis day falls as of a day: the index in `scheme.buckets`.
 *
 * @law every age falls in exactly one bucket
 * @category policies
 * @since 0.1.0
 */
export const bucketFinder = (
  scheme: AgingScheme,
  asOf: LocalDate,
): ((basisOn: LocalDate, ageDays: number) => number) => {
  const last = scheme.buckets.length - 1
  if (scheme.edges === 'month-ends') {
    const bounds = monthEndBounds(scheme, asOf)
    return (basisOn) => {
      if (basisOn >= asOf) return 0
      const month = bounds.findIndex((bound, index) => index > 0 && basisOn > bound)
      return month < 0 ? last : month
    }
  }
  const uppers = scheme.buckets.map(({ upToDays }) => upToDays)
  // Under half-open edges day 30 leaves "1-30"; what is due today is current all the same.
  const inside = (age: number, upper: number): boolean =>
    scheme.edges === 'closed-upper' || upper === 0 ? age <= upper : age < upper
  return (_, age) => {
    const found = uppers.findIndex((upper) => upper === undefined || inside(age, upper))
    return found < 0 ? last : found
  }
}
