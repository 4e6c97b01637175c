/** What is to be done about a deduction, by its class. */

/** Agreed under trade terms, our error that could have been prevented, taken without a right, or not coded yet. @category model @since 0.1.0 */
export type DeductionClass = 'agreed' | 'preventable' | 'unauthorised' | 'unknown'

/** How a deduction of a class ends. @category policies @since 0.1.0 */
export interface DeductionEnding {
  /** `credit`: a credit note for it. `rebill`: owed again, as an item of its own. `wait`: somebody has to code it first. */
  readonly action: 'credit' | 'rebill' | 'wait'
  /** Whether it may be credited only with a cause. */
  readonly rootCauseRequired: boolean
}

/**
 * Agreed: credit. Preventable: credit, and say what caused it. Unauthorised: bill it again. Not coded: nothing yet.
 *
 * @example
 * deductionEnding('preventable') // => { action: 'credit', rootCauseRequired: true }
 * @category policies
 * @since 0.1.0
 */
export const deductionEnding = (deductionClass: DeductionClass): DeductionEnding => {
  switch (deductionClass) {
    case 'agreed':
      return { action: 'credit', rootCauseRequired: false }
    case 'preventable':
      return { action: 'credit', rootCauseRequired: true }
    case 'unauthorised':
      return { action: 'rebill', rootCauseRequired: false }
    case 'unknown':
      return { action: 'wait', rootCauseRequired: false }
  }
}
