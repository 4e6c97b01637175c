/** What a payer paid on top of items, as commands: a debit note for each charge, and the money that settles it at once. */
import type { ApplyCash, MatchPlan } from '@quittance/cash-application'
import type { IssueDebitNote } from '@quittance/invoicing'
import { type CurrencyCode, type LocalDate, money } from '@quittance/kernel'

/** What the charges of a plan are posted with. @category commands @since 0.1.0 */
export interface ChargePosting {
  readonly receiptId: string
  readonly currency: CurrencyCode
  readonly on: LocalDate
  /** The number of the n-th debit note, from 1. */
  readonly numberOf: (no: number) => string
}

/**
 * The charges of a plan, to be run in the same append after the commands of the plan without them (`planCommands` holds
 * what is planned for charges like the remainder). Each debit note names the item that it was paid on top of.
 *
 * @law a plan of a reconciliation model is what the account says afterwards
 * @category commands
 * @since 0.1.0
 */
export const chargeCommands = (
  { charges = [] }: Pick<MatchPlan, 'charges'>,
  { receiptId, currency, on, numberOf }: ChargePosting,
): ReadonlyArray<IssueDebitNote | ApplyCash> =>
  charges.flatMap(({ itemId, kind, amountMinor }, at): ReadonlyArray<IssueDebitNote | ApplyCash> => {
    const documentId = numberOf(at + 1)
    const lines = [{ applicationId: `${documentId}/paid`, itemId: documentId, amount: money(currency, amountMinor) }]
    return [
      {
        _tag: 'IssueDebitNote',
        on,
        documentId,
        currency,
        lines: [{ netMinor: amountMinor }],
        reason: kind,
        precedingId: itemId,
      },
      { _tag: 'ApplyCash', on, receiptId, lines },
    ]
  })
