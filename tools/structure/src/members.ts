import type { Workspace } from './finding.js'

/** A member of the workspace: its folder and what its package.json and tsconfig.json say. */
export interface Member {
  readonly folder: string
  readonly manifest: Manifest
}

/** The parts of a package.json that the checks read. */
export interface Manifest {
  readonly name?: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const memberManifest = /^((?:packages|examples|tools)\/[^/]+|bench)\/package\.json$/

/** The members of the workspace, in order of folder. */
export const membersOf = (workspace: Workspace): readonly Member[] =>
  workspace.files.flatMap((file) => {
    const folder = memberManifest.exec(file)?.[1]
    return folder === undefined ? [] : [{ folder, manifest: JSON.parse(workspace.read(file)) as Manifest }]
  })

/** What a member needs at run time: its dependencies of every kind but the development ones. */
export const runtimeDependencies = (manifest: Manifest): readonly string[] => [
  ...new Set([
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
    ...Object.keys(manifest.optionalDependencies ?? {}),
  ]),
]

/** The line (1-based) on which a text first holds a phrase; 0 when it does not. */
export const lineOf = (text: string, phrase: string): number => {
  const at = text.indexOf(phrase)
  return at < 0 ? 0 : text.slice(0, at).split('\n').length
}
