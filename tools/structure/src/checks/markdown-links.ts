import { posix } from 'node:path'
import type { Check } from '../finding.js'
import { markdownFiles, proseLines } from '../markdown.js'

const link = /\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)/g

/** A link to a file of this repository leads to one. */
export const markdownLinks: Check = {
  name: 'relative links in markdown lead somewhere',
  run: (workspace) =>
    markdownFiles(workspace).flatMap((file) =>
      proseLines(workspace.read(file)).flatMap(({ text, line }) =>
        [...text.replace(/`[^`]*`/g, '').matchAll(link)]
          .map((match) => match[1] ?? '')
          .filter((target) => !/^([a-z][a-z+.-]*:|#)/i.test(target) && !workspace.exists(pathOf(file, target)))
          .map((target) => ({ file, line, says: `links to ${target}, which is not there` })),
      ),
    ),
}

const pathOf = (file: string, target: string): string => {
  const path = decodeURI(target.replace(/[#?].*$/, ''))
  const joined = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path)
  return joined.replace(/\/$/, '')
}
