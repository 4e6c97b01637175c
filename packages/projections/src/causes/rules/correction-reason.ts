/** We corrected the document, and said why. */
import type { CreditNoteIssued } from '@quittance/invoicing'
import { listOf, nonEmptyText, struct, wholeNumber } from '@quittance/kernel'
import type { CauseNote } from '../cause-view.js'
import type { CauseRule, Found } from '../cause-rule.js'
import { explainAmount } from '../explain-amount.js'
import type { ItemDossier } from '../item-dossier.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure the reason of a correction is, and how sure its amount. @category policies @since 0.1.0 */
export interface CorrectionSettings {
  readonly confidence: number
  readonly amountConfidence: number
  /** Parts of words by which a charge or a line is known to be freight. */
  readonly freightWords: ReadonlyArray<string>
}

/**
 * The reason of a credit note for the document, or of its voiding, in the words of whoever issued it. Where a credit note is exactly the
 * tax or a charge of the document, its amount says so as well.
 *
 * @category policies
 * @since 0.1.0
 */
export const correctionReason: CauseRule<CorrectionSettings> = {
  id: 'correction-reason',
  rank: 'correction',
  settings: ruleSettings(
    struct({ confidence: wholeNumber, amountConfidence: wholeNumber, freightWords: listOf(nonEmptyText) }),
    { confidence: 85, amountConfidence: 60, freightWords: ['freight', 'shipping', 'carriage', 'postage'] },
  ),
  find: (dossier, settings) => {
    const { credits, voided, issued } = dossier
    const happenedOn = issued.fact.on
    const ofVoid: ReadonlyArray<Found> =
      voided === undefined
        ? []
        : [
            {
              cause: voided.fact.reason,
              confidence: settings.confidence,
              happenedOn,
              positions: [issued.position, voided.position],
              because: { kind: 'voided', reason: voided.fact.reason },
            },
          ]
    return [
      ...ofVoid,
      ...credits.flatMap((credit) => [ofReason(dossier, credit, settings), ...ofAmount(dossier, credit, settings)]),
    ]
  },
}

const ofReason = (
  { issued }: ItemDossier,
  { fact, position }: CauseNote<CreditNoteIssued>,
  { confidence }: CorrectionSettings,
): Found => ({
  cause: fact.reason,
  confidence,
  happenedOn: issued.fact.on,
  positions: [issued.position, position].sort((a, b) => a - b),
  because: {
    kind: 'credited',
    creditNoteId: fact.documentId,
    reason: fact.reason,
    creditedMinor: fact.totals.grossMinor,
  },
})

/** A line credited is no sign of anything: most credits are of lines. */
const ofAmount = (
  { issued }: ItemDossier,
  { fact, position }: CauseNote<CreditNoteIssued>,
  settings: CorrectionSettings,
): ReadonlyArray<Found> => {
  const explanations = explainAmount(issued.fact, fact.totals.grossMinor, fact.on, settings).filter(
    ({ kind }) => kind === 'tax' || kind === 'freight' || kind === 'charge',
  )
  const [only] = explanations
  if (only === undefined || explanations.length > 1) return []
  const because = {
    kind: `credited-${only.kind}`,
    creditNoteId: fact.documentId,
    creditedMinor: fact.totals.grossMinor,
  }
  return [
    {
      cause: only.cause,
      confidence: settings.amountConfidence,
      happenedOn: issued.fact.on,
      positions: [issued.position, position].sort((a, b) => a - b),
      because,
    },
  ]
}
