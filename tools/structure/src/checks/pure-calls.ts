import { purePackages } from '../arrows.js'
import type { Check, Finding } from '../finding.js'
import { codeOnly } from '../source.js'

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bDate\s*\.\s*now\b/, 'Date.now: time comes in as a value'],
  [/\bnew\s+Date\b/, 'new Date: time comes in as a value'],
  [/\bMath\s*\.\s*random\b/, 'Math.random: ids and choices come in as values'],
  [/\bprocess\s*[.[]/, 'process: no environment in a pure package'],
  [/(?<![.\w])fetch\s*\(/, 'fetch: no I/O in a pure package'],
  [/\bthrow\b/, 'throw: a refusal is a value; a bug goes through invariant()'],
]

/** The only file of the pure packages that may throw. */
const thrower = 'packages/kernel/src/invariant.ts'

/** Pure packages read no clock, no chance, no environment and no network, and throw only through `invariant`. */
export const pureCalls: Check = {
  name: 'pure packages call no clock, chance, environment or network and do not throw',
  run: (workspace) =>
    workspace.files.flatMap((file) => {
      const folder = /^packages\/([^/]+)\/src\/.*\.ts$/.exec(file)?.[1]
      if (folder === undefined || !purePackages.includes(folder)) return []
      return codeOnly(workspace.read(file))
        .split('\n')
        .flatMap((text, index) => findIn(file, text, index + 1))
    }),
}

const findIn = (file: string, text: string, line: number): readonly Finding[] =>
  forbidden
    .filter(([pattern, says]) => pattern.test(text) && !(file === thrower && says.startsWith('throw')))
    .map(([, says]) => ({ file, line, says }))
