import type { Check, Finding, Workspace } from '../finding.js'

const source = /^packages\/[^/]+\/src\/.*\.ts$/
/** Where laws are held: property, model and golden tests, and laws that a package publishes as data. */
const holder = /^packages\/[^/]+\/(test\/.*\.(property|model|golden\.spec)\.ts|src\/laws\/.*\.ts)$/

/** A law that a doc comment cites is the name of a test, or of a published law, word for word. */
export const heldLaws: Check = {
  name: 'every law named in a doc comment is held by a property of that name',
  run: (workspace) => {
    const names = namesIn(workspace)
    return workspace.files
      .filter((file) => source.test(file))
      .flatMap((file) => citedIn(file, workspace.read(file)).filter(({ says }) => !names.has(says)))
      .map(({ file, line, says }) => ({ file, line, says: `"${says}" is the name of no property` }))
  },
}

/** Every quoted text of the holders. */
const namesIn = (workspace: Workspace): ReadonlySet<string> =>
  new Set(workspace.files.filter((file) => holder.test(file)).flatMap((file) => quotedIn(workspace.read(file))))

/** What stands in quotes in a source; the name of a test may say that it is a law. */
export const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(/'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`([^`\n]+)`/g)].map((match) =>
    (match[1] ?? match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1').replace(/^law: /, ''),
  )

/** The laws that a file cites; several in one line stand in quotes, and a list of laws as data is cited as a whole. */
const citedIn = (file: string, text: string): readonly Finding[] =>
  text.split('\n').flatMap((content, index) => {
    const cited = /@law (.+?)(?= @[a-z]+\b| ?\*\/|$)/.exec(content)?.[1]?.trim()
    if (cited === undefined || /^every law in `\w+`$/.test(cited)) return []
    const laws = cited.startsWith('"') ? cited.slice(1, -1).split('", "') : [cited]
    return laws.map((says) => ({ file, line: index + 1, says }))
  })
