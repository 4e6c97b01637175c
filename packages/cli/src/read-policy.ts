/** Policies out of JSON files that the command line names. */
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync } from 'node:fs'
import { CliFailure } from './failure.js'
import { parseJson } from './import/read-json.js'
import { resolveFile } from './options.js'

/**
 * A policy out of a file, or the shipped one where no file is named.
 *
 * @param option - as the user wrote it, such as `--policy`
 * @param what - for the line above what is wrong, such as `a deduction policy`
 * @category policies
 * @since 0.1.0
 */
export const policyOf = <Policy>(
  { option, what, file }: { readonly option: string; readonly what: string; readonly file: string | undefined },
  shipped: Policy,
  decode: (json: unknown) => E.Either<ReadonlyArray<string>, Policy>,
): Policy => {
  if (file === undefined) return shipped
  const path = resolveFile(file)
  if (!existsSync(path)) throw new CliFailure(`${option} ${file}: no such file`, 2)
  const read = decode(parseJson(file, readFileSync(path, 'utf8')))
  if (E.isRight(read)) return read.right
  throw new CliFailure(`${file}: not ${what}\n  ${read.left.join('\n  ')}`)
}
