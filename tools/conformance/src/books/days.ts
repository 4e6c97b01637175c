/** The days of a case: dates, or offsets from a day 0 of our choice. */
import { addDays, earlierOf, isLocalDate, laterOf, type LocalDate, localDate } from '@quittance/kernel'
import type { Node } from '../file/node.js'
import type { Reader } from '../run/reader.js'

/** Day 0: any day will do. */
export const dayZero: LocalDate = localDate('2026-01-05')

/** The day that a map names, as a date or as an offset. */
export const dayOf = (reader: Reader, dateKey: string, offsetKey: string): LocalDate | undefined => {
  const date = reader.date(dateKey)
  const offset = reader.whole(offsetKey)
  return date ?? (offset === undefined ? undefined : addDays(dayZero, offset))
}

/** When a case takes place. */
export interface Days {
  /** Before every other day of the case: when documents without a date exist. */
  readonly before: LocalDate
  /** When steps without a date happen: the day asked about, else the last day of the case. */
  readonly today: LocalDate
}

/** Whether a case speaks of dates at all; offsets count from day 0. */
export const namesDates = (given: Reader): boolean => hasDate(given.source)

const hasDate = (node: Node): boolean => {
  switch (node.kind) {
    case 'scalar':
      return isLocalDate(node.text)
    case 'list':
      return node.items.some(hasDate)
    case 'map':
      return [...node.entries.values()].some(hasDate)
  }
}

/** The days of a case. */
export const daysOf = (given: Reader): Days => {
  const days = daysIn(given.source, '')
  const first = days.reduce((so, day) => earlierOf(so, day), days[0] ?? dayZero)
  const last = days.reduce((so, day) => laterOf(so, day), days[0] ?? dayZero)
  return { before: addDays(first, -1), today: dayOf(given, 'as_of', 'as_of_day') ?? last }
}

const daysIn = (node: Node, key: string): ReadonlyArray<LocalDate> => {
  switch (node.kind) {
    case 'scalar':
      if (isLocalDate(node.text)) return [node.text]
      return (key === 'day' || key.endsWith('_day')) && /^[+-]?\d{1,6}$/.test(node.text)
        ? [addDays(dayZero, Number(node.text))]
        : []
    case 'list':
      return node.items.flatMap((item) => daysIn(item, key))
    case 'map':
      return [...node.entries].flatMap(([inner, entry]) => daysIn(entry, inner))
  }
}
