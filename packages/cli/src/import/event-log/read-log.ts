/** A whole event log as commands by case, checked before anything is recorded. */
import * as E from 'fp-ts/lib/Either.js'
import { CliFailure } from '../../failure.js'
import { isAllRight } from '../all-right.js'
import type { Problem } from '../problems.js'
import { readAmount, readCurrency, readDay, readText } from '../read-cell.js'
import type { FileCommands } from '../read-file.js'
import { readTable, type Row, type Table } from '../read-table.js'
import { caseCommands, type LogRow } from './case-commands.js'
import type { LogProfile } from './log-profile.js'

/** Read a log by its profile. The rows of a case are taken by day, and on one day by their place. @category model @since 0.1.0 */
export const readLog = (file: string, text: string, profile: LogProfile): FileCommands => {
  const table = readTable(file, text, profile.delimiter)
  checkColumns(file, table, profile)
  const problems: Array<Problem> = [...table.problems]
  const cases = new Map<string, Array<LogRow>>()
  for (const row of table.rows) {
    const read = readLogRow(row, profile)
    if (E.isLeft(read)) problems.push(...read.left)
    else {
      const own = cases.get(read.right.case)
      if (own === undefined) cases.set(read.right.case, [read.right])
      else own.push(read.right)
    }
  }
  const commands = [...cases.values()].flatMap((rows) => {
    problems.push(...placesTaken(rows, profile))
    const done = caseCommands(rows.sort(byDay), profile)
    problems.push(...done.problems)
    return done.commands
  })
  return { commands, problems: problems.sort((a, b) => a.line - b.line), rows: table.rows.length }
}

const byDay = (a: LogRow, b: LogRow): number => (a.on === b.on ? a.sequence - b.sequence : a.on < b.on ? -1 : 1)

const placesTaken = (rows: ReadonlyArray<LogRow>, { sequence }: LogProfile): ReadonlyArray<Problem> => {
  const lines = new Map<number, number>()
  return rows.flatMap((row) => {
    const earlier = lines.get(row.sequence)
    lines.set(row.sequence, row.line)
    return earlier === undefined
      ? []
      : [
          {
            line: row.line,
            field: sequence,
            problem: `place ${row.sequence} of case ${row.case} is that of line ${earlier}`,
          },
        ]
  })
}

const amountColumns = ({ steps }: LogProfile): ReadonlyArray<string> =>
  Object.values(steps).flatMap((step) => [
    ...('amount' in step ? [step.amount] : []),
    ...(step.does === 'issue' ? Object.values(step.attributes ?? {}) : []),
  ])

const checkColumns = (file: string, { columns }: Table, profile: LogProfile): void => {
  const { currency } = profile
  const needed = new Set([
    profile.case,
    profile.activity,
    profile.on,
    profile.sequence,
    ...amountColumns(profile),
    ...('column' in currency ? [currency.column] : []),
  ])
  const missing = [...needed].filter((name) => !columns.includes(name))
  if (missing.length > 0)
    throw new CliFailure(
      `${file}:1: column ${quoted(missing)} of profile ${profile.id} is not in the header: ${columns.join(', ')}`,
    )
  const known = new Set([...needed, ...(profile.ignoredColumns ?? [])])
  const unknown = columns.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new CliFailure(
      `${file}:1: column ${quoted(unknown)} is unknown to profile ${profile.id}; name it there, or under ignoredColumns`,
    )
}

const quoted = (names: ReadonlyArray<string>): string => names.map((name) => `"${name}"`).join(', ')

const readLogRow = (row: Row, profile: LogProfile): E.Either<ReadonlyArray<Problem>, LogRow> => {
  const name = readText(row, profile.case)
  const activity = readText(row, profile.activity)
  const on = readDay(row, profile.on, profile.dateFormat)
  const currency = readCurrency(row, profile.currency)
  const written = row.cells[profile.sequence] ?? ''
  const wrong = (field: string, problem: string): E.Either<ReadonlyArray<Problem>, never> =>
    E.left([{ line: row.line, field, problem }])
  const problems = isAllRight([name, activity, on, currency])
  if (problems !== undefined) return E.left(problems)
  if (E.isLeft(name) || E.isLeft(activity) || E.isLeft(on) || E.isLeft(currency)) return E.left([])
  if (!/^\d{1,9}$/.test(written)) return wrong(profile.sequence, `"${written}" is not a place in the case`)
  const step = Object.hasOwn(profile.steps, activity.right) ? profile.steps[activity.right] : undefined
  if (step === undefined)
    return wrong(profile.activity, `"${activity.right}" is unknown to profile ${profile.id}; name it under steps`)
  const amount = 'amount' in step ? readAmount(row, step.amount, currency.right, profile) : undefined
  if (amount !== undefined && E.isLeft(amount)) return E.left([amount.left])
  if (amount !== undefined && 'amount' in step && amount.right.minor < 0) return wrong(step.amount, 'is negative')
  const attributes =
    step.does === 'issue' && step.attributes !== undefined ? attributesOf(row, step.attributes) : undefined
  return E.right({
    line: row.line,
    case: name.right,
    activity: activity.right,
    sequence: Number(written),
    on: on.right,
    step,
    ...(amount === undefined ? {} : { amount: amount.right }),
    ...(attributes === undefined ? {} : { attributes }),
  })
}

/** Only cells that say something. */
const attributesOf = (
  row: Row,
  columns: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined => {
  const said = Object.entries(columns).filter(([, column]) => (row.cells[column] ?? '') !== '')
  if (said.length === 0) return undefined
  return Object.fromEntries(said.map(([name, column]) => [name, row.cells[column] as string]))
}
