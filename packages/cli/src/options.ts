/** Options that several commands share, and where files are looked for. */
import type { Command } from 'commander'
import { resolve } from 'node:path'

/** Options of every command that reads a ledger. @category model @since 0.1.0 */
export interface LedgerOptions {
  readonly store: string
  readonly entity?: string
  readonly timeZone: string
  readonly json?: boolean
}

/** Options of every report. @category model @since 0.1.0 */
export interface ReportOptions extends LedgerOptions {
  readonly asOf?: string
  readonly knownAt?: string
}

/** A file named on the command line stands in the folder where the user stood, also behind `npm run`. @category model @since 0.1.0 */
export const resolveFile = (file: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), file)

/** Add `--store`, `--entity`, `--time-zone`, `--json`. @category model @since 0.1.0 */
export const withLedgerOptions = (command: Command): Command =>
  command
    .option(
      '--store <store>',
      'sqlite:FILE, memory:, or memory:LOG for a log held in memory',
      'sqlite:quittance.sqlite',
    )
    .option('--entity <id>', 'the seller whose books to read, where a ledger holds several')
    .option('--time-zone <zone>', "the entity's time zone, in which a day of --known-at ends", 'UTC')
    .option('--json', 'print JSON for programs instead of a table')

/** Add `--as-of` and `--known-at` as well. @category model @since 0.1.0 */
export const withReportOptions = (command: Command): Command =>
  withLedgerOptions(command)
    .option('--as-of <day>', 'count what is effective on or before this day (default: the day of the latest fact)')
    .option('--known-at <when>', 'count what was recorded by then: a day (its end) or an instant (default: all)')
