/** `--as-of` and `--known-at`: a day means its end in the entity's time zone. */
import { epochDay, type Instant, isInstant, isLocalDate, type LocalDate } from '@quittance/kernel'
import type { LedgerView, PointInTime } from '@quittance/projections'
import { CliFailure } from './failure.js'

/** The options as typed. @category model @since 0.1.0 */
export interface PointOptions {
  readonly asOf?: string
  readonly knownAt?: string
  readonly timeZone: string
}

/** A day as typed, or a usage failure that names the option. @category model @since 0.1.0 */
export const dayOption = (name: string, text: string): LocalDate => {
  if (!isLocalDate(text)) throw new CliFailure(`${name} ${text}: not a day YYYY-MM-DD`, 2)
  return text
}

/** The point that the options name. Without them: the day of the latest fact, and all that is known. @category model @since 0.1.0 */
export const pointOf = (view: LedgerView, options: PointOptions): PointInTime => {
  const asOf = options.asOf === undefined ? view.latestOn : dayOption('--as-of', options.asOf)
  const knownAt =
    options.knownAt === undefined ? view.latestRecordedAt : knownAtOption(options.knownAt, options.timeZone)
  if (asOf === undefined || knownAt === undefined) throw new CliFailure('the ledger holds no fact yet')
  return { asOf, knownAt }
}

const knownAtOption = (text: string, timeZone: string): Instant => {
  if (isInstant(text)) return text
  const day = dayOption('--known-at', text)
  return endOfDay(day, timeZone)
}

const lastMillis = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** The last millisecond of a day in a time zone, at most the last that can be written. @category model @since 0.1.0 */
export const endOfDay = (day: LocalDate, timeZone: string): Instant => {
  const midnightUtc = (epochDay(day) + 1) * 86_400_000
  // The zone's offset is asked at the first guess and again at the corrected one, which settles days on which clocks change.
  let guess = midnightUtc - offsetMillis(midnightUtc, timeZone)
  guess = midnightUtc - offsetMillis(guess, timeZone)
  return new Date(Math.min(guess - 1, lastMillis)).toISOString() as Instant
}

const offsetMillis = (at: number, timeZone: string): number => {
  const parts = formatter(timeZone).formatToParts(new Date(at))
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  )
  return local - Math.floor(at / 1000) * 1000
}

const formatter = (timeZone: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch {
    throw new CliFailure(`--time-zone ${timeZone}: not a time zone such as Europe/Berlin`, 2)
  }
}
