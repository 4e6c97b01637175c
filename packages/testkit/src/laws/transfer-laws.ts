/** Laws of money between accounts: it is made nowhere and lost nowhere, also when a transfer stops half-way. */
import { type Books, emptyBooks, type ReceiptBook } from './books.js'
import { type EntityLaw, entityLaw } from './entity-law.js'
import { postFact } from './post-fact.js'
import { inTransitMinor, postTransfer, type TransferBook } from './transfer-book.js'

/**
 * For every transfer id: out - returned - recalled at the source = arrived - given back - given up at the destination
 * + in transit; and in transit is all of it or nothing while the source has sent it, nothing once it is home, and
 * never more than nothing once it bounced.
 *
 * @category laws
 * @since 0.1.0
 */
export const transfersConserved: EntityLaw = entityLaw(
  'money that left an account is at the other, at home or in transit',
  () => {
    const books = new Map<string, TransferBook>()
    return (recorded) => {
      postTransfer(books, recorded)
      const { fact } = recorded
      if (!('transferId' in fact)) return undefined
      const book = books.get(fact.transferId)
      const says = book === undefined ? undefined : (twoStories(book) ?? outOfTransit(book))
      return says === undefined ? undefined : `transfer ${fact.transferId}: ${says}`
    }
  },
)

/** The two sides must tell of one and the same transfer. */
const twoStories = (book: TransferBook): string | undefined => {
  const { source, destination, outMinor, arrivedMinor } = book
  if (source.customer === undefined) return 'nobody sent it'
  if (source.customer === source.names) return `${source.customer} sent it to itself`
  if (destination.customer === undefined) return undefined
  if (source.names !== destination.customer) return `sent to ${source.names}, arrived at ${destination.customer}`
  if (destination.names !== source.customer) return `sent by ${source.customer}, arrived from ${destination.names}`
  if (source.currency !== destination.currency) return `left in ${source.currency}, arrived in ${destination.currency}`
  return outMinor === arrivedMinor ? undefined : `${outMinor} left, ${arrivedMinor} arrived`
}

const outOfTransit = (book: TransferBook): string | undefined => {
  const { outMinor, homeMinor, bouncedMinor, recallAnswered } = book
  const between = inTransitMinor(book)
  if (homeMinor + bouncedMinor > outMinor) return `${outMinor} left, ${homeMinor} came home, ${bouncedMinor} bounced`
  if (bouncedMinor > 0)
    return between > 0 || between < -outMinor ? `${bouncedMinor} bounced, and ${between} in transit` : undefined
  if (recallAnswered) return 'given up, though nothing bounced'
  if (homeMinor > 0) return between === 0 ? undefined : `${homeMinor} is home, and ${between} in transit`
  return between === 0 || between === outMinor ? undefined : `${between} of ${outMinor} in transit`
}

/**
 * For every currency: received = applied + on account + unapplied + refunded + returned + penny gain + voided in all
 * accounts + in transit. What in transit is follows from how far each transfer has come; what a destination gave up
 * counts as returned once, at the source.
 *
 * @category laws
 * @since 0.1.0
 */
export const entityConserved: EntityLaw = entityLaw('what an entity received is in its accounts or in transit', () => {
  const accounts = new Map<string, Books>()
  const transfers = new Map<string, TransferBook>()
  const received = new Map<string, number>()
  return (recorded) => {
    const { fact, stream } = recorded
    const books = accounts.get(stream) ?? emptyBooks()
    accounts.set(stream, books)
    postFact(books, fact)
    postTransfer(transfers, recorded)
    if (fact._tag === 'ReceiptRecorded') add(received, fact.currency, fact.amountMinor)
    const found = accountedFor(accounts.values(), transfers.values())
    for (const currency of new Set([...received.keys(), ...found.keys()])) {
      const [wanted, got] = [received.get(currency) ?? 0, found.get(currency) ?? 0]
      if (wanted !== got) return `${wanted} ${currency} received, ${got} accounted for`
    }
    return undefined
  }
})

const accountedFor = (accounts: Iterable<Books>, transfers: Iterable<TransferBook>): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { receipts } of accounts)
    for (const receipt of receipts.values()) add(sums, receipt.currency, heldOf(receipt))
  for (const book of transfers) {
    add(sums, book.source.currency ?? '', betweenByStage(book))
    add(sums, book.destination.currency ?? '', -book.givenUpMinor)
  }
  return sums
}

/** Everything that became of a receipt but what went to another account. */
const heldOf = (receipt: ReceiptBook): number =>
  receipt.appliedMinor +
  receipt.onAccountMinor +
  receipt.unappliedMinor +
  receipt.refundedMinor +
  receipt.returnedMinor +
  receipt.pennyMinor +
  receipt.voidedMinor

/** In transit, told by how far the transfer has come, and not by what is missing. */
const betweenByStage = ({ homeMinor, ...book }: TransferBook): number => {
  const { outMinor, bouncedMinor, arrivedMinor, givenBackMinor, givenUpMinor } = book
  const isThere = arrivedMinor > 0 && givenBackMinor === 0
  if (homeMinor > 0) return 0
  if (bouncedMinor > 0) return isThere ? givenUpMinor - outMinor : 0
  return isThere ? 0 : outMinor
}

const add = (sums: Map<string, number>, currency: string, minor: number): void =>
  void sums.set(currency, (sums.get(currency) ?? 0) + minor)
