/**
 * What may be asked for: what is open, less what is disputed, less what is promised and still in time or kept back, less money
 * and credits of the customer's that we hold already.
 */
import type { LocalDate } from '@quittance/kernel'

/** What is open of an item, or of one of its instalments. @category model @since 0.1.0 */
export interface OwedPart {
  readonly itemId: string
  readonly instalmentNo: number
  readonly currency: string
  readonly dueOn: LocalDate
  readonly openMinor: number
  /** Of which disputed. */
  readonly disputedMinor: number
  /** Of which promised, by promises whose last day in time has not passed. */
  readonly promisedMinor: number
  /** Of which kept back by a hold, or placed outside; absent: nothing. */
  readonly heldBackMinor?: number
}

/** The same with what may be asked of it. @category model @since 0.1.0 */
export interface CollectiblePart extends OwedPart {
  /** Of which covered by money or credits in hand. */
  readonly inHandMinor: number
  /** open - disputed - promised - held back - in hand, at least 0: what may be asked. */
  readonly collectibleMinor: number
}

/** Unapplied and on-account money and credits of the customer's. @category model @since 0.1.0 */
export interface MoneyInHand {
  readonly currency: string
  readonly heldMinor: number
}

/**
 * Set money in hand against what is owed, in its own currency, the earliest due first, and say what is left to ask
 * for. What is disputed and what is promised are both taken off, for nobody knows which part each of them means.
 *
 * @law nothing disputed, promised, held back or in hand is asked for
 * @category policies
 * @since 0.1.0
 */
export const collectibleParts = (
  parts: ReadonlyArray<OwedPart>,
  inHand: ReadonlyArray<MoneyInHand>,
): ReadonlyArray<CollectiblePart> => {
  const left = new Map<string, number>()
  for (const { currency, heldMinor } of inHand) left.set(currency, (left.get(currency) ?? 0) + heldMinor)
  return [...parts].sort(byDueDay).map((part) => {
    const askableMinor = Math.max(
      0,
      part.openMinor - part.disputedMinor - part.promisedMinor - (part.heldBackMinor ?? 0),
    )
    const heldMinor = Math.max(0, left.get(part.currency) ?? 0)
    const inHandMinor = Math.min(askableMinor, heldMinor)
    left.set(part.currency, heldMinor - inHandMinor)
    return { ...part, inHandMinor, collectibleMinor: askableMinor - inHandMinor }
  })
}

const byDueDay = (a: OwedPart, b: OwedPart): number => {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  if (a.itemId !== b.itemId) return a.itemId < b.itemId ? -1 : 1
  return a.instalmentNo - b.instalmentNo
}
