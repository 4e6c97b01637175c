// The report for people; `--json` prints the same figures for programs.

const number = (value) =>
  value === null ? '-' : Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en-US') : String(value)

const ending = ({ unit }) => (unit === '' || unit.startsWith('/') ? unit : ` ${unit}`)

const goalOf = (result) =>
  result.goal === null ? '' : `${result.better === 'more' ? '>=' : '<='} ${number(result.goal)}${ending(result)}`

const verdict = ({ met }) => (met === null ? '' : met ? 'met' : 'MISSED')

const how = ({ rounds, best, note }) =>
  [
    rounds === undefined ? '' : `median of ${rounds} rounds${best === undefined ? '' : `, best ${number(best)}`}`,
    note ?? '',
  ]
    .filter((part) => part !== '')
    .join('; ')

const rowOf = (result) => [
  result.name,
  result.skipped === undefined ? `${number(result.value)}${ending(result)}` : 'not taken',
  result.skipped ?? goalOf(result),
  verdict(result),
  how(result),
]

const rivalRow = (rival) => [
  rival.name,
  rival.skipped === undefined ? `${number(rival.value)}${ending(rival)}` : 'not taken',
  rival.skipped ?? `ours ${number(rival.ours)}/s, x${rival.times}`,
  '',
  how(rival),
]

const lines = (rows) => {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 1 ? cell.padStart(widths[1]) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const markdownRow = (cells) => `| ${cells.join(' | ')} |`

const about = ({ bench, node, machine, busy, date }) =>
  `${bench}: ${date}, Node ${node}, ${machine.cores} x ${machine.cpu}, ${machine.memoryGb} GB, ${machine.platform}; others used ${busy.map((share) => Math.round(share * 100)).join(' to ')} % of the machine before and after`

/** The report as aligned text. */
export const asText = (report) => {
  const rows = report.results.map(rowOf)
  const rivals = report.rivals.map(rivalRow)
  return [about(report), '', lines(rows), ...(rivals.length === 0 ? [] : ['', lines(rivals)])].join('\n')
}

/** The report as tables for a README. */
export const asMarkdown = (report) =>
  [
    about(report),
    '',
    markdownRow(['figure', 'value', 'goal', '', 'how']),
    markdownRow(['---', '---:', '---', '---', '---']),
    ...report.results.map((result) => markdownRow(rowOf(result))),
    ...(report.rivals.length === 0
      ? []
      : [
          '',
          markdownRow(['rival', 'value', 'beside ours', 'how']),
          markdownRow(['---', '---:', '---', '---']),
          ...report.rivals.map((rival) => markdownRow(rivalRow(rival).toSpliced(3, 1))),
        ]),
  ].join('\n')
