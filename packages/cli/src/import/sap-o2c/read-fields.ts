/** Fields of a row: each read exactly, or a problem of that field. */
import {
  type Decimal,
  type Instant,
  instantOn,
  isCurrencyCode,
  isInstant,
  isLocalDate,
  type LocalDate,
  parseDecimal,
  parseMoney,
} from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ExtractRow } from './read-rows.js'

/** What is wrong with a field of a row. @category model @since 0.1.0 */
export interface FieldProblem {
  readonly place: number
  readonly field: string
  readonly problem: string
}

/** Reads the fields of one row and collects what is wrong; what could not be read stands in as nothing, and the row is then not used. @category model @since 0.1.0 */
export interface FieldReader {
  readonly place: number
  readonly text: (field: string) => string
  readonly optional: (field: string) => string | undefined
  readonly number: (field: string) => number
  readonly currency: (field: string) => string
  readonly minor: (field: string, currency: string) => number
  readonly quantity: (field: string) => Decimal
  readonly flag: (field: string) => boolean
  readonly day: (field: string) => LocalDate | undefined
  readonly moment: (dayField: string, timeField: string) => Instant | undefined
}

/** A reader for one row. @category model @since 0.1.0 */
export const fieldReader = ({ place, cells }: ExtractRow, problems: Array<FieldProblem>): FieldReader => {
  const wrong = (field: string, problem: string): void => void problems.push({ place, field, problem })
  const optional = (field: string): string | undefined => {
    const value = cells[field]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value === 'string') return value
    if (typeof value === 'number') return String(value)
    wrong(field, 'is neither text nor a number')
    return undefined
  }
  const text = (field: string): string => {
    const value = optional(field)
    if (value === undefined && !problems.some((one) => one.place === place && one.field === field))
      wrong(field, field in cells ? 'is empty' : 'is missing')
    return value ?? ''
  }
  const day = (field: string): LocalDate | undefined => {
    const value = optional(field)
    if (value === undefined) return undefined
    const iso = isoDay(value)
    if (iso === undefined) wrong(field, `"${value}" is not a day`)
    return iso
  }
  return {
    place,
    text,
    optional,
    number: (field) => {
      const value = text(field)
      if (value !== '' && !/^\d{1,9}$/.test(value)) wrong(field, `"${value}" is not a whole number`)
      return Number(value)
    },
    currency: (field) => {
      const value = text(field)
      if (value !== '' && !isCurrencyCode(value)) wrong(field, `"${value}" is not an ISO 4217 currency`)
      return value
    },
    minor: (field, currency) => {
      const value = text(field)
      if (value === '' || !isCurrencyCode(currency)) return 0
      const amount = parseMoney(signFirst(value), currency)
      if (E.isLeft(amount)) wrong(field, `"${value}" is not an amount of ${currency}`)
      return E.isLeft(amount) ? 0 : amount.right.minor
    },
    quantity: (field) => {
      const value = text(field)
      const read = parseDecimal(signFirst(value))
      if (value !== '' && E.isLeft(read)) wrong(field, `"${value}" is not a quantity`)
      return E.isLeft(read) ? { unscaled: 0, scale: 0 } : read.right
    },
    flag: (field) => cells[field] === true || cells[field] === 'X' || cells[field] === 'true',
    day,
    moment: (dayField, timeField) => {
      const on = day(dayField)
      return on === undefined ? undefined : instantOn(on, timeOf(cells[timeField]))
    },
  }
}

/** `12.50-`, as SAP prints it, is -12.50. */
const signFirst = (value: string): string => {
  const trimmed = value.trim()
  return trimmed.endsWith('-') ? `-${trimmed.slice(0, -1)}` : trimmed
}

const isoDay = (value: string): LocalDate | undefined => {
  const epoch = /^\/Date\((-?\d+)/.exec(value)?.[1]
  const plain = /^\d{8}$/.test(value) ? `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}` : value
  const iso = epoch === undefined ? plain.slice(0, 10) : isoOfEpoch(Number(epoch))
  const isWhole = plain.length === 10 || isInstant(value) || epoch !== undefined || /^.{10}T[\d:.]+Z?$/.test(plain)
  return isWhole && isLocalDate(iso) ? iso : undefined
}

const isoOfEpoch = (millis: number): string =>
  Math.abs(millis) > 8.64e15 ? '' : new Date(millis).toISOString().slice(0, 10)

/** `{ hours, minutes, seconds }`, or `PT11H31M13S`, or `11:31:13`; anything else is the beginning of the day. */
const timeOf = (value: unknown): string => {
  const parts =
    typeof value === 'object' && value !== null
      ? [
          value['hours' as keyof typeof value],
          value['minutes' as keyof typeof value],
          value['seconds' as keyof typeof value],
        ]
      : typeof value === 'string'
        ? (/^(?:PT)?(\d+)[H:](\d+)[M:](\d+)S?$/.exec(value)?.slice(1) ?? [])
        : []
  const [hours, minutes, seconds] = parts.map(Number)
  const isTime = hours !== undefined && minutes !== undefined && seconds !== undefined
  if (!isTime || !(hours < 24 && minutes < 60 && seconds < 60)) return '00:00:00.000'
  return `${[hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')}.000`
}
