/** Plain tables for people: no boxes, figures to the right. */
import Table from 'cli-table3'
import { formatMinor } from '@quittance/kernel'
import { foldLines } from './fold-lines.js'
import { shown } from './shown.js'

/** A column: its heading, whether it holds figures, and from how many characters on its texts go on in the next line. @category model @since 0.1.0 */
export interface Column {
  readonly heading: string
  readonly figures?: boolean
  readonly foldAt?: number
}

const noBorders = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'].map((name) => [
    name,
    '',
  ]),
)

/** A table as text, a rule under the headings, no blanks at line ends. @category model @since 0.1.0 */
export const table = (columns: ReadonlyArray<Column>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const aligned = columns.map(({ figures }) => (figures === true ? 'right' : 'left'))
  const made = new Table({
    head: columns.map(({ heading }) => heading),
    colAligns: aligned,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    chars: { ...noBorders, left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
  })
  made.push(...rows.map((row) => row.map((text, index) => foldLines(shown(text, 300), columns[index]?.foldAt))))
  const lines = made
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
  const [head = '', ...body] = lines
  return [head, '-'.repeat(Math.max(...lines.map((line) => line.length))), ...body].join('\n')
}

/** A label as a heading: `current` as "Current". @category model @since 0.1.0 */
export const headingOf = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1)

/** Minor units for people: grouped by thousands, zero as a dash. @category model @since 0.1.0 */
export const figure = (minor: number, currency: string): string => {
  if (minor === 0) return '-'
  const [whole = '', fraction] = formatMinor(minor, currency).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
