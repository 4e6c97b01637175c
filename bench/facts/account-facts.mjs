// Twenty facts of one ordinary account, made by the account's own rules: each command goes through decideAccount.
import { addDays, decimal, localDate } from '@quittance/kernel'
import { netDays } from '@quittance/invoicing'
import { decideAccount, evolveAccount, initialAccount } from '@quittance/receivables'

export const factsPerAccount = 20

/** What the twenty are, for the reports: in the proportions of the IBM sample ledger, with tax, an account opened and a credit note. */
export const mixOfFacts =
  'of 20 facts 6 InvoiceIssued, 5 ReceiptRecorded, 5 CashApplied, 1 each of AccountOpened, CreditNoteIssued, DisputeRaised, DisputeResolved'

const tax = { category: 'S', ratePercent: decimal('19') }
const start = localDate('2024-01-02')
const eur = (minor) => ({ currency: 'EUR', minor })

const invoice = (account, no, on) => ({
  _tag: 'IssueInvoice',
  on,
  documentId: `INV-${account}-${no}`,
  currency: 'EUR',
  lines: [{ description: 'Goods as ordered', netMinor: 10_000 + ((account * 37 + no * 101) % 90_000), tax }],
  terms: netDays(30),
  references: { purchaseOrder: `PO-${account}-${no}` },
})

const receipt = (account, no, on, minor) => ({
  _tag: 'RecordReceipt',
  on,
  receiptId: `R-${account}-${no}`,
  amount: eur(minor),
  method: 'wire',
  payer: { name: `Customer ${account} Ltd`, account: `DE02120300000000${account}` },
  remittanceText: `INV-${account}-${no}`,
  bankReference: `BANK-${account}-${no}`,
})

const apply = (account, no, on, minor) => ({
  _tag: 'ApplyCash',
  on,
  receiptId: `R-${account}-${no}`,
  lines: [{ applicationId: `A-${account}-${no}`, itemId: `INV-${account}-${no}`, amount: eur(minor) }],
})

/** The facts of account number `account`, in order; no two accounts share an object. */
export const accountFacts = (account) => {
  const state = initialAccount()
  const facts = []
  const ask = (command) => {
    const answer = decideAccount(command, state)
    if (answer._tag === 'Left') throw new Error(`${command._tag}: ${JSON.stringify(answer.left)}`)
    for (const fact of answer.right) {
      evolveAccount(state, fact)
      facts.push(fact)
    }
    return answer.right
  }
  const first = addDays(start, account % 365)
  const day = (after) => addDays(first, after)
  ask({ _tag: 'OpenAccount', on: first, name: `Customer ${account} Ltd`, attributes: { region: 'north' } })
  const owed = []
  for (let no = 0; no < 6; no += 1) {
    const [issued] = ask(invoice(account, no, day(no * 7)))
    owed.push(issued.totals.payableMinor)
  }
  // Four are paid, one in part, one not at all.
  for (let no = 0; no < 5; no += 1) {
    const minor = no < 4 ? owed[no] : Math.floor(owed[no] / 2)
    ask(receipt(account, no, day(60 + no), minor))
    ask(apply(account, no, day(60 + no), minor))
  }
  const documentId = `INV-${account}-5`
  ask({
    _tag: 'RaiseDispute',
    on: day(70),
    disputeId: `D-${account}`,
    documentId,
    amountMinor: 1_000,
    cause: 'damaged',
  })
  ask({
    _tag: 'IssueCreditNote',
    on: day(75),
    documentId: `CN-${account}`,
    currency: 'EUR',
    lines: [{ netMinor: 1_000, tax }],
    reason: 'damaged in transit',
    precedingId: documentId,
  })
  ask({
    _tag: 'ResolveDispute',
    on: day(76),
    disputeId: `D-${account}`,
    outcome: 'accepted',
    creditNoteId: `CN-${account}`,
  })
  return facts
}
