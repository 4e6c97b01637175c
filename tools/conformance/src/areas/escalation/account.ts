/** The account of a case: its items with disputes, placements and payments, as they stand on a day. */
import type { Collected } from '@quittance/dunning'
import { type CurrencyCode, type Decimal, isLocalDate, type LocalDate, localDate } from '@quittance/kernel'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { dayOf } from '../../books/days.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'

/** An item as the case states it. */
export interface StatedItem {
  readonly itemId: string
  readonly openMinor: number
  readonly dueOn?: LocalDate
  readonly disputeOpenedOn?: LocalDate
  /** One that is placed, and the case does not say when, was before everything else. */
  readonly placedOn?: LocalDate
  readonly feePercent?: Decimal
  readonly payments: ReadonlyArray<Collected>
}

/** Read the items with the payments that belong to them. */
export const statedItems = (given: Reader, currency: CurrencyCode): ReadonlyArray<StatedItem> => {
  const readers = given.maps('items')
  const only = readers.length === 1 ? readers[0]?.text('id') : undefined
  const payments = given.maps('payments').map((payment) => ({
    itemId: payment.text('item') ?? only ?? unsupported(`${payment.path} without item`),
    on: dayOf(payment, 'date', 'day') ?? unsupported(`${payment.path} without date`),
    amountMinor: requiredMinor(payment, 'amount', currency),
    direct: true,
  }))
  const items = readers.map((reader): StatedItem => {
    const itemId = reader.text('id') ?? unsupported(`${reader.path} without id`)
    const dueOn = dayOf(reader, 'due', 'due_day')
    const disputeOpenedOn = reader.date('dispute_opened')
    const placedOn = placedAt(reader)
    const feePercent = reader.decimal('fee_percent')
    return {
      itemId,
      openMinor: minorOf(reader, 'open', currency) ?? unsupported(`${reader.path} without open`),
      payments: payments.filter((payment) => payment.itemId === itemId),
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(disputeOpenedOn === undefined ? {} : { disputeOpenedOn }),
      ...(placedOn === undefined ? {} : { placedOn }),
      ...(feePercent === undefined ? {} : { feePercent }),
    }
  })
  const stranger = payments.find(({ itemId }) => items.every((item) => item.itemId !== itemId))
  return stranger === undefined ? items : unsupported(`payment of ${stranger.itemId}`)
}

/** A day, or simply whether it is. */
const placedAt = (reader: Reader): LocalDate | undefined => {
  const written = reader.text('placed')
  if (written === undefined || written === 'false') return undefined
  return isLocalDate(written) ? written : reader.yes('placed') === true ? beforeEverything : undefined
}

/** What is open after the payments up to a day, that day included. */
export const openOn = ({ openMinor, payments }: StatedItem, on?: LocalDate): number =>
  payments
    .filter((payment) => on === undefined || payment.on <= on)
    .reduce((so, { amountMinor }) => so - amountMinor, openMinor)

/** Whether an item is with the agency on a day. */
export const isPlaced = (placedOn: LocalDate | undefined, on: LocalDate): boolean =>
  placedOn !== undefined && placedOn <= on

/** A day before every day of a case: when a document without a day exists. */
export const beforeEverything: LocalDate = localDate('1900-01-01')
