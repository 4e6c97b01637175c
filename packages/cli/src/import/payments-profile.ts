/** Profiles of payment files: which column means what. A small JSON file; a bad one gets a report by field. */
import { listOf, nonEmptyText, oneOf, struct, wholeNumber } from '@quittance/kernel'
import type * as t from 'io-ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CliFailure } from '../failure.js'
import { currencySource, dateFormat, type ImportProfile } from './profile.js'
import { readJson } from './read-json.js'

/** Columns of payments. What a file does not have besides id, day and amount, its rows do not say. @category model @since 0.1.0 */
export interface PaymentColumns {
  readonly id: string
  /** The value date. */
  readonly receivedOn: string
  readonly amount: string
  readonly payerName?: string
  readonly payerAccount?: string
  readonly bankReference?: string
  /** What the payer wrote, over one or several columns. */
  readonly text?: ReadonlyArray<string>
  /** The customer, where the file knows who paid. */
  readonly customer?: string
  /** Our own account that the money came in on. */
  readonly bankAccount?: string
}

/** How to read a file of payments. @category model @since 0.1.0 */
export interface PaymentsProfile extends Pick<
  ImportProfile,
  'id' | 'version' | 'delimiter' | 'dateFormat' | 'decimalPoint' | 'grouping' | 'currency'
> {
  readonly payments: PaymentColumns
  /** Columns that are known and not taken; any other column is an error, so that nothing is lost unseen. */
  readonly ignoredColumns?: ReadonlyArray<string>
}

const column = nonEmptyText

const codec: t.Type<PaymentsProfile> = struct(
  {
    id: nonEmptyText,
    version: wholeNumber,
    dateFormat,
    decimalPoint: oneOf('.', ','),
    currency: currencySource,
    payments: struct(
      { id: column, receivedOn: column, amount: column },
      {
        payerName: column,
        payerAccount: column,
        bankReference: column,
        text: listOf(column),
        customer: column,
        bankAccount: column,
      },
    ),
  },
  { delimiter: nonEmptyText, grouping: nonEmptyText, ignoredColumns: listOf(column) },
)

/** Names of the payment profiles that come with the tool; the first is the default. @category model @since 0.1.0 */
export const shippedPaymentsProfiles: ReadonlyArray<string> = ['payments', 'benchmark-payments']

/** Load a profile: a file, or the name of one that comes with the tool. @category model @since 0.1.0 */
export const loadPaymentsProfile = (nameOrFile: string, resolve: (file: string) => string): PaymentsProfile => {
  const file = shippedPaymentsProfiles.includes(nameOrFile)
    ? fileURLToPath(new URL(`../../profiles/${nameOrFile}.json`, import.meta.url))
    : resolve(nameOrFile)
  if (!existsSync(file))
    throw new CliFailure(
      `${nameOrFile}: no such profile file; profiles that come with the tool: ${shippedPaymentsProfiles.join(', ')}`,
    )
  return readJson(nameOrFile, file, codec, 'a profile of payments')
}
