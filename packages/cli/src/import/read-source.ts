/** The text of a file to import: UTF-8, plain or gzipped; anything else is said, not guessed at. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { CliFailure } from '../failure.js'

/** Read a file by its path; `name` is what the person called it. @category model @since 0.1.0 */
export const readSource = (name: string, path: string): string => {
  if (!existsSync(path)) throw new CliFailure(`${name}: no such file`)
  if (!statSync(path).isFile()) throw new CliFailure(`${name}: is not a file`)
  const bytes = readFileSync(path)
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(isGzip ? gunzipSync(bytes) : bytes)
  } catch {
    throw new CliFailure(`${name}: is ${isGzip ? 'a damaged gzip file, or does not hold' : 'not'} UTF-8 text`)
  }
}
