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
 * The same for every business day, over what is effective by then: a report of all accounts as of any day finds no
 * money twice (P-06).
 *
 * @category laws
 * @since 0.1.0
 */
export const transfersConservedEveryDay: EntityLaw = {
  name: 'as of every day, money that left an account is at the other, at home or in transit',
  breach: (logs) => {
    const moved = logs.map((log) => log.filter(({ fact }) => 'transferId' in fact))
    for (const day of [...new Set(moved.flat().map(({ effectiveOn }) => effectiveOn))].sort()) {
      const found = transfersConserved.breach(moved.map((log) => log.filter(({ effectiveOn }) => effectiveOn <= day)))
      if (found !== undefined) return { ...found, says: `as of ${day}, ${found.says}` }
    }
    return undefined
  },
  holds: (logs) => transfersConservedEveryDay.breach(logs) === undefined,
}

/**
 * For every currency: received, less what was voided = applied + on account + unapplied + refunded + penny gain in
 * all accounts + returned + in transit. What was returned counts where it had come in from outside, and what is in
 * transit follows from how far each transfer has come.
 *
 * @category laws
 * @since 0.1.0
 */
export const entityConserved: EntityLaw = entityLaw('what an entity received is in its accounts or in transit', () => {
  const accounts = new Map<string, Books>()
  const transfers = new Map<string, TransferBook>()
  const fromOutside = new Set<ReceiptBook>()
  return (recorded) => {
    const { fact, stream } = recorded
    const books = accounts.get(stream) ?? emptyBooks()
    accounts.set(stream, books)
    postFact(books, fact)
    postTransfer(transfers, recorded)
    const receipt = fact._tag === 'ReceiptRecorded' ? books.receipts.get(fact.receiptId) : undefined
    if (receipt !== undefined) fromOutside.add(receipt)
    const sums = missing(accounts.values(), fromOutside, transfers.values())
    for (const [currency, minor] of sums)
      if (minor !== 0) return minor > 0 ? `${minor} ${currency} are nowhere` : `${-minor} ${currency} came from nowhere`
    return undefined
  }
})

/** Received less accounted for, by currency. */
const missing = (
  accounts: Iterable<Books>,
  fromOutside: ReadonlySet<ReceiptBook>,
  transfers: Iterable<TransferBook>,
): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  const add = (currency: string, minor: number): void => void sums.set(currency, (sums.get(currency) ?? 0) + minor)
  for (const { receipts } of accounts)
    for (const receipt of receipts.values()) {
      const { currency, amountMinor, returnedMinor, voidedMinor } = receipt
      add(currency, -heldMinor(receipt))
      if (fromOutside.has(receipt)) add(currency, amountMinor - returnedMinor - voidedMinor)
    }
  for (const book of transfers) add(book.source.currency ?? '', -betweenByStage(book))
  return sums
}

/** What became of a receipt within the account that has it. */
const heldMinor = (receipt: ReceiptBook): number =>
  receipt.appliedMinor + receipt.onAccountMinor + receipt.unappliedMinor + receipt.refundedMinor + receipt.pennyMinor

/** In transit, told by how far the transfer has come, and not by what is missing. */
const betweenByStage = (book: TransferBook): number => {
  const { outMinor, homeMinor, bouncedMinor, arrivedMinor, givenBackMinor, givenUpMinor } = book
  const isThere = arrivedMinor > 0 && givenBackMinor === 0
  if (homeMinor > 0) return 0
  if (bouncedMinor > 0) return isThere ? givenUpMinor - outMinor : 0
  return isThere ? 0 : outMinor
}
