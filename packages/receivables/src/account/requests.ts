/** What cash application and dunning ask of invoicing: as a command there, and whether the answer is what was asked for. */
import type { AmountDiffers, CashRequest } from '@quittance/cash-application'
import type { DunningRequest } from '@quittance/dunning'
import type { InvoicingCommand } from '@quittance/invoicing'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountFact } from './account.js'

/** What one room asks of another in the same append. @internal */
export type AccountRequest = CashRequest | DunningRequest

/** @internal */
export const commandFor = (request: AccountRequest): InvoicingCommand => {
  switch (request._tag) {
    case 'ChargeCustomer': {
      const { on, documentId, currency, amountMinor, reason, precedingId, dueOn, exchange } = request
      return {
        _tag: 'IssueDebitNote',
        on,
        documentId,
        currency,
        lines: [{ netMinor: amountMinor }],
        reason,
        ...(precedingId === undefined ? {} : { precedingId }),
        ...(dueOn === undefined ? {} : { dueOn, dueBeforeIssue: 'accept' }),
        ...(exchange === undefined ? {} : { exchange }),
      }
    }
    case 'CreditCustomer': {
      const { on, documentId, currency, lines, reason, itemId } = request
      return { _tag: 'IssueCreditNote', on, documentId, currency, lines, reason, precedingId: itemId }
    }
    case 'ChargeLateness': {
      const { _tag, ...note } = request
      return { _tag: 'IssueDebitNote', ...note }
    }
    case 'VoidCharge': {
      const { on, documentId, reason } = request
      return { _tag: 'VoidInvoice', on, documentId, reason, policy: { voidAllowed: true } }
    }
  }
}

/** A credit note for a deduction must come to exactly what is pending of it. @internal */
export const asAsked =
  (request: AccountRequest) =>
  (facts: ReadonlyArray<AccountFact>): E.Either<AmountDiffers, ReadonlyArray<AccountFact>> => {
    if (request._tag !== 'CreditCustomer') return E.right(facts)
    const { deductionId, amountMinor } = request
    for (const fact of facts)
      if (fact._tag === 'CreditNoteIssued' && fact.totals.grossMinor !== amountMinor)
        return E.left({
          _tag: 'AmountDiffers',
          kind: 'deduction',
          id: deductionId,
          expectedMinor: amountMinor,
          askedMinor: fact.totals.grossMinor,
        })
    return E.right(facts)
  }
