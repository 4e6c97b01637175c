/** The customer left out a part of the invoice, to the cent. */
import { listOf, type LocalDate, nonEmptyText, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule, Found } from '../cause-rule.js'
import { type AmountExplanation, explainAmount } from '../explain-amount.js'
import type { ItemDossier } from '../item-dossier.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure one explanation is, and how sure each of several. @category policies @since 0.1.0 */
export interface ShortPaymentSettings {
  readonly confidence: number
  readonly oneOfSeveralConfidence: number
  /** Parts of words by which a charge or a line is known to be freight. */
  readonly freightWords: ReadonlyArray<string>
}

interface ShortAmount {
  readonly minor: number
  readonly on: LocalDate
  readonly positions: ReadonlyArray<number>
}

/**
 * What a payment left open, or what the customer held back without a word, is exactly the tax, a charge for freight or something else,
 * the discount, or one line. One explanation names the cause; several equally good are all shown, each with less confidence, for
 * nobody knows which it was.
 *
 * @category policies
 * @since 0.1.0
 */
export const shortPayment: CauseRule<ShortPaymentSettings> = {
  id: 'short-payment',
  rank: 'computed',
  settings: ruleSettings(
    struct({ confidence: wholeNumber, oneOfSeveralConfidence: wholeNumber, freightWords: listOf(nonEmptyText) }),
    {
      confidence: 75,
      oneOfSeveralConfidence: 50,
      freightWords: ['freight', 'shipping', 'carriage', 'delivery charge', 'postage'],
    },
  ),
  find: (dossier, settings) => {
    for (const short of shortAmounts(dossier)) {
      const { fact } = dossier.issued
      const explanations = explainAmount(fact, short.minor, short.on, settings)
      if (explanations.length === 0) continue
      const causes = new Set(explanations.map(({ cause }) => cause))
      const confidence = causes.size === 1 ? settings.confidence : settings.oneOfSeveralConfidence
      return [...causes].map((cause) =>
        foundOf(dossier, short, explanations.find((one) => one.cause === cause) as AmountExplanation, confidence),
      )
    }
    return []
  },
}

const foundOf = (
  { issued }: ItemDossier,
  { minor, on, positions }: ShortAmount,
  { kind, cause, of }: AmountExplanation,
  confidence: number,
): Found => ({
  cause,
  confidence,
  // What was wrong was wrong when it was billed; a discount taken too late is an act of that day.
  happenedOn: kind === 'late-discount' ? on : issued.fact.on,
  positions: [...new Set([issued.position, ...positions])],
  because: { kind: `short-by-${kind}`, shortMinor: minor, ...(of === undefined ? {} : { of }) },
})

/** What was held back without a word; what the first payment left; what is left now, if something was paid. */
const shortAmounts = ({ deductions, applications, issued, standing }: ItemDossier): ReadonlyArray<ShortAmount> => {
  const held = deductions
    .filter(({ recorded, ended }) => ended === undefined && recorded.fact.reasonCode === 'none-stated')
    .map(({ recorded }) => ({ minor: recorded.fact.amountMinor, on: recorded.fact.on, positions: [recorded.position] }))
  const paying = applications.filter(({ takenBack }) => !takenBack)
  const [firstOn] = paying.map(({ applied }) => applied.fact.on).toSorted()
  if (firstOn === undefined) return held
  const first = paying.filter(({ applied }) => applied.fact.on === firstOn)
  const paidMinor = first.reduce(
    (so, { applied: { fact } }) => so + fact.amountMinor + (fact.discount?.discountMinor ?? 0),
    0,
  )
  const left = issued.fact.totals.payableMinor - paidMinor
  const positions = first.map(({ applied }) => applied.position)
  const paidOn = first.map(({ receipt, applied }) => receipt?.fact.on ?? applied.fact.on).toSorted()[0] ?? firstOn
  return [
    ...held,
    ...(left > 0 ? [{ minor: left, on: paidOn, positions }] : []),
    ...(standing.openMinor > 0 && standing.openMinor !== left
      ? [{ minor: standing.openMinor, on: paidOn, positions: paying.map(({ applied }) => applied.position) }]
      : []),
  ]
}
