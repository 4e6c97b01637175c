/**
 * Prices for items that several payments want. With any prices, what all items cost and what each payment gains beyond
 * the prices add up to no less than the best choice weighs; good prices make that bound a tight one.
 */

/** An explanation that a payment may be given. @category model @since 0.1.0 */
export interface PackOption {
  /** Its place in the list that was asked about. */
  readonly place: number
  /** A whole number. */
  readonly weight: number
  /** The items it needs, numbered from 0 within the group. */
  readonly items: readonly number[]
}

const rounds = 80

/**
 * Whole prices >= 0 for the items: raised where more than one payment would take an item, lowered where none would.
 *
 * @category policies
 * @since 0.1.0
 */
export const itemPrices = (payments: readonly (readonly PackOption[])[], itemCount: number): Int32Array => {
  const prices = new Int32Array(itemCount)
  let best = prices.slice()
  let least = Infinity
  let step = Math.max(
    1,
    Math.floor(Math.max(0, ...payments.flatMap((options) => options.map(({ weight }) => weight))) / 4),
  )
  for (let round = 0; round < rounds; round += 1) {
    const wanted = new Int32Array(itemCount).fill(-1)
    let bound = prices.reduce((so, price) => so + price, 0)
    for (const options of payments) {
      const { option, gain } = bestGain(options, prices)
      bound += gain
      for (const item of option?.items ?? []) wanted[item] = (wanted[item] as number) + 1
    }
    if (bound < least) {
      least = bound
      best = prices.slice()
    }
    for (let item = 0; item < itemCount; item += 1)
      prices[item] = Math.max(0, (prices[item] as number) + step * (wanted[item] as number))
    if (round % 8 === 7) step = Math.max(1, step >> 1)
  }
  return best
}

const bestGain = (
  options: readonly PackOption[],
  prices: Int32Array,
): { readonly option: PackOption | undefined; readonly gain: number } => {
  let best: PackOption | undefined
  let gain = 0
  for (const option of options) {
    const left = option.weight - priceOf(option, prices)
    if (left > gain) {
      gain = left
      best = option
    }
  }
  return { option: best, gain }
}

/** What the items of an explanation cost together. @category policies @since 0.1.0 */
export const priceOf = ({ items }: PackOption, prices: Int32Array): number => {
  let price = 0
  for (const item of items) price += prices[item] as number
  return price
}
