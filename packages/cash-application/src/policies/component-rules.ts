/**
 * How money spreads over the components of an item, where components are reported apart.
 */
import { boundedShares } from './bounded-shares.js'

/** What an item consists of, in the order in which money goes. @category model @since 0.1.0 */
export interface Components {
  readonly line: number
  readonly tax: number
  readonly freight: number
  readonly charges: number
}

/** Published application rule sets: line before tax, line and tax together before the rest, or all in proportion. @category policies @since 0.1.0 */
export type ComponentRule = 'line-first-tax-after' | 'line-and-tax-prorate' | 'prorate-all'

const groups: Readonly<Record<ComponentRule, ReadonlyArray<ReadonlyArray<keyof Components>>>> = {
  'line-first-tax-after': [['line'], ['tax'], ['freight'], ['charges']],
  'line-and-tax-prorate': [['line', 'tax'], ['freight'], ['charges']],
  'prorate-all': [['line', 'tax', 'freight', 'charges']],
}

/**
 * Spread an amount over components: group by group, within a group in proportion to what is open; the odd
 * minor units go to the largest. Where signs are mixed, only balances with the sign of the amount are reduced.
 * What exceeds them all is left over.
 *
 * @param open - what is open of each component, in minor units, of either sign
 * @law the parts and what is left over add up to the amount
 * @example
 * spreadOverComponents({ line: 10000, tax: 2000, freight: 0, charges: 0 }, 6000, 'prorate-all').parts.line // => 5000
 * @category policies
 * @since 0.1.0
 */
export const spreadOverComponents = (
  open: Components,
  amountMinor: number,
  rule: ComponentRule,
): { readonly parts: Components; readonly leftMinor: number } => {
  const parts = { line: 0, tax: 0, freight: 0, charges: 0 }
  const sign = amountMinor < 0 ? -1 : 1
  let leftMinor = amountMinor
  for (const group of groups[rule]) {
    const eligible = group.filter((name) => open[name] * sign > 0)
    const sizes = eligible.map((name) => Math.abs(open[name]))
    const groupMinor = sizes.reduce((so, size) => so + size, 0)
    const useMinor = Math.min(Math.abs(leftMinor), groupMinor)
    if (useMinor === 0) continue
    const shares = useMinor === groupMinor ? sizes : boundedShares(useMinor, sizes)
    // `0 -` keeps minus zero out of the books.
    for (const [index, name] of eligible.entries())
      parts[name] = sign < 0 ? 0 - (shares[index] ?? 0) : (shares[index] ?? 0)
    leftMinor -= useMinor * sign
  }
  return { parts, leftMinor }
}
