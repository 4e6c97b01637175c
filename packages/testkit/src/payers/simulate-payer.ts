/**
 * A year of one payer: invoices come, money comes or does not, a collector calls every second week, promises are
 * made, and kept, broken, or made impossible by the seller. What the payer truly is decides; nobody else is told.
 */
import { addDays, type LocalDate, type Recorded } from '@quittance/kernel'
import { netDays } from '@quittance/invoicing'
import { defaultPromiseTerms } from '@quittance/promises-to-pay'
import type { AccountFact } from '@quittance/receivables'
import { luckFrom } from './luck.js'
import { newPayerDays } from './payer-days.js'
import type { PayerClass, PayerMix } from './payer-class.js'
import { blunder } from './seller-errors.js'
import { type Bill, currency, newId, pay, plan, postpone, type Sim } from './simulation.js'

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

const keepHalf = (sim: Sim, late: ReadonlyArray<Bill>, dueOn: LocalDate): void => {
  postpone(late, addDays(dueOn, sim.luck.between(10, 40)))
  plan(sim, dueOn, (on) => {
    for (const one of late) if (one.openMinor > 1) pay(sim, one, on, Math.floor(one.openMinor / 2))
  })
}
