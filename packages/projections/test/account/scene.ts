/** Worked examples: commands told day by day, each of which must be accepted. */
import { netDays, type PaymentTerms } from '@quittance/invoicing'
import { type Instant, instantOn, localDate, money, type Recorded } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { addFacts, emptyLedgerView, type LedgerFact, type LedgerView, type PointInTime } from '../../src/index.js'
import { type Book, type Command, newBook, run } from './book.js'
import { endOfTime } from './histories.js'

/** What an invoice of an example may say beside its number and amount. */
interface Invoice {
  readonly on: string
  readonly dueOn?: string
  readonly terms?: PaymentTerms
  readonly currency?: string
  readonly customer?: string
}

/** A story of one ledger: each method tells one more thing, and gives the story back. */
export interface Scene {
  readonly book: Book
  readonly facts: ReadonlyArray<Recorded<LedgerFact>>
  readonly view: LedgerView
  /** Run a command; it is recorded at noon of its own day, unless it was learned of later. */
  readonly run: (command: Command, options?: { readonly customer?: string; readonly learned?: string }) => Scene
  readonly invoice: (documentId: string, minor: number, how: Invoice) => Scene
  readonly receipt: (receiptId: string, minor: number, on: string, currency?: string, customer?: string) => Scene
  readonly apply: (id: string, receiptId: string, itemId: string, minor: number, on: string, learned?: string) => Scene
  /** A receipt, applied to one invoice on its own day. */
  readonly pay: (itemId: string, minor: number, on: string, learned?: string) => Scene
  readonly credit: (documentId: string, minor: number, on: string, precedingId?: string) => Scene
}

export const newScene = (): Scene => {
  const book = newBook()
  const scene: Scene = {
    book,
    facts: book.facts,
    get view() {
      return addFacts(emptyLedgerView(), book.facts)
    },
    run: (command, { customer = 'C-1', learned = command.on } = {}) => {
      const result = run(book, customer, command, noon(learned))
      if (E.isLeft(result)) throw new Error(`${command._tag} was refused: ${JSON.stringify(result.left)}`)
      return scene
    },
    invoice: (documentId, minor, { on, dueOn, terms, currency = 'EUR', customer = 'C-1' }) => {
      const due = dueOn === undefined ? { terms: terms ?? netDays(30) } : { dueOn: localDate(dueOn) }
      const lines = [{ netMinor: minor }]
      return scene.run(
        { _tag: 'IssueInvoice', on: localDate(on), documentId, currency, lines, dueBeforeIssue: 'accept', ...due },
        { customer },
      )
    },
    receipt: (receiptId, minor, on, currency = 'EUR', customer = 'C-1') =>
      scene.run(
        { _tag: 'RecordReceipt', on: localDate(on), receiptId, amount: money(currency, minor), method: 'wire' },
        { customer },
      ),
    apply: (applicationId, receiptId, itemId, minor, on, learned = on) => {
      const lines = [{ applicationId, itemId, amount: money('EUR', minor) }]
      return scene.run({ _tag: 'ApplyCash', on: localDate(on), receiptId, lines }, { learned })
    },
    pay: (itemId, minor, on, learned = on) => {
      const receiptId = `R-${itemId}-${book.facts.length}`
      const amount = money('EUR', minor)
      scene.run({ _tag: 'RecordReceipt', on: localDate(on), receiptId, amount, method: 'wire' }, { learned })
      return scene.apply(`A-${receiptId}`, receiptId, itemId, minor, on, learned)
    },
    credit: (documentId, minor, on, precedingId) =>
      scene.run({
        _tag: 'IssueCreditNote',
        on: localDate(on),
        documentId,
        currency: 'EUR',
        lines: [{ netMinor: minor }],
        reason: 'goods returned',
        ...(precedingId === undefined ? {} : { precedingId }),
      }),
  }
  return scene
}

export const noon = (day: string): Instant => instantOn(localDate(day), '12:00:00.000')
export const asOf = (day: string, known?: string): PointInTime => ({
  asOf: localDate(day),
  knownAt: known === undefined ? endOfTime : noon(known),
})
