/**
 * Which item a credit of a plan goes to: before any money, and to the oldest item first. Items whose discount only
 * money can earn come last, so that there is money on them for it to go with.
 */
import type { LocalDate } from '@quittance/kernel'
import type { PlannedLine } from './model.js'

/** A credit of the plan, and the items that it goes to, by their place among the plan's lines. @internal */
export interface AllottedCredit {
  readonly creditId: string
  readonly uses: ReadonlyArray<{ readonly line: number; readonly amountMinor: number }>
}

/** What the credits give, and what is left for money to pay on each line (0 for a credit's own). @internal */
export interface Allotment {
  readonly credits: ReadonlyArray<AllottedCredit>
  readonly cashMinor: ReadonlyArray<number>
  /** Credit that no item takes. */
  readonly unusedMinor: number
}

/** @internal */
export const allotCredits = (
  lines: ReadonlyArray<PlannedLine>,
  dueOnOf: (itemId: string) => LocalDate | undefined,
): Allotment => {
  const cashMinor = lines.map((line) => Math.max(line.cashMinor, 0))
  const order = oldestFirst(lines, dueOnOf)
  const takers = [...order].sort((a, b) => Number(hasDiscount(lines[a])) - Number(hasDiscount(lines[b])))
  let unusedMinor = 0
  const credits = order
    .map((at) => lines[at])
    .filter((line) => line !== undefined && line.cashMinor < 0)
    .map((line): AllottedCredit => {
      const uses: Array<AllottedCredit['uses'][number]> = []
      let leftMinor = -(line?.cashMinor ?? 0)
      for (const at of takers) {
        const amountMinor = Math.min(leftMinor, cashMinor[at] ?? 0)
        if (amountMinor === 0) continue
        uses.push({ line: at, amountMinor })
        cashMinor[at] = (cashMinor[at] ?? 0) - amountMinor
        leftMinor -= amountMinor
      }
      unusedMinor += leftMinor
      return { creditId: line?.itemId ?? '', uses }
    })
  return { credits, cashMinor, unusedMinor }
}

/** Places of the lines by due day, the plan's own order where it is the same or not known; those not known come last. */
const oldestFirst = (
  lines: ReadonlyArray<PlannedLine>,
  dueOnOf: (itemId: string) => LocalDate | undefined,
): ReadonlyArray<number> => {
  const due = lines.map(({ itemId }) => dueOnOf(itemId) ?? '9999-12-31')
  return lines.map((_, at) => at).sort((a, b) => ((due[a] ?? '') < (due[b] ?? '') ? -1 : due[a] === due[b] ? a - b : 1))
}

const hasDiscount = (line: PlannedLine | undefined): boolean =>
  line?.differences.some(({ _tag: tag }) => tag === 'Discount') ?? false
