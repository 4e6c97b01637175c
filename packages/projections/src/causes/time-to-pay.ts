/** How much time the customer had to pay, and how much of the agreed time was gone before the invoice was there. */
import { daysBetween, earlierOf, type LocalDate } from '@quittance/kernel'
import type { ItemDossier } from './item-dossier.js'
import { notesOf } from './notes-of.js'

/** The customer's time. @category model @since 0.1.0 */
export interface TimeToPay {
  /** The first day on which the customer is known to have had the document; else the day of the document. */
  readonly thereOn: LocalDate
  /** From where the terms count to the due day: the agreed time. */
  readonly agreedDays: number
  /** From the day on which it was there to the due day; below 0 where it came after that. */
  readonly leftDays: number
}

/** @internal */
export const timeToPay = ({ issued, goods, sending, standing }: ItemDossier): TimeToPay => {
  const arrivals = notesOf(sending, 'InvoiceDelivered', 'InvoiceViewed').map(({ fact }) => fact.on)
  const thereOn = arrivals.length === 0 ? issued.fact.on : arrivals.reduce(earlierOf)
  const countsFrom = countsFromDelivery(issued.fact) ? goods.map(({ fact }) => fact.on) : []
  return {
    thereOn,
    agreedDays: daysBetween([issued.fact.on, ...countsFrom].reduce(earlierOf), standing.dueOn),
    leftDays: daysBetween(thereOn, standing.dueOn),
  }
}

/** Whether the terms count from the day of the goods, whatever the date of the document. @internal */
export const countsFromDelivery = ({ terms }: ItemDossier['issued']['fact']): boolean =>
  terms.parts.some(({ due }) => due.base === 'delivery-date')

/** Whether less than that share of the agreed time was left: then the delay is why it is late, and else the customer had time enough. @internal */
export const isLateByDelay = ({ agreedDays, leftDays }: TimeToPay, leftPercent: number): boolean =>
  leftDays * 100 < agreedDays * leftPercent
