import { arrows, mayDependOn, scope } from '../arrows.js'
import type { Check } from '../finding.js'
import { lineOf, membersOf, runtimeDependencies } from '../members.js'

/** The package.json of every package names only packages that the architecture lets it depend on. */
export const declaredArrows: Check = {
  name: 'package.json dependencies follow the arrows of the architecture',
  run: (workspace) =>
    membersOf(workspace)
      .filter(({ folder }) => folder.startsWith('packages/'))
      .flatMap(({ folder, manifest }) => {
        const file = `${folder}/package.json`
        const from = folder.slice('packages/'.length)
        if (arrows[from] === undefined)
          return [{ file, line: 0, says: `has no row in tools/structure/src/arrows.ts; add one for "${from}"` }]
        return runtimeDependencies(manifest)
          .filter((name) => name.startsWith(scope) && !mayDependOn(from, name.slice(scope.length)))
          .map((name) => ({
            file,
            line: lineOf(workspace.read(file), `"${name}"`),
            says: `${from} may not depend on ${name}`,
          }))
      }),
}
