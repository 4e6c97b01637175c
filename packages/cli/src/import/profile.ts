/**
 * Import profiles: which column of a file means what. A small JSON file; a bad one gets a report by field.
 */
import { currencyCode, either, listOf, nonEmptyText, oneOf, struct, textMap, wholeNumber } from '@quittance/kernel'
import type * as t from 'io-ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CliFailure } from '../failure.js'
import { readJson } from './read-json.js'

/** Where the currency of a row stands. @category model @since 0.1.0 */
export type CurrencySource = { readonly constant: string } | { readonly column: string }

/** Where the moment stands at which a row may be taken as known: a column of instants, or a fixed time (UTC) of the effective day. @category model @since 0.1.0 */
export type RecordedAtSource = { readonly column: string } | { readonly time: string }

/** Columns of invoices. @category model @since 0.1.0 */
export interface InvoiceColumns {
  readonly number: string
  readonly customer: string
  readonly issuedOn: string
  readonly dueOn: string
  readonly amount: string
  readonly purchaseOrder?: string
  readonly order?: string
  readonly delivery?: string
  readonly salesRep?: string
  /** Some ledgers hold invoices due before their own day; default `refuse`. */
  readonly dueBeforeIssue?: 'accept' | 'refuse'
  /** A flag without a date: disputed in full from the invoice date until settlement, cause unknown. */
  readonly disputed?: {
    readonly column: string
    readonly yes: ReadonlyArray<string>
    readonly no: ReadonlyArray<string>
  }
  /** Attribute name to column. */
  readonly attributes?: Readonly<Record<string, string>>
}

/** Columns of settlements: an empty `settledOn` means not settled; without `amount`, all that is open. @category model @since 0.1.0 */
export interface SettlementColumns {
  readonly invoice: string
  readonly customer: string
  readonly settledOn: string
  readonly amount?: string
  /** The receipt's id; `R-<invoice>` without. Rows that share one are one receipt. */
  readonly receipt?: string
}

/** How to read a file of receivables. @category model @since 0.1.0 */
export interface ImportProfile {
  readonly id: string
  readonly version: number
  /** The seller's entity; `--entity` overrides it. */
  readonly entity: string
  readonly delimiter?: string
  readonly dateFormat: 'YYYY-MM-DD' | 'YYYYMMDD' | 'M/D/YYYY' | 'D/M/YYYY' | 'D.M.YYYY'
  readonly decimalPoint: '.' | ','
  /** A separator of thousands to strip; without one, grouping is an error. */
  readonly grouping?: string
  readonly currency: CurrencySource
  readonly recordedAt: RecordedAtSource
  readonly invoices?: InvoiceColumns
  readonly settlements?: SettlementColumns
  /** Columns that are known and not taken; any other column is an error, so that nothing is lost unseen. */
  readonly ignoredColumns?: ReadonlyArray<string>
}

const column = nonEmptyText

/** How days may be written. @category codecs @since 0.1.0 */
export const dateFormat: t.Type<ImportProfile['dateFormat']> = oneOf(
  'YYYY-MM-DD',
  'YYYYMMDD',
  'M/D/YYYY',
  'D/M/YYYY',
  'D.M.YYYY',
)

/** Where the currency may stand. @category codecs @since 0.1.0 */
export const currencySource: t.Type<CurrencySource> = either(struct({ constant: currencyCode }), struct({ column }))

const codec: t.Type<ImportProfile> = struct(
  {
    id: nonEmptyText,
    version: wholeNumber,
    entity: nonEmptyText,
    dateFormat,
    decimalPoint: oneOf('.', ','),
    currency: currencySource,
    recordedAt: either(struct({ column }), struct({ time: nonEmptyText })),
  },
  {
    delimiter: nonEmptyText,
    grouping: nonEmptyText,
    invoices: struct(
      { number: column, customer: column, issuedOn: column, dueOn: column, amount: column },
      {
        purchaseOrder: column,
        order: column,
        delivery: column,
        salesRep: column,
        dueBeforeIssue: oneOf('accept', 'refuse'),
        disputed: struct({ column, yes: listOf(nonEmptyText), no: listOf(nonEmptyText) }),
        attributes: textMap,
      },
    ),
    settlements: struct({ invoice: column, customer: column, settledOn: column }, { amount: column, receipt: column }),
    ignoredColumns: listOf(column),
  },
)

/** Names of the profiles that come with the tool. @category model @since 0.1.0 */
export const shippedProfiles: ReadonlyArray<string> = ['highradius-open', 'ibm-ar']

/** Load a profile: a file, or the name of one that comes with the tool. @category model @since 0.1.0 */
export const loadProfile = (nameOrFile: string, resolve: (file: string) => string): ImportProfile => {
  const file = shippedProfiles.includes(nameOrFile)
    ? fileURLToPath(new URL(`../../profiles/${nameOrFile}.json`, import.meta.url))
    : resolve(nameOrFile)
  if (!existsSync(file))
    throw new CliFailure(
      `${nameOrFile}: no such profile file; profiles that come with the tool: ${shippedProfiles.join(', ')}`,
    )
  const profile = readJson(nameOrFile, file, codec, 'an import profile')
  const time = 'time' in profile.recordedAt ? profile.recordedAt.time : '00:00:00.000'
  if (!/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}$/.test(time))
    throw new CliFailure(`${nameOrFile}: recordedAt.time: "${time}" is not a time of day HH:MM:SS.sss`)
  return profile
}
