/** What a manager listens for on a call. Checklists are data: what belongs on one is not ours to say. */

/** Something to listen for. @category policies @since 0.1.0 */
export interface ChecklistItem {
  readonly code: string
  readonly asks: string
}

/** A checklist, with a version of its own. @category policies @since 0.1.0 */
export interface CallChecklist {
  readonly id: string
  readonly version: number
  readonly items: ReadonlyArray<ChecklistItem>
}

/** The shipped checklist. @category policies @since 0.1.0 */
export const shippedCallChecklist: CallChecklist = {
  id: 'call',
  version: 1,
  items: [
    { code: 'named-contact', asks: 'Was a person asked for and spoken to by name?' },
    { code: 'facts-stated', asks: 'Was the account said as one total, or as one or two invoices?' },
    { code: 'full-ask', asks: 'Was everything undisputed asked for?' },
    { code: 'firm-date', asks: 'Was a calendar day asked for, and an amount?' },
    { code: 'confirmed', asks: 'Were day and amount said again, and confirmed in writing?' },
    { code: 'excuse-coded', asks: 'Was every excuse noted, with its code and its words?' },
    { code: 'next-step', asks: 'Is the next step on record, with its day?' },
  ],
}

/** An answer to one item. @category model @since 0.1.0 */
export interface ReviewAnswer {
  readonly code: string
  readonly met: boolean
}

/** What a review comes to; met, missed and not answered are all items of the checklist. @category projections @since 0.1.0 */
export interface ReviewResult {
  readonly met: ReadonlyArray<string>
  readonly missed: ReadonlyArray<string>
  readonly unanswered: ReadonlyArray<string>
  /** Answers to what the checklist does not ask. */
  readonly unknown: ReadonlyArray<string>
}

/**
 * Hold the answers of a review against a checklist; of several answers to one item the last counts.
 *
 * @law met, missed and unanswered are the checklist
 * @category policies
 * @since 0.1.0
 */
export const reviewCall = (
  answers: ReadonlyArray<ReviewAnswer>,
  { items }: CallChecklist = shippedCallChecklist,
): ReviewResult => {
  const given = new Map(answers.map(({ code, met }) => [code, met]))
  const codes = items.map(({ code }) => code)
  return {
    met: codes.filter((code) => given.get(code) === true),
    missed: codes.filter((code) => given.get(code) === false),
    unanswered: codes.filter((code) => !given.has(code)),
    unknown: [...given.keys()].filter((code) => !codes.includes(code)),
  }
}
