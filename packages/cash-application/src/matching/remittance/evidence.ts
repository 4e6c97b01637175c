/** What a text says item by item, however often it says it. */
import type { FoundHow, Mention, Ratio } from './mention.js'

/** The strongest that a text says of one item. @category model @since 0.1.0 */
export interface ItemEvidence {
  readonly item: string
  readonly how: FoundHow
  /** Items that the mention may mean, this one among them. */
  readonly among: number
  readonly edits: number
  readonly chance: Ratio
}

const strength: Readonly<Record<FoundHow, number>> = {
  structured: 5,
  exact: 4,
  digits: 3,
  suffix: 2,
  glued: 1,
  edit1: 0,
}

/**
 * Each item once, by its strongest mention: the one that means the fewest items, then the one least likely by chance, then the
 * one found in the stronger way. In the order of code units.
 *
 * @law repeating a mention adds no evidence
 * @law permuting the lines of a remittance changes no evidence
 * @law taking a line out leaves every other mention as it was
 * @category policies
 * @since 0.1.0
 */
export const evidenceByItem = (mentions: Iterable<Mention>): ReadonlyArray<ItemEvidence> => {
  const best = new Map<string, ItemEvidence>()
  for (const { candidates, how, edits, chance } of mentions)
    for (const item of candidates) {
      const evidence = { item, how, among: candidates.length, edits, chance }
      const held = best.get(item)
      if (held === undefined || isStronger(evidence, held)) best.set(item, evidence)
    }
  return [...best.values()].sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0))
}

const isStronger = (one: ItemEvidence, other: ItemEvidence): boolean => {
  if (one.among !== other.among) return one.among < other.among
  const left = one.chance.num * other.chance.den
  const right = other.chance.num * one.chance.den
  if (left !== right) return left < right
  if (one.how !== other.how) return strength[one.how] > strength[other.how]
  return one.edits < other.edits
}
