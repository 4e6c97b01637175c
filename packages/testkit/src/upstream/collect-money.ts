/** Money comes, and is put where it belongs; or is not. */
import type { ApplicationPolicy } from '@quittance/cash-application'
import { addDays, laterOf, type LocalDate, money, percentOf } from '@quittance/kernel'
import { grossOf } from './paper.js'
import { type Bill, currency, nextId, openOf, plan, shows, type Trade } from './trade.js'

const earnedOnly: ApplicationPolicy = {
  id: 'earned',
  version: 1,
  discounts: 'earned',
  partialDiscount: false,
  overpayment: 'specific',
  maxPennyMinor: 0,
}

/** All that is meant to be paid today: the plain ones in one payment, what is special by itself. @internal */
export const payWhatIsMeant = (trade: Trade, today: LocalDate): void => {
  const ready = trade.bills.filter((bill) => !bill.isHeld && bill.payOn <= today && openOf(trade, bill) > 0)
  const plain = ready.filter((bill) => bill.short === undefined && bill.cashError === undefined)
  for (const bill of ready) {
    if (bill.cashError !== undefined) payInVain(trade, bill, today)
    else if (bill.short !== undefined) payShort(trade, bill, today)
  }
  const early = plain.filter((bill) => discountOf(trade, bill, today) > 0)
  for (const bill of early) payEarly(trade, bill, today)
  payInFull(
    trade,
    plain.filter((bill) => !early.includes(bill)),
    today,
  )
}

/** What may be taken off for paying by today; of an invoice that was credited or paid in part, nothing. */
const discountOf = (trade: Trade, bill: Bill, today: LocalDate): number => {
  const tier = bill.paper.terms.discount?.tiers[0]
  if (tier?.percent === undefined || today > addDays(bill.issuedOn, tier.days ?? 0)) return 0
  const openMinor = openOf(trade, bill)
  return openMinor === grossOf(bill.paper) ? percentOf(openMinor, tier.percent) : 0
}

const payEarly = (trade: Trade, bill: Bill, today: LocalDate): void => {
  const amountMinor = openOf(trade, bill) - discountOf(trade, bill, today)
  const receiptId = receive(trade, [[bill, amountMinor]], today)
  apply(trade, receiptId, bill, amountMinor, today, true)
}

const payInFull = (trade: Trade, bills: ReadonlyArray<Bill>, today: LocalDate): void => {
  if (bills.length === 0) return
  const amounts = bills.map((bill) => [bill, openOf(trade, bill)] as const)
  const receiptId = receive(trade, amounts, today)
  for (const [bill, amountMinor] of amounts) apply(trade, receiptId, bill, amountMinor, today)
}

const payShort = (trade: Trade, bill: Bill, today: LocalDate): void => {
  const { short } = bill
  const openMinor = openOf(trade, bill)
  bill.isHeld = true
  delete bill.short
  if (short === undefined || short.minor >= openMinor) return
  const receiptId = receive(trade, [[bill, openMinor - short.minor]], today, false)
  apply(trade, receiptId, bill, openMinor - short.minor, today)
  short.after(today, receiptId)
}

/** Money comes in, with a word on what it is for in most cases. */
const receive = (
  trade: Trade,
  amounts: ReadonlyArray<readonly [Bill, number]>,
  on: LocalDate,
  isAdvised = true,
  recordedOn: LocalDate = on,
): string => {
  const { luck, mix, days } = trade
  const receiptId = nextId(trade, 'ZE')
  const totalMinor = amounts.reduce((so, [, minor]) => so + minor, 0)
  const remittanceText = amounts.map(([{ documentId }]) => documentId).join(' ')
  days.run(
    {
      _tag: 'RecordReceipt',
      on,
      receiptId,
      amount: money(currency, totalMinor),
      method: 'wire',
      ...(luck.perMille(mix.records.remittances) ? { remittanceText } : {}),
    },
    recordedOn,
  )
  if (isAdvised && luck.perMille(mix.records.remittances)) {
    const lines = amounts.map(([{ documentId }, paidMinor]) => ({ documentId, paidMinor }))
    days.run(
      { _tag: 'RecordRemittance', on, remittanceId: nextId(trade, 'AV'), receiptId, currency, lines },
      recordedOn,
    )
  }
  return receiptId
}

const apply = (
  trade: Trade,
  receiptId: string,
  { documentId }: Bill,
  minor: number,
  on: LocalDate,
  isEarly = false,
): string => {
  const applicationId = nextId(trade, 'AP')
  const line = { applicationId, itemId: documentId, amount: money(currency, minor) }
  const discount = { _tag: 'Allowed', policy: earnedOnly } as const
  trade.days.run({ _tag: 'ApplyCash', on, receiptId, lines: [isEarly ? { ...line, discount } : line] })
  return applicationId
}

/** Paid in time; found on the wrong invoice, found unapplied, or written down weeks later. */
const payInVain = (trade: Trade, bill: Bill, today: LocalDate): void => {
  const { luck } = trade
  const { cashError } = bill
  const minor = openOf(trade, bill)
  bill.isHeld = true
  const found = laterOf(addDays(today, luck.between(10, 60)), addDays(bill.dueOn, luck.between(2, 40)))
  if (cashError === 'cashPostedLate')
    return plan(trade, found, (on) => {
      const receiptId = receive(trade, [[bill, minor]], today, true, on)
      shows(trade, bill.documentId, on)
      apply(trade, receiptId, bill, minor, on)
    })
  const receiptId = receive(trade, [[bill, minor]], today)
  shows(trade, bill.documentId, today)
  const other = cashError === 'cashMisapplied' ? strangerFor(trade, bill, found) : undefined
  if (other === undefined) return plan(trade, found, (on) => void apply(trade, receiptId, bill, minor, on))
  const wrongMinor = Math.min(minor, openOf(trade, other))
  other.isHeld = true
  const applicationId = apply(trade, receiptId, other, wrongMinor, today)
  plan(trade, found, (on) => {
    trade.days.run({ _tag: 'Unapply', on: today, applicationId, because: 'mistake', reason: 'wrong invoice' }, on)
    other.isHeld = false
    apply(trade, receiptId, bill, minor, on)
  })
}

/** An invoice that is open and will not be paid before the mistake is found. */
const strangerFor = (trade: Trade, bill: Bill, found: LocalDate): Bill | undefined =>
  trade.bills.find(
    (one) =>
      one !== bill &&
      !one.isHeld &&
      one.payOn > found &&
      one.cashError === undefined &&
      one.short === undefined &&
      openOf(trade, one) > 0,
  )
