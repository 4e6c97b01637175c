/** A CSV file as rows with their line numbers; a row that does not fit the header is a problem, not a guess. */
import Papa from 'papaparse'
import { CliFailure } from '../failure.js'
import type { Problem } from './problems.js'

/** A row by column name, and the line in the file where it begins. @category model @since 0.1.0 */
export interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A file read. @category model @since 0.1.0 */
export interface Table {
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<Row>
  readonly problems: ReadonlyArray<Problem>
}

/** Read the text of a CSV file (RFC 4180; UTF-8, with or without a byte order mark). @category model @since 0.1.0 */
export const readTable = (file: string, text: string, delimiter: string | undefined): Table => {
  // Files put together by hand mix line ends, and the parser would take two rows for one.
  const source = (text.startsWith('\uFEFF') ? text.slice(1) : text).replace(/\r\n?/g, '\n')
  const problems: Array<Problem> = []
  const rows: Array<Row> = []
  let columns: ReadonlyArray<string> | undefined
  let [counted, line] = [0, 1]
  Papa.parse<Array<string>>(source, {
    delimiter: delimiter ?? ',',
    newline: '\n',
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      const startLine = line
      for (; counted < meta.cursor; counted += 1) if (source.charCodeAt(counted) === 10) line += 1
      for (const error of errors) problems.push({ line: startLine, field: 'row', problem: error.message })
      if (data.length === 1 && data[0]?.trim() === '') return
      if (columns === undefined) columns = data.map((name) => name.trim())
      else readRow(columns, data, startLine, rows, problems)
    },
  })
  if (columns === undefined) throw new CliFailure(`${file}: the file is empty`)
  const twice = columns.find((name, index) => columns?.indexOf(name) !== index)
  if (twice !== undefined) throw new CliFailure(`${file}:1: column "${twice}" stands twice in the header`)
  return { columns, rows, problems }
}

const readRow = (
  columns: ReadonlyArray<string>,
  data: ReadonlyArray<string>,
  line: number,
  rows: Array<Row>,
  problems: Array<Problem>,
): void => {
  if (data.length !== columns.length) {
    problems.push({ line, field: 'row', problem: `${columns.length} columns expected, ${data.length} found` })
    return
  }
  rows.push({ line, cells: Object.fromEntries(columns.map((name, index) => [name, (data[index] as string).trim()])) })
}
