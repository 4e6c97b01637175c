import { scope } from '../arrows.js'
import type { Check, Finding } from '../finding.js'
import { membersOf, runtimeDependencies } from '../members.js'

/** No package depends on itself by way of others. */
export const packageCycles: Check = {
  name: 'packages do not depend on each other in a circle',
  run: (workspace) => {
    const needs = new Map(
      membersOf(workspace).map(({ folder, manifest }) => [
        manifest.name ?? folder,
        { folder, names: runtimeDependencies(manifest).filter((name) => name.startsWith(scope)) },
      ]),
    )
    const done = new Set<string>()
    const findings: Finding[] = []
    const walk = (name: string, path: readonly string[]): void => {
      const member = needs.get(name)
      if (member === undefined || done.has(name)) return
      if (path.includes(name)) {
        const circle = [...path.slice(path.indexOf(name)), name].join(' -> ')
        findings.push({ file: `${member.folder}/package.json`, line: 0, says: `depends on itself: ${circle}` })
        return
      }
      for (const next of member.names) walk(next, [...path, name])
      done.add(name)
    }
    for (const name of needs.keys()) walk(name, [])
    return findings
  },
}
