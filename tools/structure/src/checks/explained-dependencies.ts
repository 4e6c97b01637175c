import { scope } from '../arrows.js'
import type { Check } from '../finding.js'
import { lineOf, type Manifest } from '../members.js'

const register = 'docs/dependencies.md'

/** Whoever adds a dependency writes down why it and not another. */
export const explainedDependencies: Check = {
  name: `every dependency has a line in ${register}`,
  run: (workspace) => {
    const explained = workspace.files.includes(register) ? workspace.read(register) : ''
    return workspace.files
      .filter((file) => /^((packages|examples|tools)\/[^/]+\/|bench\/)?package\.json$/.test(file))
      .flatMap((file) => {
        const text = workspace.read(file)
        return namesIn(JSON.parse(text) as Manifest)
          .filter((name) => !explained.split('\n').some((line) => line.includes(`\`${name}\``)))
          .map((name) => ({ file, line: lineOf(text, `"${name}"`), says: `${name} has no line in ${register}` }))
      })
  },
}

const namesIn = (manifest: Manifest): readonly string[] =>
  [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies, manifest.optionalDependencies]
    .flatMap((group) => Object.keys(group ?? {}))
    .filter((name) => !name.startsWith(scope))
