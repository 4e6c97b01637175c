/** What a simulation of a payer carries from day to day, and the small acts of money. */
import { type LocalDate, money } from '@quittance/kernel'
import type { Luck } from './luck.js'
import type { PayerClass, PayerMix } from './payer-class.js'
import type { PayerDays } from './payer-days.js'

/** An invoice as its payer sees it. @internal */
export interface Bill {
  readonly documentId: string
  readonly dueOn: LocalDate
  openMinor: number
  /** The day on which the payer means to pay it. */
  payOn: LocalDate
  /** In dispute, or paid already by money that lies elsewhere: neither paid nor asked for. */
  held: boolean
}

/** A simulation. @internal */
export interface Sim {
  readonly payerClass: PayerClass
  readonly mix: PayerMix
  readonly luck: Luck
  readonly days: PayerDays
  readonly bills: Array<Bill>
  /** What is to happen on days to come. */
  readonly later: Map<LocalDate, Array<(today: LocalDate) => void>>
  /** No second promise before this day. */
  quietUntil: LocalDate
  /** Two bad months of an unlucky payer. */
  readonly badFrom: LocalDate
  ids: number
}

/** The currency of simulated trade. @internal */
export const currency = 'EUR'

/** A new id. @internal */
export const newId = (sim: Sim, prefix: string): string => `${prefix}-${sim.days.customer}-${(sim.ids += 1)}`

/** Do something on a day to come. @internal */
export const plan = (sim: Sim, day: LocalDate, act: (today: LocalDate) => void): void => {
  const acts = sim.later.get(day)
  if (acts === undefined) sim.later.set(day, [act])
  else acts.push(act)
}

/** Pay a bill, or so much of it; what is written down late is still money of its day. @internal */
export const pay = (
  sim: Sim,
  one: Bill,
  on: LocalDate,
  amountMinor: number = one.openMinor,
  recordedOn: LocalDate = on,
): void => {
  const receiptId = receive(sim, on, amountMinor, recordedOn)
  apply(sim, receiptId, one, on, amountMinor, recordedOn)
}

/** Money comes in. @internal */
export const receive = (sim: Sim, on: LocalDate, amountMinor: number, recordedOn: LocalDate = on): string => {
  const receiptId = newId(sim, 'ZE')
  sim.days.run(
    { _tag: 'RecordReceipt', on, receiptId, amount: money(currency, amountMinor), method: 'wire' },
    recordedOn,
  )
  return receiptId
}

/** Money is put on a bill. @internal */
export const apply = (
  sim: Sim,
  receiptId: string,
  one: Bill,
  on: LocalDate,
  amountMinor: number,
  recordedOn: LocalDate = on,
): string => {
  const applicationId = newId(sim, 'AP')
  const lines = [{ applicationId, itemId: one.documentId, amount: money(currency, amountMinor) }]
  sim.days.run({ _tag: 'ApplyCash', on, receiptId, lines }, recordedOn)
  one.openMinor -= amountMinor
  return applicationId
}

/** The payer means to pay later. @internal */
export const postpone = (late: ReadonlyArray<Bill>, to: LocalDate): void => {
  for (const one of late) one.payOn = to
}
