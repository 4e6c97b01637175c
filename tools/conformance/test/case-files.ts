import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Case, readCases } from '../src/index.js'

/** The cases committed here. */
export const extract: ReadonlyArray<Case> = readCases(
  readFileSync(fileURLToPath(new URL('extract.yaml', import.meta.url)), 'utf8'),
)

const shared = fileURLToPath(new URL('../../../../shared/cases/o2c-cases.yaml', import.meta.url))

/** The team's own file, where it lies beside the clone. */
export const teamCases = (): ReadonlyArray<Case> | undefined =>
  existsSync(shared) ? readCases(readFileSync(shared, 'utf8')) : undefined

/** A file with one case. */
export const oneCase = (area: string, given: string, expected: string): Case => {
  const [worked] = readCases(`cases:\n  - {id: T, area: ${area}, given: ${given}, expect: ${expected}}\n`)
  if (worked === undefined) throw new Error('a case')
  return worked
}
