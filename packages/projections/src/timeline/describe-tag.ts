/** The name of a fact in words. */

/**
 * `CashApplied` as "Cash applied".
 *
 * @example
 * describeTag('ReceiptReturned') // => 'Receipt returned'
 * @category projections
 * @since 0.1.0
 */
export const describeTag = (tag: string): string => {
  const words = tag.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
