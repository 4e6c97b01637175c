/** What deductions say of a cause: accepted by us, or only taken by the customer. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule, Found } from '../cause-rule.js'
import type { DeductionOnFile } from '../item-dossier.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure a deduction is. @category policies @since 0.1.0 */
export interface DeductionSettings {
  readonly confidence: number
}

const settings = struct({ confidence: wholeNumber })

/** The word for a deduction of which nothing was said. */
const noneStated = 'none-stated'

/**
 * A deduction that we accepted and credited says what was wrong: by the cause that was found, else by the customer's code.
 *
 * @category policies
 * @since 0.1.0
 */
export const acceptedDeduction: CauseRule<DeductionSettings> = {
  id: 'accepted-deduction',
  rank: 'accepted-deduction',
  settings: ruleSettings(settings, { confidence: 90 }),
  find: ({ deductions }, { confidence }) =>
    deductions.flatMap((one) => (one.ended?.fact._tag === 'DeductionAccepted' ? said(one, confidence) : [])),
}

/**
 * A deduction that is pending: the customer's claim, by its code. One that was rejected says nothing of us, and one without a reason
 * says nothing at all.
 *
 * @category policies
 * @since 0.1.0
 */
export const pendingDeduction: CauseRule<DeductionSettings> = {
  id: 'pending-deduction',
  rank: 'claim',
  settings: ruleSettings(settings, { confidence: 70 }),
  find: ({ deductions }, { confidence }) =>
    deductions.flatMap((one) => (one.ended === undefined ? said(one, confidence) : [])),
}

const said = ({ recorded, ended }: DeductionOnFile, confidence: number): ReadonlyArray<Found> => {
  const { cause, reasonCode, deductionId, amountMinor, on } = recorded.fact
  if (cause === undefined && reasonCode === noneStated) return []
  const positions = [recorded.position, ...(ended === undefined ? [] : [ended.position])]
  const because = {
    kind: ended === undefined ? 'deduction-pending' : 'deduction-accepted',
    deductionId,
    reasonCode,
    amountMinor,
  }
  return [{ cause: cause ?? reasonCode, confidence, happenedOn: on, positions, because }]
}
