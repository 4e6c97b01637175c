/**
 * Rule sets of any kind behind one interface: a question goes in, an answer for each payment comes out, in the
 * shape that commands are made of. A developer's own rules stand beside the shipped ones and are held to the same laws.
 */
import type { PolicyRef } from '../../model.js'
import type { AutoCashItem } from '../autocash/model.js'
import type { MatchDecision, MatchItem, MatchPayment } from '../decision/model.js'
import type { MatchHistory } from '../decision/suspicion.js'
import type { MatchPlan } from '../plan/model.js'

/**
 * An open item with all that some rule set looks at; a rule set reads what it needs. Credits are negative.
 *
 * @category model
 * @since 0.1.0
 */
export interface MatcherItem extends MatchItem, AutoCashItem {
  /** What sort of document it is, in the ledger's own words, such as `interest-note`. */
  readonly kind?: string
}

/** A part of an item that a person has already decided to give up with this settlement. @category model @since 0.1.0 */
export interface DecidedWriteOff {
  readonly itemId: string
  readonly amountMinor: number
}

/** Payments of one payer in one currency, and the open items that they may settle. @category model @since 0.1.0 */
export interface MatchQuestion {
  readonly payments: ReadonlyArray<MatchPayment>
  readonly items: ReadonlyArray<MatcherItem>
  readonly writeOffs?: ReadonlyArray<DecidedWriteOff>
  /** What came before on the account; without it nothing is suspected to have come before. */
  readonly history?: MatchHistory
}

/**
 * What a rule set says of one payment. Only `Apply` may be posted without a person; `by` names the rule or step that
 * decided, in the rule set's own words.
 *
 * @category decisions
 * @since 0.1.0
 */
export type MatcherAnswer =
  | {
      readonly _tag: 'Apply'
      readonly by: string
      readonly plan: MatchPlan
      /** Groups of items of which any would have done as well as those that the plan takes. */
      readonly interchangeable?: ReadonlyArray<ReadonlyArray<string>>
      /** How sets that fit equally well were told apart, where they were. */
      readonly tieBreak?: string
    }
  | { readonly _tag: 'Ambiguous'; readonly because: string; readonly plans: ReadonlyArray<MatchPlan> }
  | { readonly _tag: 'Undecided'; readonly because: string }
  | { readonly _tag: 'None' }

/** An answer with the decision behind it, terms and rivals included. @category decisions @since 0.1.0 */
export interface WeighedAnswer {
  readonly answer: MatcherAnswer
  readonly decision: MatchDecision
}

/** A payment and the answer to it. @category decisions @since 0.1.0 */
export interface MatcherDecision {
  readonly paymentId: string
  readonly answer: MatcherAnswer
}

/**
 * A rule set that can be asked. `name` is `id@version#hash`, the hash being over the rule set's data; a change of the
 * code behind it that can alter a decision is a new version.
 *
 * @category policies
 * @since 0.1.0
 */
export interface Matcher {
  readonly name: string
  /** All that the rules are told: data, never code. */
  readonly ruleSet: PolicyRef
  /** An answer for each payment, in the order in which what applies is to be posted. */
  readonly decide: (question: MatchQuestion) => ReadonlyArray<MatcherDecision>
  /** One payment by itself with the reasons, where the rule set weighs them; the answer is that of `decide`. */
  readonly weigh?: (payment: MatchPayment, items: ReadonlyArray<MatcherItem>, history?: MatchHistory) => WeighedAnswer
}
