/** How far a clean-up may go: a JSON file, or the cautious terms that give nothing up. */
import type { CleanUpPolicy } from '@quittance/cash-application'
import { nonEmptyText, oneOf, struct, wholeNumber, yesNo } from '@quittance/kernel'
import type * as t from 'io-ts'
import { existsSync } from 'node:fs'
import { CliFailure } from '../failure.js'
import { readJson } from '../import/read-json.js'
import { resolveFile } from '../options.js'

/** Without a policy of one's own nothing is written off or paid back, and no credit goes to items that it does not name. @category policies @since 0.1.0 */
export const cautiousCleanUp: CleanUpPolicy = {
  id: 'cautious',
  version: 1,
  smallDebit: { maxMinor: 0, minDaysPastDue: 0 },
  smallCredit: { maxMinor: 0, minAgeDays: 0, becomes: 'carry' },
  oldestFirstAgreed: false,
}

const codec: t.Type<CleanUpPolicy> = struct({
  id: nonEmptyText,
  version: wholeNumber,
  smallDebit: struct({ maxMinor: wholeNumber, minDaysPastDue: wholeNumber }),
  smallCredit: struct({ maxMinor: wholeNumber, minAgeDays: wholeNumber, becomes: oneOf('refund', 'carry') }),
  oldestFirstAgreed: yesNo,
})

/** Read a policy file. @category policies @since 0.1.0 */
export const cleanUpPolicyIn = (file: string | undefined): CleanUpPolicy => {
  if (file === undefined) return cautiousCleanUp
  const path = resolveFile(file)
  if (!existsSync(path)) throw new CliFailure(`${file}: no such file`)
  return readJson(file, path, codec, 'a policy of cleaning up')
}
