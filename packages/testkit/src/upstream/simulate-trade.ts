/** The trade of one customer, day by day. */
import { addDays, daysBetween, type LocalDate } from '@quittance/kernel'
import { luckFrom } from '../payers/luck.js'
import { newPayerDays } from '../payers/payer-days.js'
import { chase } from './chase.js'
import { payWhatIsMeant } from './collect-money.js'
import { agreePrice, takeOrder } from './take-order.js'
import type { Trade } from './trade.js'
import { drawTrader } from './trader.js'
import type { UpstreamMix } from './upstream-mix.js'

/** @internal */
export const simulateTrade = (
  mix: UpstreamMix,
  customer: string,
  from: LocalDate,
  lastDay: LocalDate,
  seed: number,
): Trade => {
  const luck = luckFrom(seed)
  const trade: Trade = {
    mix,
    luck,
    days: newPayerDays('seller', customer),
    trader: drawTrader(luck, mix),
    lastDay,
    bills: [],
    prices: new Map(),
    agreed: new Set(),
    later: new Map(),
    counts: new Map(),
    truth: new Map(),
  }
  const products = new Set<string>()
  for (let count = luck.between(3, 8); count > 0; count -= 1) products.add(`P-${luck.between(100, 199)}`)
  for (const productId of products) agreePrice(trade, productId, luck.between(1_50, 90_00), from)
  const days = daysBetween(from, lastDay)
  const callDay = luck.between(0, 13)
  for (let count = 0; count <= days; count += 1) oneDay(trade, addDays(from, count), count % 14 === callDay)
  return trade
}

const oneDay = (trade: Trade, today: LocalDate, isCallDay: boolean): void => {
  const { luck, mix, later } = trade
  if (luck.between(1, 365_000) <= mix.ordersPerYear * 1000) takeOrder(trade, today)
  // What is planned for today may plan more for today.
  for (let acts = later.get(today); acts !== undefined; acts = later.get(today)) {
    later.delete(today)
    for (const act of acts) act(today)
  }
  payWhatIsMeant(trade, today)
  if (isCallDay) chase(trade, today)
}
