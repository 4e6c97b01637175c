import type { Check } from '../finding.js'
import { markdownFiles, proseLines } from '../markdown.js'

/** A page has one title, and it is its own. */
export const markdownTitles: Check = {
  name: 'every markdown page has exactly one title',
  run: (workspace) =>
    markdownFiles(workspace).flatMap((file) => {
      const titles = proseLines(workspace.read(file)).filter(({ text }) => text.startsWith('# '))
      if (titles.length === 1) return []
      return [{ file, line: titles[1]?.line ?? 0, says: `has ${titles.length} first-level titles instead of one` }]
    }),
}
