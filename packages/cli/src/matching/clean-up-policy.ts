/** How far a clean-up may go: a JSON file, or the cautious terms that give nothing up. */
import type { CleanUpPolicy } from '@quittance/cash-application'
import { nonEmptyText, oneOf, reportErrors, struct, wholeNumber, yesNo } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { existsSync, readFileSync } from 'node:fs'
import { CliFailure } from '../failure.js'
import { parseJson } from '../import/profile.js'
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
  const decoded = codec.decode(parseJson(file, readFileSync(path, 'utf8')))
  if (E.isRight(decoded)) return decoded.right
  throw new CliFailure(`${file}: not a policy of cleaning up\n  ${reportErrors(decoded.left).join('\n  ')}`)
}
