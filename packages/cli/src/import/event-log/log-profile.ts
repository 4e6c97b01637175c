/**
 * Profiles of event logs: a file with one row for each thing that happened to a case, and which fact each kind of row is.
 */
import { type Channel, channelCodec, type TouchOutcome } from '@quittance/dunning'
import { listOf, nonEmptyText, oneOf, struct, tagLiteral, textMap, wholeNumber } from '@quittance/kernel'
import * as t from 'io-ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CliFailure } from '../../failure.js'
import { currencySource, dateFormat, type ImportProfile } from '../profile.js'
import { readJson } from '../read-json.js'

/** What a row of an activity does to its case; `amount` names a column. @category model @since 0.1.0 */
export type LogStep =
  /** The case begins: an invoice under its number, due so many days later. */
  | {
      readonly does: 'issue'
      readonly amount: string
      readonly dueDays: number
      readonly attributes?: Readonly<Record<string, string>>
    }
  /** A charge comes on top. */
  | { readonly does: 'charge'; readonly amount: string; readonly reason: string }
  /** What is claimed, without the charges, becomes this much: a debit note over the difference. */
  | { readonly does: 'raise-to'; readonly amount: string; readonly reason: string }
  | { readonly does: 'receive'; readonly amount: string }
  | { readonly does: 'deliver'; readonly channel: Channel }
  /** All that is open of the case is disputed; where nothing is, the objection is a contact. */
  | { readonly does: 'dispute'; readonly cause: string }
  | { readonly does: 'touch'; readonly channel: Channel; readonly outcome: TouchOutcome }
  /** Who approved it is not in a log: the profile says whom to name. */
  | { readonly does: 'place'; readonly agency: string; readonly approvedBy: string }

/** How to read an event log. @category model @since 0.1.0 */
export interface LogProfile extends Pick<ImportProfile, 'dateFormat' | 'decimalPoint' | 'grouping'> {
  readonly id: string
  readonly version: number
  readonly entity: string
  readonly currency: ImportProfile['currency']
  /** The time of each day (UTC) at which its rows may be taken as known. */
  readonly recordedAt: { readonly time: string }
  readonly delimiter?: string
  /** Columns: the case, which is the customer too; what happened; the day; the place within the case, a whole number. */
  readonly case: string
  readonly activity: string
  readonly on: string
  readonly sequence: string
  readonly steps: Readonly<Record<string, LogStep>>
  readonly ignoredColumns?: ReadonlyArray<string>
}

const column = nonEmptyText

const outcome: t.Type<TouchOutcome> = oneOf<TouchOutcome>('sent', 'reached', 'refused', 'promised', 'paid', 'disputed')

const step: t.Type<LogStep> = t.union([
  struct({ does: tagLiteral('issue'), amount: column, dueDays: wholeNumber }, { attributes: textMap }),
  struct({ does: tagLiteral('charge'), amount: column, reason: nonEmptyText }),
  struct({ does: tagLiteral('raise-to'), amount: column, reason: nonEmptyText }),
  struct({ does: tagLiteral('receive'), amount: column }),
  struct({ does: tagLiteral('deliver'), channel: channelCodec }),
  struct({ does: tagLiteral('dispute'), cause: nonEmptyText }),
  struct({ does: tagLiteral('touch'), channel: channelCodec, outcome }),
  struct({ does: tagLiteral('place'), agency: nonEmptyText, approvedBy: nonEmptyText }),
]) as unknown as t.Type<LogStep>

const codec: t.Type<LogProfile> = struct(
  {
    id: nonEmptyText,
    version: wholeNumber,
    entity: nonEmptyText,
    dateFormat,
    decimalPoint: oneOf('.', ','),
    currency: currencySource,
    recordedAt: struct({ time: nonEmptyText }),
    case: column,
    activity: column,
    on: column,
    sequence: column,
    steps: t.record(t.string, step) as unknown as t.Type<Readonly<Record<string, LogStep>>>,
  },
  { delimiter: nonEmptyText, grouping: nonEmptyText, ignoredColumns: listOf(column) },
)

/** Names of the profiles of logs that come with the tool. @category model @since 0.1.0 */
export const shippedLogProfiles: ReadonlyArray<string> = ['traffic-fines']

/** Load a profile of a log: a file, or the name of one that comes with the tool. @category model @since 0.1.0 */
export const loadLogProfile = (nameOrFile: string, resolve: (file: string) => string): LogProfile => {
  const file = shippedLogProfiles.includes(nameOrFile)
    ? fileURLToPath(new URL(`../../../profiles/${nameOrFile}.json`, import.meta.url))
    : resolve(nameOrFile)
  if (!existsSync(file))
    throw new CliFailure(
      `${nameOrFile}: no such profile file; profiles of logs that come with the tool: ${shippedLogProfiles.join(', ')}`,
    )
  return readJson(nameOrFile, file, codec, 'a profile of an event log')
}
