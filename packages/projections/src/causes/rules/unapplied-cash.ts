/** Money that would cover the item lies beside it. */
import { addDays, daysBetween, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import type { HeldMoney } from '../item-dossier.js'
import { ruleSettings } from '../rule-settings.js'

type Receipt = NonNullable<HeldMoney['receipt']>['fact']

/** When money has been lying too long, and how sure it is that it was meant for the item. @category policies @since 0.1.0 */
export interface UnappliedCashSettings {
  /** Money may lie for so many days, inclusive, until somebody gets to it. */
  readonly mayLieDays: number
  /** How long after the due day money may come and still be in time. */
  readonly graceDays: number
  /** It is exactly what is open. */
  readonly exactConfidence: number
  /** It is more. */
  readonly coversConfidence: number
  /** It came after the due day and grace: the customer was late, and then we were. */
  readonly cameLateConfidence: number
  /** Its text speaks of something, and not of the item. */
  readonly namesAnotherConfidence: number
}

/**
 * Unapplied money of the customer in the item's currency, of one receipt, is at least what is past due, and has been lying for more than
 * so many days. What was put on account on purpose is not unapplied; money whose text names something else was hardly meant for the item.
 *
 * @category policies
 * @since 0.1.0
 */
export const unappliedCash: CauseRule<UnappliedCashSettings> = {
  id: 'unapplied-cash',
  rank: 'computed',
  settings: ruleSettings(
    struct({
      mayLieDays: wholeNumber,
      graceDays: wholeNumber,
      exactConfidence: wholeNumber,
      coversConfidence: wholeNumber,
      cameLateConfidence: wholeNumber,
      namesAnotherConfidence: wholeNumber,
    }),
    {
      mayLieDays: 5,
      graceDays: 3,
      exactConfidence: 85,
      coversConfidence: 60,
      cameLateConfidence: 55,
      namesAnotherConfidence: 40,
    },
  ),
  find: ({ heldMoney, standing, issued, at }, settings) => {
    const { openMinor, dueOn } = standing
    if (openMinor <= 0) return []
    const covering = heldMoney.filter(
      ({ unappliedMinor, on }) => unappliedMinor >= openMinor && daysBetween(on, at.asOf) > settings.mayLieDays,
    )
    const exact = covering.find(({ unappliedMinor }) => unappliedMinor === openMinor)
    const held: HeldMoney | undefined = exact ?? covering[0]
    if (held?.receipt === undefined) return []
    const sure = exact === undefined ? settings.coversConfidence : settings.exactConfidence
    const cameLate = held.on > addDays(dueOn, settings.graceDays)
    const namesAnother = speaksOfElse(held.receipt.fact, issued.fact.documentId)
    const most = Math.min(
      cameLate ? settings.cameLateConfidence : sure,
      namesAnother ? settings.namesAnotherConfidence : sure,
    )
    return [
      {
        cause: 'payment_application_error',
        confidence: Math.min(sure, most),
        happenedOn: held.on,
        positions: [held.receipt.position],
        because: { kind: 'unapplied', receiptId: held.id, unappliedMinor: held.unappliedMinor, openMinor, cameLate },
      },
    ]
  },
}

/** A text without a digit names nothing. */
const speaksOfElse = (fact: Receipt, itemId: string): boolean => {
  const text = fact._tag === 'ReceiptRecorded' ? (fact.remittanceText ?? '') : ''
  return /\d/.test(text) && !text.toUpperCase().includes(itemId.toUpperCase())
}
