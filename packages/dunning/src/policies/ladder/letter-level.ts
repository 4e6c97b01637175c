/** The level that a letter with several items is headed with. */

/** The highest of its items, or that of the last letter posted before it. @category policies @since 0.1.0 */
export type LetterLevelRule = 'highest-line' | 'last-posted-letter'

/**
 * The level of a letter from the levels of its items. Under `last-posted-letter` it is headed with the level that
 * the last letter reached, the first one with its own. Without items there is no letter.
 *
 * @param postedLevel - the highest level of the last letter posted, if any
 * @law a letter is never headed above its highest item or the last letter
 * @example
 * letterLevel([1, 2], 1, 'last-posted-letter') // => 1
 * @category policies
 * @since 0.1.0
 */
export const letterLevel = (
  levels: ReadonlyArray<number>,
  postedLevel: number | undefined,
  rule: LetterLevelRule,
): number | undefined => {
  if (levels.length === 0) return undefined
  const highest = levels.reduce((so, level) => Math.max(so, level), 0)
  return rule === 'last-posted-letter' ? (postedLevel ?? highest) : highest
}
