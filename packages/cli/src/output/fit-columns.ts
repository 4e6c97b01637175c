/** Tables that stay on a screen: the last columns share what the others leave of its width. */
import { type Column, table } from './table.js'

/** So many characters fit on a line. */
const screen = 100
const narrowest = 18

/**
 * A table whose texts are folded so that lines stay within 100 characters, where the figures allow it.
 *
 * @param shared - how many of the last columns share the rest, in equal parts
 * @category model
 * @since 0.1.0
 */
export const fittedTable = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  shared: number,
): string => {
  const fixed = columns.slice(0, columns.length - shared).map((column, at) => {
    const natural = Math.max(column.heading.length, ...rows.map((row) => (row[at] ?? '').length))
    return column.foldAt === undefined ? natural : Math.min(natural, Math.max(column.foldAt, column.heading.length))
  })
  const gaps = 2 * (columns.length - 1)
  const left = screen - gaps - fixed.reduce((so, width) => so + width, 0)
  const each = Math.max(Math.floor(left / shared), narrowest)
  return table(
    columns.map((column, at) => (at < columns.length - shared ? column : { ...column, foldAt: each })),
    rows,
  )
}
