/**
 * What both accounts of a transfer say of it, kept side by side. Shares no code with the accounts' own state.
 */
import { parseAccountStream, type Recorded } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'

/** One transfer id. Amounts in minor units; a side that has said nothing has no customer. @category laws @since 0.1.0 */
export interface TransferBook {
  readonly source: TransferSide
  readonly destination: TransferSide
  /** Left the source. */
  outMinor: number
  /** Came home to the source. */
  homeMinor: number
  /** Lost to the source, because the receipt behind it bounced. */
  bouncedMinor: number
  arrivedMinor: number
  /** Given back by the destination. */
  givenBackMinor: number
  /** Given up by the destination, because the receipt behind it bounced; less than the whole where some was paid out. */
  givenUpMinor: number
  /** The destination has answered the recall. */
  recallAnswered: boolean
}

/** Who a side is, whom it names as the other, and in which currency. @category laws @since 0.1.0 */
export interface TransferSide {
  customer: string | undefined
  names: string | undefined
  currency: string | undefined
}

const newSide = (): TransferSide => ({ customer: undefined, names: undefined, currency: undefined })

const newBook = (): TransferBook => ({
  source: newSide(),
  destination: newSide(),
  outMinor: 0,
  homeMinor: 0,
  bouncedMinor: 0,
  arrivedMinor: 0,
  givenBackMinor: 0,
  givenUpMinor: 0,
  recallAnswered: false,
})

/** Post one fact; the books, by transfer id, are changed in place. Facts of no transfer are passed over. @category laws @since 0.1.0 */
export const postTransfer = (books: Map<string, TransferBook>, { fact, stream }: Recorded<AccountFact>): void => {
  switch (fact._tag) {
    case 'CashTransferredOut': {
      const book = bookOf(books, fact.transferId)
      Object.assign(book.source, { customer: customerOf(stream), names: fact.toCustomer, currency: fact.currency })
      book.outMinor += fact.amountMinor
      return
    }
    case 'CashTransferredIn': {
      const book = bookOf(books, fact.transferId)
      Object.assign(book.destination, {
        customer: customerOf(stream),
        names: fact.fromCustomer,
        currency: fact.currency,
      })
      book.arrivedMinor += fact.amountMinor
      return
    }
    case 'CashTransferReturned':
      bookOf(books, fact.transferId)[fact.side === 'source' ? 'homeMinor' : 'givenBackMinor'] += fact.amountMinor
      return
    case 'CashTransferRecalled': {
      const book = bookOf(books, fact.transferId)
      book[fact.side === 'source' ? 'bouncedMinor' : 'givenUpMinor'] += fact.returnedMinor
      if (fact.side === 'destination') book.recallAnswered = true
      return
    }
    default:
      return
  }
}

const customerOf = (stream: string): string => parseAccountStream(stream)?.customer ?? stream

const bookOf = (books: Map<string, TransferBook>, transferId: string): TransferBook => {
  const known = books.get(transferId)
  if (known !== undefined) return known
  const book = newBook()
  books.set(transferId, book)
  return book
}

/**
 * What is between the accounts: out - home - bounced at the source, less arrived - given back - given up at the
 * destination. Below nothing where the money bounced and the destination still has it, or had paid some of it out.
 *
 * @category laws
 * @since 0.1.0
 */
export const inTransitMinor = (book: TransferBook): number =>
  book.outMinor - book.homeMinor - book.bouncedMinor - (book.arrivedMinor - book.givenBackMinor - book.givenUpMinor)
