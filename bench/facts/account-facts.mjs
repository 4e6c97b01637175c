// Twenty facts of one ordinary account, made by the account's own rules: each command goes through decideAccount.
import { addDays, decimal, localDate } from '@quittance/kernel'
import { netDays } from '@quittance/invoicing'
import { decideAccount, evolveAccount, initialAccount } from '@quittance/receivables'

export const factsPerAccount = 20

/** What the twenty are, for the reports: in the proportions of the IBM sample ledger, with tax, an account opened and a credit note. */
export const mixOfFacts =
  'of 20 facts 6 InvoiceIssued, 5 ReceiptRecorded, 5 CashApplied, 1 each of AccountOpened, CreditNoteIssued, DisputeRaised, DisputeResolved'

/** How documents are numbered: as most ledgers do it. */
export const longNumbers = (kind, account, no) => `${kind}-2025-${String(account * 10 + no).padStart(7, '0')}`

/** Numbers of ten characters or fewer, which V8 keeps in one table for all texts: every new one costs a place there when it is parsed. */
export const shortNumbers = (kind, account, no) => `${kind}${account}-${no}`

const tax = { category: 'S', ratePercent: decimal('19') }
const start = localDate('2024-01-02')
const eur = (minor) => ({ currency: 'EUR', minor })

const invoice = (number, account, no, on) => ({
  _tag: 'IssueInvoice',
  on,
  documentId: number('I', account, no),
  currency: 'EUR',
  lines: [{ description: 'Goods as ordered', netMinor: 10_000 + ((account * 37 + no * 101) % 90_000), tax }],
  terms: netDays(30),
  references: { purchaseOrder: number('P', account, no) },
})

const receipt = (number, account, no, on, minor) => ({
  _tag: 'RecordReceipt',
  on,
  receiptId: number('R', account, no),
  amount: eur(minor),
  method: 'wire',
  payer: { name: `Customer ${account} Ltd`, account: `DE02120300000000${account}` },
  remittanceText: number('I', account, no),
  bankReference: number('B', account, no),
})

const apply = (number, account, no, on, minor) => ({
  _tag: 'ApplyCash',
  on,
  receiptId: number('R', account, no),
  lines: [{ applicationId: number('A', account, no), itemId: number('I', account, no), amount: eur(minor) }],
})

/** The facts of account number `account`, in order; no two accounts share an object. */
export const accountFacts = (account, number = longNumbers) => {
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
    const [issued] = ask(invoice(number, account, no, day(no * 7)))
    owed.push(issued.totals.payableMinor)
  }
  // Four are paid, one in part, one not at all.
  for (let no = 0; no < 5; no += 1) {
    const minor = no < 4 ? owed[no] : Math.floor(owed[no] / 2)
    ask(receipt(number, account, no, day(60 + no), minor))
    ask(apply(number, account, no, day(60 + no), minor))
  }
  const documentId = number('I', account, 5)
  ask({
    _tag: 'RaiseDispute',
    on: day(70),
    disputeId: number('D', account, 0),
    documentId,
    amountMinor: 1_000,
    cause: 'damaged',
  })
  ask({
    _tag: 'IssueCreditNote',
    on: day(75),
    documentId: number('C', account, 0),
    currency: 'EUR',
    lines: [{ netMinor: 1_000, tax }],
    reason: 'damaged in transit',
    precedingId: documentId,
  })
  ask({
    _tag: 'ResolveDispute',
    on: day(76),
    disputeId: number('D', account, 0),
    outcome: 'accepted',
    creditNoteId: number('C', account, 0),
  })
  return facts
}
