/**
 * A moment of recording, in UTC with milliseconds: `2026-01-05T10:00:00.000Z`. One written form only, so
 * that instants sort as text and two machines write the same bytes.
 */
import type { Brand } from './brand.js'
import { invariant } from './invariant.js'
import { isLocalDate, type LocalDate } from './local-date.js'

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
