/**
 * Stop on a broken invariant: a bug in the program, never a refusal of the business.
 *
 * The only place in the pure packages that throws. A refusal that a person could cause is a value
 * (`Rejection`); what arrives here could only be caused by a programmer.
 *
 * @param condition - what must hold
 * @param message - what was expected, in words, with the figures that broke it
 * @example
 * invariant(1 + 1 === 2, 'arithmetic holds')
 * @category model
 * @since 0.1.0
 */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}
