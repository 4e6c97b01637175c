/** The command line: reads the file named, prints the report, says how it ended. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { adapters } from '../areas/adapters.js'
import { BadFile } from '../file/bad-file.js'
import { readCases } from '../file/read-cases.js'
import { reportText, runCases } from './report.js'

/** What a run prints and its exit code: 0 nothing failed, 1 a case failed, 2 the file or the call cannot be used. */
export interface Ended {
  readonly code: 0 | 1 | 2
  readonly out: string
  readonly complaint: string
}

/** Run the cases of the file that the arguments name; a relative name counts from `folder`. */
export const runFile = (words: ReadonlyArray<string>, folder: string): Ended => {
  const files = words.filter((word) => word !== '--json')
  const [file] = files
  if (file === undefined || files.length > 1 || file.startsWith('-'))
    return refused('usage: npm run -s conformance -- FILE.yaml [--json]')
  try {
    const report = runCases(readCases(readFileSync(resolve(folder, file), 'utf8')), adapters)
    const out = words.includes('--json') ? `${JSON.stringify(report)}\n` : reportText(report)
    return { code: report.failed > 0 ? 1 : 0, out, complaint: '' }
  } catch (error) {
    if (error instanceof BadFile)
      return refused(`${file}${error.line === undefined ? '' : `:${error.line}`}: ${oneLine(error.message)}`)
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return refused(`${file}: there is no such file`)
    if (code !== undefined) return refused(`${file}: cannot be read (${code})`)
    throw error
  }
}

const refused = (complaint: string): Ended => ({ code: 2, out: '', complaint: `${complaint}\n` })

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
