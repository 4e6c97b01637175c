/**
 * Accounts for these tests, composed of the two rooms the way an embedder composes them: projections depend on the
 * rooms alone, so their tests do too. A command is decided on its account, and its facts are recorded in one book.
 */
import {
  type CashCommand,
  type CashContext,
  type CashFact,
  type CashRejection,
  type CashRequest,
  type CashState,
  decideCash,
  evolveCash,
  initialCash,
  takenOffMinor,
} from '@quittance/cash-application'
import {
  decideInvoicing,
  evolveInvoicing,
  initialInvoicing,
  type InvoicingCommand,
  type InvoicingContext,
  type InvoicingFact,
  type InvoicingRejection,
  type InvoicingState,
} from '@quittance/invoicing'
import { accountStream, foldShared, type Instant, keyedGet, type Recorded } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'

export type Command = InvoicingCommand | CashCommand
export type Rejection = InvoicingRejection | CashRejection

export interface Account {
  readonly invoicing: InvoicingState
  readonly cash: CashState
}

export const newAccount = (): Account => ({ invoicing: initialInvoicing(), cash: initialCash() })

/** The book knows invoices and money. */
export type BookFact = InvoicingFact | CashFact

const invoicingCommands: ReadonlySet<string> = new Set<InvoicingCommand['_tag']>([
  'IssueInvoice',
  'IssueDebitNote',
  'IssueCreditNote',
  'VoidInvoice',
  'ChangeDueDate',
  'RecordDelivery',
  'RaiseDispute',
  'SubstantiateDispute',
  'AssignDispute',
  'TagDisputeCause',
  'ResolveDispute',
  'AcceptOrder',
  'RecordGoodsDelivered',
  'AgreePrice',
  'ConfirmRootCause',
])

const invoicingFacts: ReadonlySet<string> = new Set<InvoicingFact['_tag']>([
  'InvoiceIssued',
  'DebitNoteIssued',
  'CreditNoteIssued',
  'InvoiceVoided',
  'DueDateChanged',
  'InvoiceDelivered',
  'InvoiceBounced',
  'InvoiceRejected',
  'InvoiceViewed',
  'DisputeRaised',
  'DisputeSubstantiated',
  'DisputeAssigned',
  'DisputeCauseTagged',
  'DisputeResolved',
  'OrderAccepted',
  'GoodsDelivered',
  'PriceAgreed',
  'RootCauseConfirmed',
])

const isInvoicingCommand = (command: Command): command is InvoicingCommand => invoicingCommands.has(command._tag)
const isInvoicingFact = (fact: BookFact): fact is InvoicingFact => invoicingFacts.has(fact._tag)

export const evolve = (account: Account, fact: BookFact): void =>
  isInvoicingFact(fact) ? evolveInvoicing(account.invoicing, fact) : evolveCash(account.cash, fact)

export const openMinorOf = ({ invoicing, cash }: Account, documentId: string): number => {
  const document = keyedGet(invoicing.documents, documentId)
  if (document === undefined || document.voided || document.kind === 'credit-note') return 0
  return document.payableMinor - document.offsetMinor - takenOffMinor(keyedGet(cash.items, documentId))
}

/** Of the value as issued. */
const openBaseMinorOf = ({ invoicing, cash }: Account, documentId: string): number => {
  const document = keyedGet(invoicing.documents, documentId)
  const cleared = keyedGet(cash.items, documentId)?.clearedBaseMinor ?? 0
  return document?.exchange === undefined ? 0 : document.exchange.baseMinor - document.offsetBaseMinor - cleared
}

const invoicingContext = (account: Account): InvoicingContext => ({
  settlementOf: (documentId) => {
    const item = keyedGet(account.cash.items, documentId)
    return {
      openMinor: openMinorOf(account, documentId),
      openBaseMinor: openBaseMinorOf(account, documentId),
      touched: takenOffMinor(item) !== 0 || (item !== undefined && item.deductions.length > 0),
      reopenedOn: item?.reopenedOn,
    }
  },
})

const cashContext = ({ invoicing }: Account): CashContext => ({
  itemOf: (itemId) => {
    const document = keyedGet(invoicing.documents, itemId)
    if (document === undefined || document.kind === 'credit-note') return undefined
    return {
      itemId,
      currency: document.currency,
      issuedOn: document.issuedOn,
      owedMinor: document.payableMinor - document.offsetMinor,
      netMinor: document.netMinor,
      grossMinor: document.grossMinor,
      creditedMinor: document.creditedMinor,
      taxes: document.taxGroups.map(({ tax, taxMinor }) => ({ ...tax, taxMinor })),
      discount: document.discount,
      instalments: document.instalments,
      voided: document.voided,
      ...(document.exchange === undefined
        ? {}
        : {
            carrying: {
              value: document.exchange,
              payableMinor: document.payableMinor,
              owedBaseMinor: document.exchange.baseMinor - document.offsetBaseMinor,
            },
          }),
    }
  },
  creditOf: (creditId) => {
    const document = keyedGet(invoicing.documents, creditId)
    if (document === undefined || document.kind !== 'credit-note') return undefined
    return {
      creditId,
      currency: document.currency,
      issuedOn: document.issuedOn,
      creditMinor: document.grossMinor - document.offsetMinor,
    }
  },
})

const commandFor = (request: CashRequest): InvoicingCommand => {
  const { on, documentId } = request
  switch (request._tag) {
    case 'ChargeCustomer': {
      const { currency, amountMinor, reason, precedingId, dueOn, exchange } = request
      const lines = [{ netMinor: amountMinor }]
      const preceding = precedingId === undefined ? {} : { precedingId }
      const due = dueOn === undefined ? {} : ({ dueOn, dueBeforeIssue: 'accept' } as const)
      return {
        _tag: 'IssueDebitNote',
        on,
        documentId,
        currency,
        lines,
        reason,
        ...preceding,
        ...due,
        ...(exchange === undefined ? {} : { exchange }),
      }
    }
    case 'CreditCustomer': {
      const { currency, lines, reason, itemId } = request
      return { _tag: 'IssueCreditNote', on, documentId, currency, lines, reason, precedingId: itemId }
    }
    case 'VoidCharge':
      return { _tag: 'VoidInvoice', on, documentId, reason: request.reason, policy: { voidAllowed: true } }
  }
}

/** All facts of a command, with those of the documents that it asks for, or the reason there are none. */
export const decide = (command: Command, account: Account): E.Either<Rejection, ReadonlyArray<BookFact>> => {
  if (isInvoicingCommand(command)) {
    const decided = decideInvoicing(command, account.invoicing, invoicingContext(account))
    return E.isLeft(decided) ? decided : E.right(decided.right.facts)
  }
  const decided = decideCash(command, account.cash, cashContext(account))
  if (E.isLeft(decided)) return decided
  let facts: ReadonlyArray<BookFact> = decided.right.facts
  for (const request of decided.right.requests) {
    const answered = decide(commandFor(request), foldShared(evolve, account, facts))
    if (E.isLeft(answered)) return answered
    facts = [...facts, ...answered.right]
  }
  return E.right(facts)
}

/** Everything that was recorded of an entity's customers, in the order in which it was recorded. */
export interface Book {
  readonly entity: string
  readonly accounts: Map<string, Account>
  readonly facts: Array<Recorded<BookFact>>
  readonly revisions: Map<string, number>
  readonly streams: Map<string, string>
}

export const newBook = (entity = 'acme'): Book => ({
  entity,
  accounts: new Map(),
  facts: [],
  revisions: new Map(),
  streams: new Map(),
})

export const streamOf = (book: Book, customer: string): string => {
  const known = book.streams.get(customer) ?? accountStream(book.entity, customer)
  book.streams.set(customer, known)
  return known
}

export const accountIn = (book: Book, customer: string): Account => {
  const known = book.accounts.get(customer)
  if (known !== undefined) return known
  const account = newAccount()
  book.accounts.set(customer, account)
  return account
}

/** Decide a command on a customer's account and record its facts, or leave the book as it was. */
export const run = (
  book: Book,
  customer: string,
  command: Command,
  recordedAt: Instant,
): E.Either<Rejection, ReadonlyArray<BookFact>> => {
  const account = accountIn(book, customer)
  const decided = decide(command, account)
  if (E.isLeft(decided)) return decided
  const stream = streamOf(book, customer)
  const commandId = `command-${book.facts.length + 1}`
  for (const fact of decided.right) {
    evolve(account, fact)
    const revision = book.revisions.get(customer) ?? 0
    book.revisions.set(customer, revision + 1)
    const position = book.facts.length + 1
    book.facts.push({
      id: `fact-${position}`,
      stream,
      revision,
      position,
      effectiveOn: fact.on,
      recordedAt,
      actor: 'test',
      commandId,
      commandHash: '',
      correlationId: commandId,
      fact,
    })
  }
  return decided
}
