import { posix } from 'node:path'
import type { Check } from '../finding.js'
import { importsOf } from '../source.js'

const member = /^((?:packages|examples|tools)\/[^/]+|bench|scripts)\//

/** Members meet through public names: no import by a path into another member, none into another package's files. */
export const deepImports: Check = {
  name: 'no file reaches into another package',
  run: (workspace) =>
    workspace.files.flatMap((file) => {
      const home = member.exec(file)?.[1]
      if (home === undefined || !/\.(ts|mts|mjs|js|tsx)$/.test(file)) return []
      return importsOf(workspace.read(file))
        .filter(({ specifier }) => isDeep(file, home, specifier))
        .map(({ specifier, line }) => ({ file, line, says: `imports '${specifier}'; use the package's public name` }))
    }),
}

const isDeep = (file: string, home: string, specifier: string): boolean => {
  if (/^@quittance\/[^/]+\/./.test(specifier)) return true
  if (!specifier.startsWith('.')) return false
  const target = member.exec(posix.join(posix.dirname(file), specifier))?.[1]
  return target !== undefined && target !== home && target !== 'scripts'
}
