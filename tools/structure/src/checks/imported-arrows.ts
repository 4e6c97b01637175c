import { mayDependOn, outsideAllowed, purePackages, scope, testTools } from '../arrows.js'
import type { Check, Finding, Workspace } from '../finding.js'
import { importsOf, ourPackage, packageOf } from '../source.js'

const sourceFile = /^packages\/([^/]+)\/src\/.*\.ts$/

/** What packages really import follows the arrows too, and pure packages use nothing from outside but the listed few. */
export const importedArrows: Check = {
  name: 'imports follow the arrows of the architecture',
  run: (workspace) =>
    workspace.files.flatMap((file) => {
      const from = sourceFile.exec(file)?.[1]
      return from === undefined ? [] : forbiddenIn(workspace, file, from)
    }),
}

const forbiddenIn = (workspace: Workspace, file: string, from: string): readonly Finding[] =>
  importsOf(workspace.read(file)).flatMap(({ specifier, line }) => {
    const says = objection(from, specifier)
    return says === undefined ? [] : [{ file, line, says }]
  })

const objection = (from: string, specifier: string): string | undefined => {
  if (specifier.startsWith('.')) return undefined
  const to = ourPackage(specifier)
  if (to !== undefined) return to === from || mayDependOn(from, to) ? undefined : `${from} may not import ${scope}${to}`
  const outside = packageOf(specifier)
  if (from !== 'testkit' && testTools.includes(outside)) return `only testkit and tests import ${outside}`
  if (purePackages.includes(from) && !outsideAllowed(from).includes(outside))
    return `${from} is pure: it may not import ${specifier}`
  return undefined
}
