/** When a sale earns its commission: terms with a first day, so that a change is dated and old sales keep the old terms. */
import { day, listOf, type LocalDate, nonEmptyText, oneOf, reportErrors, struct, wholeNumber } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'

/** Terms for invoices dated on or after a day, until the next terms begin. @category policies @since 0.1.0 */
export interface CommissionTerms {
  readonly from: LocalDate
  /** From which day the collection days count. */
  readonly countFrom: 'issued' | 'due'
  /** Paid in full so many days after that earns, one day later does not: with 60, day 60 earns and day 61 does not. */
  readonly maxCollectionDays: number
  /** So many days after the last due day commission that was paid in advance may still be kept; on the next it is to be given back. */
  readonly clawbackGraceDays: number
  /** Given up of an invoice without making it short, in minor units, the bound inclusive. */
  readonly toleranceMinor: number
  /** Credits for causes of these stages lose the commission: the sale was at fault. */
  readonly faultStages: ReadonlyArray<string>
}

/** Terms with a version, by their first day. An invoice dated before all of them earns nothing under this policy. @category policies @since 0.1.0 */
export interface CommissionPolicy {
  readonly id: string
  readonly version: number
  readonly terms: ReadonlyArray<CommissionTerms>
}

/** Clean invoices, paid in full within 60 days of their date; thirty days of grace before an advance is given back. @category policies @since 0.1.0 */
export const shippedCommissionPolicy: CommissionPolicy = {
  id: 'commission',
  version: 1,
  terms: [
    {
      from: '0001-01-01' as LocalDate,
      countFrom: 'issued',
      maxCollectionDays: 60,
      clawbackGraceDays: 30,
      toleranceMinor: 0,
      faultStages: ['sales'],
    },
  ],
}

/** The terms in force for an invoice of a day. @category policies @since 0.1.0 */
export const commissionTermsOn = ({ terms }: CommissionPolicy, issuedOn: LocalDate): CommissionTerms | undefined =>
  terms
    .filter(({ from }) => from <= issuedOn)
    .reduce<CommissionTerms | undefined>(
      (latest, one) => (latest === undefined || one.from > latest.from ? one : latest),
      undefined,
    )

const policy = struct({
  id: nonEmptyText,
  version: wholeNumber,
  terms: listOf(
    struct({
      from: day,
      countFrom: oneOf('issued', 'due'),
      maxCollectionDays: wholeNumber,
      clawbackGraceDays: wholeNumber,
      toleranceMinor: wholeNumber,
      faultStages: listOf(nonEmptyText),
    }),
  ),
})

/**
 * Read a policy out of JSON. No two terms begin on one day, no number is below nothing.
 *
 * @rejects a line for each thing wrong, by field
 * @law a commission policy written as JSON is the same when it is read
 * @category codecs
 * @since 0.1.0
 */
export const decodeCommissionPolicy = (json: unknown): E.Either<ReadonlyArray<string>, CommissionPolicy> => {
  const read = policy.decode(json)
  if (E.isLeft(read)) return E.left(reportErrors(read.left))
  const { terms } = read.right
  const errors = terms.flatMap(({ from, maxCollectionDays, clawbackGraceDays, toleranceMinor }, index) => [
    ...(terms.findIndex((one) => one.from === from) < index ? [`terms.${index}.from: ${from} stands twice`] : []),
    ...Object.entries({ maxCollectionDays, clawbackGraceDays, toleranceMinor })
      .filter(([, number]) => number < 0)
      .map(([name, number]) => `terms.${index}.${name}: ${number} is below nothing`),
  ])
  return errors.length > 0 ? E.left(errors) : E.right(read.right)
}
