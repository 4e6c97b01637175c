/** What a payer's text says of open items. */

/**
 * How an identifier was found, the strongest first. `structured`: a reference with a valid check, in full.
 * `exact`: letter for letter, gaps aside. `digits`: its digits in full, letters and leading zeros aside.
 * `suffix`: its last digits. `glued`: in full, or at its end, inside a longer run of digits. `edit1`: its digits but for one slip.
 *
 * @category model
 * @since 0.1.0
 */
export type FoundHow = 'structured' | 'exact' | 'digits' | 'suffix' | 'glued' | 'edit1'

/** A ratio of whole numbers; `den` is greater than zero. @category model @since 0.1.0 */
export interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

/** A place in the text that names open items. @category model @since 0.1.0 */
export interface Mention {
  /** In UTF-16 units of the text that came in; `end` is exclusive. */
  readonly span: { readonly start: number; readonly end: number }
  /** What stands there. */
  readonly raw: string
  readonly how: FoundHow
  /** Every item it may mean, by code unit; never only the first. */
  readonly candidates: ReadonlyArray<string>
  /** Letters read as digits, and slips put right; 0 if it stands there as it is. */
  readonly edits: number
  /** Identifiers expected to be found in this way in this text if it were digits thrown at random. */
  readonly chance: Ratio
}

/** All that a text says of open items. @category model @since 0.1.0 */
export interface Mentions {
  /** In the order of the text. */
  readonly mentions: ReadonlyArray<Mention>
  /** Whether the text holds more than is reported: over 4,096 mentions, or a run of over 2,000 digits. */
  readonly truncated: boolean
}
