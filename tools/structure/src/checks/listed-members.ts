import { posix } from 'node:path'
import { scope } from '../arrows.js'
import type { Check, Finding, Workspace } from '../finding.js'
import { membersOf, runtimeDependencies } from '../members.js'

/** `tsc -b` builds every member, and each member after those it depends on. */
export const listedMembers: Check = {
  name: 'tsconfig.json lists every member, and every member what it is built from',
  run: (workspace) => {
    const members = membersOf(workspace)
    const built = members.filter(({ folder }) => workspace.exists(`${folder}/tsconfig.json`))
    const folders = new Map(members.map(({ folder, manifest }) => [manifest.name ?? folder, folder]))
    const root = references(workspace, 'tsconfig.json')
    return [
      ...built
        .filter(({ folder }) => !root.includes(folder))
        .map(({ folder }) => ({ file: 'tsconfig.json', line: 0, says: `does not list ${folder}` })),
      ...root
        .filter((folder) => !workspace.exists(`${folder}/tsconfig.json`))
        .map((folder) => ({ file: 'tsconfig.json', line: 0, says: `lists ${folder}, which has no tsconfig.json` })),
      ...built.flatMap(({ folder, manifest }): readonly Finding[] => {
        const file = `${folder}/tsconfig.json`
        const listed = references(workspace, file)
        return runtimeDependencies(manifest)
          .filter((name) => name.startsWith(scope) && !listed.includes(folders.get(name) ?? ''))
          .map((name) => ({ file, line: 0, says: `does not reference ${name}, which package.json depends on` }))
      }),
    ]
  },
}

interface ProjectFile {
  readonly references?: readonly { readonly path: string }[]
}

/** The folders that a tsconfig refers to, as paths from the root. */
const references = (workspace: Workspace, file: string): readonly string[] => {
  if (!workspace.exists(file)) return []
  const project = JSON.parse(workspace.read(file)) as ProjectFile
  return (project.references ?? []).map(({ path }) =>
    posix.join(posix.dirname(file), path.replace(/\/tsconfig\.json$/, '')).replace(/\/$/, ''),
  )
}
