/** Cells to values: days, amounts, currencies, moments; each either read exactly or a problem of its field. */
import {
  type Instant,
  isCurrencyCode,
  isInstant,
  isLocalDate,
  instantOn,
  type LocalDate,
  type Money,
  type MoneyRefusal,
  parseMoney,
} from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { Problem } from './problems.js'
import type { ImportProfile } from './profile.js'
import type { Row } from './read-table.js'

/** A cell read, or what is wrong with it. @category model @since 0.1.0 */
export type Cell<A> = E.Either<Problem, A>

const wrong = (row: Row, field: string, problem: string): E.Either<Problem, never> =>
  E.left({ line: row.line, field, problem })

/** A cell that must say something. @category model @since 0.1.0 */
export const readText = (row: Row, column: string): Cell<string> => {
  const value = row.cells[column] ?? ''
  return value === '' ? wrong(row, column, 'is empty') : E.right(value)
}

/** A day in the profile's format. @category model @since 0.1.0 */
export const readDay = (row: Row, column: string, format: ImportProfile['dateFormat']): Cell<LocalDate> => {
  const value = row.cells[column] ?? ''
  const iso = isoOf(value, format)
  return iso !== undefined && isLocalDate(iso)
    ? E.right(iso)
    : wrong(row, column, value === '' ? 'is empty' : `"${value}" is not a day written ${format}`)
}

const isoOf = (value: string, format: ImportProfile['dateFormat']): string | undefined => {
  if (format === 'YYYY-MM-DD') return value
  if (format === 'YYYYMMDD')
    return /^\d{8}$/.test(value) ? `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}` : undefined
  const separator = format === 'D.M.YYYY' ? '.' : '/'
  const parts = value.split(separator)
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined
  const [first = '', second = '', year = ''] = parts
  const [month, day] = format === 'M/D/YYYY' ? [first, second] : [second, first]
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The currency of a row. @category model @since 0.1.0 */
export const readCurrency = (row: Row, source: ImportProfile['currency']): Cell<string> => {
  if ('constant' in source) return E.right(source.constant)
  const value = row.cells[source.column] ?? ''
  return isCurrencyCode(value) ? E.right(value) : wrong(row, source.column, `"${value}" is not an ISO 4217 currency`)
}

/** An amount of a currency, exactly as written. @category model @since 0.1.0 */
export const readAmount = (
  row: Row,
  column: string,
  currency: string,
  profile: Pick<ImportProfile, 'decimalPoint' | 'grouping'>,
): Cell<Money> => {
  const value = row.cells[column] ?? ''
  const ungrouped = profile.grouping === undefined ? value : value.split(profile.grouping).join('')
  const plain = profile.decimalPoint === ',' ? ungrouped.replace(',', '.') : ungrouped
  const parsed = parseMoney(profile.decimalPoint === ',' && ungrouped.includes('.') ? value : plain, currency)
  return E.isRight(parsed) ? parsed : wrong(row, column, describeRefusal(parsed.left, value))
}

const describeRefusal = (refusal: MoneyRefusal, value: string): string => {
  switch (refusal._tag) {
    case 'TooManyDecimals':
      return `"${value}" has more than the ${refusal.decimals} decimals of ${refusal.currency}`
    case 'AmountOutOfRange':
      return `"${value}" is beyond the safe range of amounts`
    case 'UnknownCurrency':
      return `"${refusal.currency}" is not an ISO 4217 currency`
    case 'NotAnAmount':
      return value === '' ? 'is empty' : `"${value}" is not an amount`
  }
}

/** The moment at which a row may be taken as known. @category model @since 0.1.0 */
export const readKnownAt = (row: Row, on: LocalDate, source: ImportProfile['recordedAt']): Cell<Instant> => {
  if ('time' in source) return E.right(instantOn(on, source.time))
  const value = row.cells[source.column] ?? ''
  return isInstant(value)
    ? E.right(value)
    : wrong(row, source.column, `"${value}" is not an instant YYYY-MM-DDTHH:MM:SS.sssZ`)
}
