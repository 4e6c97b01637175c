import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Workspace } from './finding.js'

const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', '.git', 'coverage', 'examples/data'])

/** The repository on disk, read once. */
export const workspaceOnDisk = (root: string): Workspace => {
  const texts = new Map<string, string>()
  return {
    files: filesUnder(root, '').sort(),
    read: (file) => {
      const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8')
      texts.set(file, text)
      return text
    },
    exists: (path) => existsSync(join(root, path)),
  }
}

const filesUnder = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (skipped.has(entry.name) || skipped.has(path)) return []
    return entry.isDirectory() ? filesUnder(root, path) : entry.isFile() ? [path] : []
  })

/** A made-up repository, for showing a check a tree that breaks its rule. */
export const workspaceOf = (texts: Readonly<Record<string, string>>): Workspace => {
  const files = Object.keys(texts).sort()
  return {
    files,
    read: (file) => texts[file] ?? '',
    exists: (path) => path === '' || path === '.' || files.some((file) => file === path || file.startsWith(`${path}/`)),
  }
}
