/** What is still in dispute of a case, and what ended it. */

/** What takes off a disputed amount. @category model @since 0.1.0 */
export type DisputeMovementKind = 'paid' | 'credited' | 'written-off'

/** So much was paid, credited or written off. @category model @since 0.1.0 */
export interface DisputeMovement {
  readonly kind: DisputeMovementKind
  readonly minor: number
}

/** A case as its movements leave it. @category projections @since 0.1.0 */
export interface DisputeCase {
  readonly originalMinor: number
  readonly paidMinor: number
  readonly creditedMinor: number
  readonly writtenOffMinor: number
  /** Original less paid, credited and written off; never below 0. */
  readonly remainingMinor: number
  readonly state: 'open' | 'closed'
  /** What brought the rest to nothing; absent while something is left. */
  readonly resolution?: DisputeMovementKind
}

/**
 * A case after its movements. It closes by itself when nothing is left, with the movement that took the last of it; a payment
 * larger than the rest takes the rest. Movements below 0 take back what they are of and open the case again.
 *
 * @law a dispute is closed exactly when nothing of it is left
 * @example
 * disputeCase(500_00, [{ kind: 'credited', minor: 200_00 }, { kind: 'paid', minor: 150_00 }]).remainingMinor // => 15000
 * disputeCase(500_00, [{ kind: 'paid', minor: 500_00 }]).resolution // => 'paid'
 * @category projections
 * @since 0.1.0
 */
export const disputeCase = (originalMinor: number, movements: ReadonlyArray<DisputeMovement>): DisputeCase => {
  const taken = { paid: 0, credited: 0, 'written-off': 0 }
  let resolution: DisputeMovementKind | undefined
  const left = (): number => Math.max(originalMinor - taken.paid - taken.credited - taken['written-off'], 0)
  for (const { kind, minor } of movements) {
    const before = left()
    taken[kind] += minor
    if (left() > 0) resolution = undefined
    else if (before > 0) resolution = kind
  }
  return {
    originalMinor,
    paidMinor: taken.paid,
    creditedMinor: taken.credited,
    writtenOffMinor: taken['written-off'],
    remainingMinor: left(),
    state: left() === 0 ? 'closed' : 'open',
    ...(resolution === undefined ? {} : { resolution }),
  }
}
