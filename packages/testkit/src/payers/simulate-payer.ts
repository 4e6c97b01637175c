/**
 * A year of one payer: invoices come, money comes or does not, a collector calls every second week, promises are
 * made, and kept, broken, or made impossible by the seller. What the payer truly is decides; nobody else is told.
 */
import { addDays, type LocalDate, money, type Recorded } from '@quittance/kernel'
import { netDays } from '@quittance/invoicing'
import { defaultPromiseTerms } from '@quittance/promises-to-pay'
import type { AccountFact } from '@quittance/receivables'
import { type Luck, luckFrom } from './luck.js'
import { newPayerDays, type PayerDays } from './payer-days.js'
import type { PayerClass, PayerMix } from './payer-class.js'

interface Bill {
  readonly documentId: string
  readonly dueOn: LocalDate
  openMinor: number
  /** The day on which the payer means to pay it. */
  payOn: LocalDate
  /** In dispute, or paid already by money that lies elsewhere: neither paid nor asked for. */
  held: boolean
}

interface Sim {
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

const currency = 'EUR'
const badDays = 60

/**
 * Simulate a payer.
 *
 * @param from - the first day
 * @category arbitraries
 * @since 0.1.0
 */
export const simulatePayer = (
  payerClass: PayerClass,
  mix: PayerMix,
  customer: string,
  from: LocalDate,
  seed: number,
): ReadonlyArray<Recorded<AccountFact>> => {
  const luck = luckFrom(seed)
  const lastDay = addDays(from, Math.round((mix.months * 365) / 12) - 1)
  const sim: Sim = {
    payerClass,
    mix,
    luck,
    days: newPayerDays('seller', customer),
    bills: [],
    later: new Map(),
    quietUntil: from,
    badFrom: addDays(from, luck.between(30, 240)),
    ids: 0,
  }
  const callDay = luck.between(0, 13)
  for (let day = from, count = 0; day <= lastDay; day = addDays(day, 1), count += 1) {
    if (luck.perMille(70)) bill(sim, day)
    for (const act of sim.later.get(day) ?? []) act(day)
    payWhatIsMeant(sim, day)
    if (count % 14 === callDay) call(sim, day)
  }
  return sim.days.recorded()
}

const newId = (sim: Sim, prefix: string): string => `${prefix}-${sim.days.customer}-${(sim.ids += 1)}`

const plan = (sim: Sim, day: LocalDate, act: (today: LocalDate) => void): void => {
  const acts = sim.later.get(day)
  if (acts === undefined) sim.later.set(day, [act])
  else acts.push(act)
}

const bill = (sim: Sim, on: LocalDate): void => {
  const documentId = newId(sim, 'RE')
  const amountMinor = sim.luck.between(50_00, 4_000_00)
  sim.days.run({
    _tag: 'IssueInvoice',
    on,
    documentId,
    currency,
    lines: [{ netMinor: amountMinor }],
    terms: netDays(30),
  })
  const dueOn = addDays(on, 30)
  sim.bills.push({
    documentId,
    dueOn,
    openMinor: amountMinor,
    payOn: addDays(dueOn, daysAfterDue(sim, on)),
    held: false,
  })
}

/** When a payer of each kind means to pay, in days after the due day. */
const daysAfterDue = (sim: Sim, on: LocalDate): number => {
  const { luck } = sim
  switch (sim.payerClass) {
    case 'honest':
      return luck.perMille(60) ? luck.between(10, 25) : luck.between(-10, 4)
    case 'unlucky':
      return isBad(sim, addDays(on, 30)) ? luck.between(25, 60) : luck.between(-5, 8)
    case 'stretching':
      return luck.between(20, 55)
    case 'promise-breaking':
      return luck.between(20, 80)
    case 'seller-caused':
      return luck.perMille(500) ? luck.between(15, 35) : luck.between(-5, 10)
  }
}

const isBad = ({ badFrom }: Sim, on: LocalDate): boolean => on >= badFrom && on < addDays(badFrom, badDays)

const payWhatIsMeant = (sim: Sim, today: LocalDate): void => {
  for (const one of sim.bills) if (one.openMinor > 0 && !one.held && one.payOn <= today) pay(sim, one, today)
}

/** Pay a bill, or so much of it; what is written down late is still money of its day. */
const pay = (sim: Sim, one: Bill, on: LocalDate, amountMinor = one.openMinor, recordedOn = on): void => {
  const receiptId = receive(sim, on, amountMinor, recordedOn)
  apply(sim, receiptId, one, on, amountMinor, recordedOn)
}

const receive = (sim: Sim, on: LocalDate, amountMinor: number, recordedOn = on): string => {
  const receiptId = newId(sim, 'ZE')
  sim.days.run(
    { _tag: 'RecordReceipt', on, receiptId, amount: money(currency, amountMinor), method: 'wire' },
    recordedOn,
  )
  return receiptId
}

const apply = (sim: Sim, receiptId: string, one: Bill, on: LocalDate, amountMinor: number, recordedOn = on): string => {
  const applicationId = newId(sim, 'AP')
  const lines = [{ applicationId, itemId: one.documentId, amount: money(currency, amountMinor) }]
  sim.days.run({ _tag: 'ApplyCash', on, receiptId, lines }, recordedOn)
  one.openMinor -= amountMinor
  return applicationId
}

/** A call about all that is over ten days late; often a promise comes of it. */
const call = (sim: Sim, today: LocalDate): void => {
  if (today < sim.quietUntil) return
  const late = sim.bills.filter(({ openMinor, held, dueOn }) => openMinor > 0 && !held && addDays(dueOn, 10) < today)
  if (late.length === 0 || !sim.luck.perMille(800)) return
  const dueOn = addDays(today, sim.luck.between(5, 12))
  const promiseId = newId(sim, 'PR')
  const amountMinor = late.reduce((so, { openMinor }) => so + openMinor, 0)
  const forItems = sim.luck.perMille(600)
  sim.days.run({
    _tag: 'MakePromise',
    on: today,
    promiseId,
    currency,
    amountMinor,
    dueOn,
    terms: defaultPromiseTerms,
    askedMinor: amountMinor,
    channel: 'phone',
    takenBy: 'collector',
    ...(forItems ? { items: late.map((one) => ({ itemId: one.documentId, amountMinor: one.openMinor })) } : {}),
  })
  const windowEndsOn = addDays(dueOn, defaultPromiseTerms.graceDays)
  sim.quietUntil = addDays(windowEndsOn, 1)
  plan(sim, addDays(windowEndsOn, 1), (on) => sim.days.run({ _tag: 'AssessPromises', on }))
  fulfil(sim, late, today, dueOn)
}

/** What becomes of the promise: the payer's nature, carelessness, or something of the seller's. */
const fulfil = (sim: Sim, late: ReadonlyArray<Bill>, today: LocalDate, dueOn: LocalDate): void => {
  const { luck, mix, payerClass } = sim
  if (payerClass === 'seller-caused' && luck.perMille(mix.sellerErrorPerMille)) return blunder(sim, late, today, dueOn)
  const breaks =
    payerClass === 'promise-breaking'
      ? mix.brokenPerMille
      : payerClass === 'unlucky' && isBad(sim, today)
        ? 600
        : mix.carelessPerMille
  const partly = payerClass === 'promise-breaking' ? mix.partlyKeptPerMille : 0
  const roll = luck.between(0, 999)
  if (roll < breaks) return postpone(late, addDays(dueOn, luck.between(6, 45)))
  if (roll < breaks + partly) return keepHalf(sim, late, dueOn)
  postpone(late, addDays(dueOn, luck.between(-1, 2)))
}

const postpone = (late: ReadonlyArray<Bill>, to: LocalDate): void => {
  for (const one of late) one.payOn = to
}

const keepHalf = (sim: Sim, late: ReadonlyArray<Bill>, dueOn: LocalDate): void => {
  postpone(late, addDays(dueOn, sim.luck.between(10, 40)))
  plan(sim, dueOn, (on) => {
    for (const one of late) if (one.openMinor > 1) pay(sim, one, on, Math.floor(one.openMinor / 2))
  })
}

/** The seller's errors: a wrong invoice, money written down late, money left lying, money put on the wrong item. */
const blunder = (sim: Sim, late: ReadonlyArray<Bill>, today: LocalDate, dueOn: LocalDate): void => {
  postpone(late, addDays(dueOn, 60))
  switch (sim.luck.between(0, 2)) {
    case 0:
      return wrongInvoice(sim, late, addDays(today, 2), dueOn)
    case 1:
      // Written down ten days after it came.
      for (const one of late) one.held = true
      return plan(sim, addDays(dueOn, 10), (learned) => {
        for (const one of late) if (one.openMinor > 0) pay(sim, one, dueOn, one.openMinor, learned)
      })
    default:
      return plan(sim, dueOn, (on) => {
        for (const one of late) leaveLying(sim, one, on)
      })
  }
}

/** Everything promised turns out to be wrong: disputed, credited in part after weeks, and then paid. */
const wrongInvoice = (sim: Sim, late: ReadonlyArray<Bill>, raisedOn: LocalDate, dueOn: LocalDate): void => {
  plan(sim, raisedOn, (on) => {
    for (const one of late) {
      if (one.openMinor <= 0) continue
      const disputeId = newId(sim, 'DI')
      one.held = true
      sim.days.run({ _tag: 'RaiseDispute', on, disputeId, documentId: one.documentId, cause: 'pricing_error' })
      plan(sim, addDays(dueOn, sim.luck.between(10, 25)), (endedOn) => settleDispute(sim, one, disputeId, endedOn))
    }
  })
}

const settleDispute = (sim: Sim, one: Bill, disputeId: string, on: LocalDate): void => {
  const creditMinor = Math.max(Math.floor(one.openMinor / 10), 1)
  const documentId = newId(sim, 'GS')
  sim.days.run({
    _tag: 'IssueCreditNote',
    on,
    documentId,
    currency,
    lines: [{ netMinor: creditMinor }],
    reason: 'pricing error',
    precedingId: one.documentId,
  })
  sim.days.run({ _tag: 'ResolveDispute', on, disputeId, outcome: 'accepted', creditNoteId: documentId })
  one.openMinor -= creditMinor
  one.held = false
  one.payOn = addDays(on, sim.luck.between(1, 5))
}

/** Paid on the day, and applied two weeks later. */
const leaveLying = (sim: Sim, one: Bill, on: LocalDate): void => {
  if (one.openMinor <= 0) return
  const amountMinor = one.openMinor
  const receiptId = receive(sim, on, amountMinor)
  one.held = true
  plan(sim, addDays(on, 14), (appliedOn) => {
    apply(sim, receiptId, one, appliedOn, amountMinor)
  })
}
