/**
 * A moment of recording, in UTC with milliseconds: `2026-01-05T10:00:00.000Z`. One written form only, so
 * that instants sort as text and two machines write the same bytes.
 */
import type { Brand } from './brand.js'
import { invariant } from './invariant.js'
import { epochDay, isLocalDate, type LocalDate } from './local-date.js'

/** An instant as `YYYY-MM-DDTHH:MM:SS.sssZ`; sorts as text. @category model @since 0.1.0 */
export type Instant = Brand<string, 'Instant'>

const pattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** Whether a text is an instant in the one written form. @example isInstant('2026-01-05T10:00:00Z') // => false @category model @since 0.1.0 */
export const isInstant = (text: string): text is Instant => {
  const match = pattern.exec(text)
  return match !== null && isLocalDate(match[1] as string)
}

/** An instant that the programmer wrote down. @example instant('2026-01-05T10:00:00.000Z') // => '2026-01-05T10:00:00.000Z' @category model @since 0.1.0 */
export const instant = (text: string): Instant => {
  invariant(isInstant(text), `"${text}" is not an instant YYYY-MM-DDTHH:MM:SS.sssZ`)
  return text
}

/** The day on which an instant falls in UTC. @category model @since 0.1.0 */
export const utcDayOf = (at: Instant): LocalDate => at.slice(0, 10) as LocalDate

/** An instant at a fixed time of a day, in UTC; imports of history use it to say when a fact may be taken as known. @example instantOn(localDate('2026-01-05'), '12:00:00.000') // => '2026-01-05T12:00:00.000Z' @category model @since 0.1.0 */
export const instantOn = (date: LocalDate, time: string): Instant => instant(`${date}T${time}Z`)

/** Milliseconds since 1970-01-01T00:00Z: the form in which instants are compared by the million. @example instantMillis(instant('1970-01-01T00:00:01.000Z')) // => 1000 @category model @since 0.1.0 */
export const instantMillis = (at: Instant): number => {
  const two = (from: number): number => (at.charCodeAt(from) - 48) * 10 + at.charCodeAt(from + 1) - 48
  const seconds = two(11) * 3600 + two(14) * 60 + two(17)
  return (epochDay(at as string as LocalDate) * 86_400 + seconds) * 1000 + two(20) * 10 + at.charCodeAt(22) - 48
}
