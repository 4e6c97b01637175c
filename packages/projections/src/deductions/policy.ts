/** How long a customer may claim, how soon we answer, how soon a refused deduction is to come in: data, for each customer as agreed. */
import * as E from 'fp-ts/lib/Either.js'
import { listOf, nonEmptyText, oneOf, reportErrors, struct, wholeNumber } from '@quittance/kernel'

/**
 * Windows in calendar days. The last day of each belongs to it: with `claimDays: 30` after a document of 1 March a deduction
 * taken on 31 March is in time, one on 1 April is not.
 *
 * @category policies
 * @since 0.1.0
 */
export interface DeductionWindows {
  /** From which day the customer's days count. `delivered`: the day the document reached the customer; its own day where nobody knows. `due`: of the first instalment. */
  readonly claimFrom: 'issued' | 'delivered' | 'due'
  /** Within how many days after that a deduction may be taken; absent: no limit is agreed. */
  readonly claimDays?: number
  /** Within how many days after it was taken we say whether it is right. */
  readonly answerDays: number
  /** Within how many days after a deduction was refused its money is to be here. */
  readonly repayDays: number
}

/** Windows with a version, what single customers agreed instead, and the codes that state no reason. @category policies @since 0.1.0 */
export interface DeductionPolicy {
  readonly id: string
  readonly version: number
  readonly windows: DeductionWindows
  /** By customer: the whole of what was agreed with them. */
  readonly customers: Readonly<Record<string, DeductionWindows>>
  /** Reason codes of money held back without a claim; counted apart, whatever becomes of them. */
  readonly unexplainedCodes: ReadonlyArray<string>
}

/** Ninety days to claim from the document's day, thirty to answer, thirty to repay: figures to start from, not law. @category policies @since 0.1.0 */
export const shippedDeductionPolicy: DeductionPolicy = {
  id: 'deductions',
  version: 1,
  windows: { claimFrom: 'issued', claimDays: 90, answerDays: 30, repayDays: 30 },
  customers: {},
  unexplainedCodes: ['none-stated', 'unauthorised'],
}

/** What holds with a customer. @category policies @since 0.1.0 */
export const windowsWith = ({ windows, customers }: DeductionPolicy, customer: string): DeductionWindows =>
  Object.hasOwn(customers, customer) ? (customers[customer] ?? windows) : windows

const windows = struct(
  { claimFrom: oneOf('issued', 'delivered', 'due'), answerDays: wholeNumber, repayDays: wholeNumber },
  { claimDays: wholeNumber },
)
const frame = struct({ id: nonEmptyText, version: wholeNumber, windows, unexplainedCodes: listOf(nonEmptyText) })

/**
 * Read a policy out of JSON. No window is below nothing.
 *
 * @rejects a line for each thing wrong, by field
 * @law a deduction policy written as JSON is the same when it is read
 * @category codecs
 * @since 0.1.0
 */
export const decodeDeductionPolicy = (json: unknown): E.Either<ReadonlyArray<string>, DeductionPolicy> => {
  const { customers = {}, ...rest } = isRecord(json) ? json : {}
  const framed = frame.decode(rest)
  const read = isRecord(customers)
    ? Object.entries(customers).map(([name, one]) => ({ name, agreed: windows.decode(one) }))
    : []
  const errors = [
    ...(E.isLeft(framed) ? reportErrors(framed.left) : negativeDays('windows', framed.right.windows)),
    ...(isRecord(customers) ? [] : ['customers: expected an object']),
    ...read.flatMap(({ name, agreed }) =>
      E.isLeft(agreed)
        ? reportErrors(agreed.left).map((line) => `customers.${name}.${line}`)
        : negativeDays(`customers.${name}`, agreed.right),
    ),
  ]
  if (E.isLeft(framed) || errors.length > 0) return E.left(errors)
  const agreed = read.flatMap(({ name, agreed: one }) => (E.isRight(one) ? [[name, one.right] as const] : []))
  return E.right({ ...framed.right, customers: Object.fromEntries(agreed) })
}

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const negativeDays = (
  field: string,
  { claimDays = 0, answerDays, repayDays }: DeductionWindows,
): ReadonlyArray<string> =>
  Object.entries({ claimDays, answerDays, repayDays })
    .filter(([, days]) => days < 0)
    .map(([name, days]) => `${field}.${name}: ${days} days are below nothing`)
