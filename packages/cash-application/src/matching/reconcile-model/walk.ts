/**
 * Down a list of items with an amount of money: each is closed while it lasts, the last one in part. What closes is cash
 * and discount; a fee that is paid on top comes right after its item.
 */
import type { Target } from './targets.js'

/** What a walk does to one item. `restMinor` stays open of it. @internal */
export interface Step {
  readonly target: Target
  readonly cashMinor: number
  readonly discountMinor: number
  readonly feeMinor: number
  readonly restMinor: number
}

/** @internal */
export interface Walk {
  readonly steps: ReadonlyArray<Step>
  /** Money that found no item. */
  readonly leftMinor: number
}

/** What the payer is taken to have counted in. @internal */
export interface Reading {
  readonly feeMinor: number
  readonly withDiscount: boolean
}

/**
 * How a payment may be meant, the fullest first: with fees and discounts, with discounts, as plain sums.
 *
 * @internal
 */
export const readings = (feePerItemMinor: number): ReadonlyArray<Reading> => [
  ...(feePerItemMinor > 0 ? [{ feeMinor: feePerItemMinor, withDiscount: true }] : []),
  { feeMinor: 0, withDiscount: true },
  { feeMinor: 0, withDiscount: false },
]

/**
 * The walk that ends to the cent with an item closed, of whichever reading; else that of the fullest reading.
 *
 * @internal
 */
export const walk = (
  targets: ReadonlyArray<Target>,
  amountMinor: number,
  feePerItemMinor: number,
  discountOnPart: boolean,
): Walk => {
  const walks = readings(feePerItemMinor).map((reading) => walkAs(targets, amountMinor, reading, discountOnPart))
  return walks.find(isExact) ?? (walks[0] as Walk)
}

const isExact = ({ steps, leftMinor }: Walk): boolean => {
  const last = steps.at(-1)
  return leftMinor === 0 && last !== undefined && last.restMinor <= last.target.decidedMinor
}

const walkAs = (
  targets: ReadonlyArray<Target>,
  amountMinor: number,
  { feeMinor, withDiscount }: Reading,
  discountOnPart: boolean,
): Walk => {
  const steps: Array<Step> = []
  let leftMinor = amountMinor
  for (const target of targets) {
    if (leftMinor <= 0) break
    const discountMinor = withDiscount ? target.discountMinor : 0
    const wholeMinor = target.openMinor - discountMinor
    const decidedMinor = Math.min(target.decidedMinor, Math.max(wholeMinor, 0))
    if (leftMinor < wholeMinor - decidedMinor) {
      const takenMinor = discountOnPart ? discountMinor : 0
      const restMinor = target.openMinor - takenMinor - leftMinor
      steps.push({ target, cashMinor: leftMinor, discountMinor: takenMinor, feeMinor: 0, restMinor })
      return { steps, leftMinor: 0 }
    }
    const cashMinor = wholeMinor - decidedMinor
    leftMinor -= cashMinor
    const paidFeeMinor = target.openMinor > 0 && leftMinor >= feeMinor ? feeMinor : 0
    leftMinor -= paidFeeMinor
    steps.push({ target, cashMinor, discountMinor, feeMinor: paidFeeMinor, restMinor: decidedMinor })
  }
  return withMoreCash(steps, leftMinor)
}

/** Money that is left goes where somebody had decided to do without it. */
const withMoreCash = (steps: ReadonlyArray<Step>, amountMinor: number): Walk => {
  let leftMinor = amountMinor
  const paid = steps.map((step): Step => {
    const moreMinor = Math.min(leftMinor, step.restMinor)
    leftMinor -= moreMinor
    return { ...step, cashMinor: step.cashMinor + moreMinor, restMinor: step.restMinor - moreMinor }
  })
  return { steps: paid.filter(({ cashMinor }) => cashMinor !== 0), leftMinor }
}
