/** Under which terms differences of a match are posted: a JSON file, or only what the documents themselves grant. */
import type { ApplicationPolicy, ChargebackPolicy, DifferenceLimit, WriteOffPolicy } from '@quittance/cash-application'
import { day, exactDecimal, listOf, nonEmptyText, oneOf, struct, wholeNumber, yesNo } from '@quittance/kernel'
import { cautiousPosting, type PostingPolicies } from '@quittance/receivables'
import type * as t from 'io-ts'
import { existsSync } from 'node:fs'
import { CliFailure } from '../failure.js'
import { readJson } from '../import/read-json.js'
import { resolveFile } from '../options.js'

const named = { id: nonEmptyText, version: wholeNumber }
const application: t.Type<ApplicationPolicy> = struct(
  {
    ...named,
    discounts: oneOf('none', 'earned', 'earned-and-unearned'),
    partialDiscount: yesNo,
    overpayment: oneOf('specific', 'unspecific'),
    maxPennyMinor: wholeNumber,
  },
  { unearnedMaxDays: wholeNumber },
)
const limit: t.Type<DifferenceLimit> = struct(
  { maxMinor: wholeNumber },
  { maxPercent: exactDecimal, period: struct({ from: day, maxMinor: wholeNumber }) },
)
const writeOff: t.Type<WriteOffPolicy> = struct(
  {
    ...named,
    smallBalanceMaxMinor: wholeNumber,
    limits: listOf(struct({ approver: nonEmptyText, maxMinor: wholeNumber })),
  },
  { smallDifference: limit, bankFee: limit, deductionMaxMinor: wholeNumber },
)
const chargeback: t.Type<ChargebackPolicy> = struct(named, { dueAfterDays: wholeNumber })

const codec: t.Type<Partial<PostingPolicies>> = struct({}, { application, writeOff, chargeback })

/** Read a file of policies; what it does not say is `cautiousPosting`. @category policies @since 0.1.0 */
export const postingPoliciesIn = (file: string | undefined): PostingPolicies => {
  if (file === undefined) return cautiousPosting
  const path = resolveFile(file)
  if (!existsSync(path)) throw new CliFailure(`${file}: no such file`)
  return { ...cautiousPosting, ...readJson(file, path, codec, 'policies of posting') }
}
