/** The invoice was credited in full and billed anew. */
import { compareThreeWays, type InvoiceIssued } from '@quittance/invoicing'
import { laterOf, type LocalDate, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule, Found } from '../cause-rule.js'
import { correctedThings } from '../correction-difference.js'
import type { ItemDossier } from '../item-dossier.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure it is what was corrected. @category policies @since 0.1.0 */
export interface CreditAndRebillSettings {
  /** One thing differs. */
  readonly confidence: number
  /** Several things do. */
  readonly oneOfSeveralConfidence: number
  /** The re-bill names nothing, and was found by its papers. */
  readonly notNamedTakes: number
  /** Of a re-bill that has a due day of its own. */
  readonly newTermsConfidence: number
  /** Another quantity is billed, and no paper says why: the goods may be at fault as well as the invoice. */
  readonly bareQuantityConfidence: number
}

/**
 * What the re-bill says otherwise than the original is what had been wrong with it, on the day on which the original was issued. It is
 * said of the original, which could not be paid as it was, and of a re-bill that keeps its due day and so is late from the start. A
 * re-bill with a later due day gave the customer time: why that is paid late is another question. Why less is billed than before, the papers
 * of the original say: more than was ordered, goods short, damaged or not those ordered; where they say nothing, nobody knows.
 *
 * @category policies
 * @since 0.1.0
 */
export const creditAndRebill: CauseRule<CreditAndRebillSettings> = {
  id: 'credit-and-rebill',
  rank: 'correction',
  settings: ruleSettings(
    struct({
      confidence: wholeNumber,
      oneOfSeveralConfidence: wholeNumber,
      notNamedTakes: wholeNumber,
      newTermsConfidence: wholeNumber,
      bareQuantityConfidence: wholeNumber,
    }),
    {
      confidence: 90,
      oneOfSeveralConfidence: 65,
      notNamedTakes: 10,
      newTermsConfidence: 40,
      bareQuantityConfidence: 45,
    },
  ),
  find: (dossier, settings) => {
    const { rebill: found, issued, standing } = dossier
    const { confidence, oneOfSeveralConfidence, notNamedTakes, newTermsConfidence, bareQuantityConfidence } = settings
    if (found === undefined) return []
    const { original, credit, rebill, named } = found
    const things = correctedThings(original.fact, rebill.fact)
    const sure = (things.length === 1 ? confidence : oneOfSeveralConfidence) - (named ? 0 : notNamedTakes)
    const hasNewTerms = issued.position === rebill.position && standing.dueOn > lastDueDay(original.fact)
    const billed = things.some(({ what }) => what === 'quantity') ? behindQuantity(dossier, original.fact) : undefined
    return things.map(({ what, cause }): Found => ({
      cause: what === 'quantity' ? (billed ?? cause) : cause,
      confidence: Math.max(
        1,
        Math.min(
          sure,
          hasNewTerms ? newTermsConfidence : sure,
          what === 'quantity' && billed === undefined ? bareQuantityConfidence : sure,
        ),
      ),
      happenedOn: original.fact.on,
      positions: [original.position, credit.position, rebill.position].sort((a, b) => a - b),
      because: {
        kind: 're-billed',
        corrected: what,
        original: original.fact.documentId,
        rebill: rebill.fact.documentId,
        named,
      },
    }))
  },
}

const lastDueDay = ({ instalments, on }: InvoiceIssued): LocalDate =>
  instalments.map(({ dueOn }) => dueOn).reduce(laterOf, on)

/** What had been wrong with the quantity, by the order and the goods of the original. */
const behindQuantity = ({ order, goods }: ItemDossier, original: InvoiceIssued): string | undefined => {
  const deliveries = goods.map(({ fact }) => fact)
  const wrong = compareThreeWays({
    invoice: original,
    deliveries,
    ...(order === undefined ? {} : { order: order.fact }),
  })
  const arrived = deliveries.flatMap(({ lines }) => lines)
  if (arrived.some(({ substituteFor }) => substituteFor !== undefined)) return 'wrong_product'
  if (arrived.some(({ damaged }) => (damaged?.unscaled ?? 0) > 0)) return 'damaged_goods'
  const [quantity] = wrong.filter(({ kind }) => kind === 'quantity')
  return quantity === undefined ? undefined : quantity.against === 'delivery' ? 'shortage' : 'quantity'
}
