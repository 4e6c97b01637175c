import type { Check } from '../finding.js'

/** Longest source file, in lines. */
const longest = 250

/** Files that are one table of data, which may be as long as the data: the list of what a package makes public. */
const isTable = (file: string): boolean => /^packages\/[^/]+\/src\/index\.ts$/.test(file)

/** A source file has one idea and at most 250 lines. */
export const fileLength: Check = {
  name: 'source files have at most 250 lines',
  run: (workspace) =>
    workspace.files
      .filter((file) => /^(packages|tools)\/[^/]+\/src\/.*\.ts$/.test(file) && !isTable(file))
      .map((file) => ({ file, lines: workspace.read(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > longest)
      .map(({ file, lines }) => ({ file, line: longest + 1, says: `has ${lines} lines; split it by idea` })),
}
