/**
 * A credit note that names its invoice belongs to it: the two are one amount to the payer, and must not look like two
 * items that can be paid one without the other.
 */

/** That the credit at one place belongs to the charge at another. @category model @since 0.1.0 */
export interface CreditLink {
  readonly credit: number
  readonly charge: number
}

/**
 * Take each linked credit off its charge, as far as the charge goes; what is used up becomes zero and is then left out of
 * every search.
 *
 * The places stay, so that an answer about the netted amounts speaks of the same items. Links are followed in the order
 * given; a link that does not join a credit below zero to a charge above zero is ignored.
 *
 * @law a linked pair that cancels exactly changes no answer
 * @example
 * netLinked([100_00, -30_00, 80_00], [{ credit: 1, charge: 0 }]) // => [70_00, 0, 80_00]
 * @category policies
 * @since 0.1.0
 */
export const netLinked = (items: readonly number[], links: readonly CreditLink[]): readonly number[] => {
  const netted = [...items]
  for (const { credit, charge } of links) {
    const offMinor = Math.min(-(netted[credit] ?? 0), netted[charge] ?? 0)
    if (offMinor <= 0) continue
    netted[credit] = (netted[credit] as number) + offMinor
    netted[charge] = (netted[charge] as number) - offMinor
  }
  return netted
}
