import type { Check, Finding, Workspace } from '../finding.js'
import { quotedIn } from './held-laws.js'

const page = 'docs/matching-laws.md'

/** The properties of matching by their numbers, and the laws of the worked cases that speak of matching. */
const numbers: readonly string[] = [
  ...Array.from({ length: 45 }, (_, at) => String(at + 1)),
  'P-08',
  'P-12',
  'P-14',
  'P-15',
  'P-16',
  'P-24',
]

/** The page of laws lists every number once, says by which test it is held, and the test is there; so are all published laws. */
export const matchingLaws: Check = {
  name: 'every law of matching is held by the test that its page names',
  run: (workspace) => {
    if (!workspace.files.includes(page)) return []
    const rows = rowsOf(workspace.read(page))
    const listed = rows.map(({ number }) => number)
    return [
      ...numbers
        .filter((one) => !listed.includes(one))
        .map((one) => ({ file: page, line: 0, says: `has no law ${one}` })),
      ...rows
        .filter(({ number }, at) => listed.indexOf(number) !== at)
        .map(({ number, line }) => ({ file: page, line, says: `has law ${number} twice` })),
      ...rows.flatMap((row) => unheld(workspace, row)),
      ...unlisted(workspace, rows),
    ]
  },
}

interface Row {
  readonly number: string
  readonly line: number
  readonly held: readonly { readonly name: string; readonly file: string }[]
}

const rowsOf = (text: string): readonly Row[] =>
  text.split('\n').flatMap((content, index) => {
    const number = /^\| *(\d+|P-\d+) *\|/.exec(content)?.[1]
    const held = [...content.matchAll(/\[([^\]]+)\]\(\.\.\/([^)]+)\)/g)]
    return number === undefined
      ? []
      : [
          {
            number,
            line: index + 1,
            held: held.map(([, name = '', file = '']) => ({ name, file })),
          },
        ]
  })

const unheld = (workspace: Workspace, { number, line, held }: Row): readonly Finding[] =>
  held.length === 0
    ? [{ file: page, line, says: `names no test of law ${number}` }]
    : held
        .filter(({ name, file }) => !workspace.files.includes(file) || !quotedIn(workspace.read(file)).includes(name))
        .map(({ name, file }) => ({ file: page, line, says: `"${name}" is no test or law in ${file}` }))

/** Published laws that the page does not list under their number. */
const unlisted = (workspace: Workspace, rows: readonly Row[]): readonly Finding[] =>
  workspace.files
    .filter((file) => /^packages\/testkit\/src\/laws\/matching\/[^/]+\.ts$/.test(file))
    .flatMap((file) => [...workspace.read(file).matchAll(/matchingLaw\(\s*'?(\d+|P-\d+)'?,\s*'([^'\n]+)'/g)])
    .filter(
      ([, number, name]) => !rows.some((row) => row.number === number && row.held.some((one) => one.name === name)),
    )
    .map(([, number = '', name = '']) => ({ file: page, line: 0, says: `does not list "${name}" under ${number}` }))
