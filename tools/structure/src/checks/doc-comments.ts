import type { Check, Finding } from '../finding.js'
import { codeOnly } from '../source.js'

const declaration =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const enum|const|let|function\*?|class|interface|type|enum|namespace) ([\w$]+)/

/** Every export says what it means in the business, in a comment right above it. */
export const docComments: Check = {
  name: 'every export of a package has a doc comment',
  run: (workspace) =>
    workspace.files
      .filter((file) => /^packages\/[^/]+\/src\/.*\.ts$/.test(file))
      .flatMap((file) => bareIn(file, workspace.read(file))),
}

const bareIn = (file: string, text: string): readonly Finding[] => {
  const lines = text.split('\n')
  const seen = new Set<string>()
  return codeOnly(text)
    .split('\n')
    .flatMap((code, index) => {
      const name = declaration.exec(code)?.[1]
      // A further overload, or a companion value with its type's name, shares the first comment.
      if (name === undefined || seen.has(name)) return []
      seen.add(name)
      return hasComment(lines, index) ? [] : [{ file, line: index + 1, says: `${name} has no doc comment` }]
    })
}

const hasComment = (lines: readonly string[], index: number): boolean => {
  const above = (lines[index - 1] ?? '').trim()
  if (!above.endsWith('*/')) return false
  let at = index - 1
  while (at >= 0 && !(lines[at] ?? '').includes('/*')) at -= 1
  return /\/\*\*(?!\/)/.test(lines[at] ?? '')
}
