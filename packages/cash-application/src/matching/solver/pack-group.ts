/**
 * The best and the second best way to choose explanations for payments that compete for items: one explanation at most for
 * each payment, no item twice.
 */
import { itemPrices, type PackOption, priceOf } from './item-prices.js'
import { countSteps, type WorkMeter } from './work-meter.js'

/** One way to choose, by places in the list that was asked about. @category model @since 0.1.0 */
export interface Packing {
  /** Ascending. */
  readonly chosen: readonly number[]
  readonly weight: number
}

/** The two ways to choose that weigh most. @category model @since 0.1.0 */
export interface BestTwo {
  readonly best: Packing
  /** Another choice of the greatest weight that is left; it may be equal. None when there is only one way to choose. */
  readonly second: Packing | undefined
}

/** An explanation, or none, with what it gains beyond the prices of its items. */
interface Priced {
  readonly option: PackOption | undefined
  readonly price: number
  readonly gain: number
}

interface Search {
  /** For each payment its explanations and the choice of none, the greatest gain first. */
  readonly payments: readonly (readonly Priced[])[]
  readonly prices: Int32Array
  /** Items that no later payment wants, by payment. */
  readonly lastWanted: readonly (readonly number[])[]
  readonly meter: WorkMeter
  /** Which items are used up. */
  readonly taken: Uint8Array
  readonly chosen: number[]
  found: Packing[]
}

/** Look through every choice that could still be among the best two; undefined when the work runs out. @category policies @since 0.1.0 */
export const bestTwo = (
  options: readonly (readonly PackOption[])[],
  itemCount: number,
  meter: WorkMeter,
): BestTwo | undefined => {
  const prices = itemPrices(options, itemCount)
  const payments = options.map((list) => [
    ...list.map((option): Priced => {
      const price = priceOf(option, prices)
      return { option, price, gain: option.weight - price }
    }),
    { option: undefined, price: 0, gain: 0 },
  ])
  for (const list of payments) list.sort((one, other) => other.gain - one.gain)
  // The payment that would lose most by its second choice is settled first; with it, what was last wanted where.
  const order = Array.from(payments.keys()).sort((one, other) => lead(payments[other]) - lead(payments[one]))
  const search: Search = {
    payments: order.map((payment) => payments[payment] ?? []),
    prices,
    lastWanted: lastWanted(
      order.map((payment) => options[payment] ?? []),
      itemCount,
    ),
    meter,
    taken: new Uint8Array(itemCount),
    chosen: [],
    found: [],
  }
  const pricesLeft = prices.reduce((so, price) => so + price, 0)
  if (!choose(search, 0, 0, pricesLeft)) return undefined
  const [best = { chosen: [], weight: 0 }, second] = search.found
  return { best, second }
}

const lead = ([first, second]: readonly Priced[] = []): number => (first?.gain ?? 0) - (second?.gain ?? 0)

const lastWanted = (options: readonly (readonly PackOption[])[], itemCount: number): readonly (readonly number[])[] => {
  const last = new Int32Array(itemCount)
  for (const [payment, list] of options.entries())
    for (const { items } of list) for (const item of items) last[item] = payment
  return options.map((_, payment) => Array.from(last.keys()).filter((item) => last[item] === payment))
}

/**
 * Choose for one payment after the other; false when the work runs out.
 *
 * @param pricesLeft - prices of the items that are free and wanted by this payment or a later one
 */
const choose = (search: Search, payment: number, weight: number, pricesLeft: number): boolean => {
  const { payments, taken, chosen } = search
  const choices = payments[payment]
  if (choices === undefined) {
    keep(search, weight)
    return countSteps(search.meter, 1)
  }
  const most = weight + pricesLeft + gainsFrom(search, payment + 1)
  for (const { option, price, gain } of choices) {
    if (most + gain <= worstKept(search)) break
    const items = option?.items ?? []
    if (!areFree(taken, items)) continue
    for (const item of items) taken[item] = 1
    if (option !== undefined) chosen.push(option.place)
    const left = pricesLeft - price - pricesEnding(search, payment)
    const went = choose(search, payment + 1, weight + (option?.weight ?? 0), left)
    if (option !== undefined) chosen.pop()
    for (const item of items) taken[item] = 0
    if (!went) return false
  }
  return countSteps(search.meter, choices.length)
}

const worstKept = ({ found }: Search): number => found[1]?.weight ?? -Infinity

const keep = (search: Search, weight: number): void => {
  if (weight <= worstKept(search)) return
  const packing = { chosen: [...search.chosen].sort((one, other) => one - other), weight }
  search.found = [...search.found, packing].sort((one, other) => other.weight - one.weight).slice(0, 2)
}

/** Prices of free items that no payment after this one wants. */
const pricesEnding = ({ lastWanted: ending, taken, prices }: Search, payment: number): number => {
  let sum = 0
  for (const item of ending[payment] ?? []) if (taken[item] === 0) sum += prices[item] as number
  return sum
}

/** The most that the payments from here on can gain beyond the prices, each for itself. */
const gainsFrom = ({ payments, taken, meter }: Search, payment: number): number => {
  let gains = 0
  let looked = 1
  for (let at = payment; at < payments.length; at += 1)
    for (const { option, gain } of payments[at] ?? []) {
      looked += 1
      if (option !== undefined && !areFree(taken, option.items)) continue
      gains += gain
      break
    }
  countSteps(meter, looked)
  return gains
}

const areFree = (taken: Uint8Array, items: readonly number[]): boolean => {
  for (const item of items) if (taken[item] === 1) return false
  return true
}
