/** A policy of credit control out of a JSON file, or what is wrong with which field. */
import { currencyCode, nonEmptyText, wholeNumber } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { CreditPolicy } from './policies/credit/credit-policy.js'
import { faultsOf, listShape, objectOf, valueOf } from './policy-shape.js'

const [word, count, currency] = [
  valueOf(nonEmptyText, 'a text'),
  valueOf(wholeNumber, 'a whole number'),
  valueOf(currencyCode, 'a currency'),
]
const shape = objectOf(
  {
    id: word,
    version: count,
    marginDays: count,
    limits: listShape(objectOf({ currency }, { customer: word, totalMinor: count, overdueMinor: count })),
    alertTop: count,
  },
  { orderDays: count },
)

/**
 * Read a policy of credit control.
 *
 * @rejects a line for each thing wrong, by field; two lines of limits for the same customer and currency
 * @category codecs
 * @since 0.1.0
 */
export const decodeCreditPolicy = (json: unknown): E.Either<ReadonlyArray<string>, CreditPolicy> => {
  const faults = faultsOf(json, shape)
  if (faults.length > 0) return E.left(faults)
  const policy = json as CreditPolicy
  const lines = policy.limits.map((line) => JSON.stringify([line.customer, line.currency]))
  const twice = lines.flatMap((line, at) => (lines.indexOf(line) < at ? [`limits.${at}: named before`] : []))
  return twice.length > 0 ? E.left(twice) : E.right(policy)
}
