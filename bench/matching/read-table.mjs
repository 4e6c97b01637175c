// A CSV text as rows that know where they stand. The parser is the one that the command line reads its imports with.
import Papa from 'papaparse'

/** Input that cannot be used; the message is one line and says where. */
export class BadData extends Error {}

/** Rows `{ at: 'file:line', cells }`; a row that does not fit the header, or a column that is missing, is refused. */
export const readTable = (file, text, needed) => {
  // Files put together by hand mix line ends, and the parser would take two rows for one.
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const rows = []
  let columns
  let [counted, line] = [0, 1]
  Papa.parse(source, {
    delimiter: ',',
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const at = `${file}:${line}`
      for (; counted < meta.cursor; counted += 1) if (source.charCodeAt(counted) === 10) line += 1
      if (errors.length > 0) throw new BadData(`${at}: ${errors[0].message}`)
      if (data.length === 1 && data[0].trim() === '') return
      if (columns === undefined) columns = headerOf(at, data, needed)
      else rows.push({ at, cells: cellsOf(at, columns, data) })
    },
  })
  if (columns === undefined) throw new BadData(`${file}: the file is empty`)
  return rows
}

const headerOf = (at, data, needed) => {
  const columns = data.map((name) => name.trim())
  const twice = columns.find((name, index) => columns.indexOf(name) !== index)
  if (twice !== undefined) throw new BadData(`${at}: column "${twice}" stands twice in the header`)
  const missing = needed.find((name) => !columns.includes(name))
  if (missing !== undefined) throw new BadData(`${at}: there is no column "${missing}"`)
  return columns
}

const cellsOf = (at, columns, data) => {
  if (data.length !== columns.length)
    throw new BadData(`${at}: ${columns.length} columns expected, ${data.length} found`)
  return Object.fromEntries(columns.map((name, index) => [name, data[index].trim()]))
}
