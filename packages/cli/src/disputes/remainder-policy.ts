/** How small the rest of a dispute has to be to be given up: a JSON file, or the cautious policy under which nothing is. */
import { nonEmptyText, struct, wholeNumber } from '@quittance/kernel'
import type { DisputeRemainderPolicy } from '@quittance/projections'
import * as t from 'io-ts'
import { existsSync } from 'node:fs'
import { CliFailure } from '../failure.js'
import { readJson } from '../import/read-json.js'
import { resolveFile } from '../options.js'

/** Without a policy of one's own no rest is given up. @category policies @since 0.1.0 */
export const cautiousRemainders: DisputeRemainderPolicy = { id: 'cautious', version: 1, belowMinor: {} }

const codec: t.Type<DisputeRemainderPolicy> = struct({
  id: nonEmptyText,
  version: wholeNumber,
  belowMinor: t.record(t.string, wholeNumber),
})

/** Read a policy file. @category policies @since 0.1.0 */
export const remainderPolicyIn = (file: string | undefined): DisputeRemainderPolicy => {
  if (file === undefined) return cautiousRemainders
  const path = resolveFile(file)
  if (!existsSync(path)) throw new CliFailure(`${file}: no such file`)
  return readJson(file, path, codec, 'a policy of the rests of disputes')
}
