/** What a rule answers: the items it closes, why it does not apply, or that it will not choose. */
import type { AutoCashLine } from './model.js'
import type { EligibleItem } from './open-balance.js'

/** @internal */
export type RuleAnswer =
  | {
      readonly _tag: 'Applies'
      readonly lines: ReadonlyArray<AutoCashLine>
      readonly termId?: string
      readonly tieBreak?: string
    }
  | { readonly _tag: 'Fails'; readonly balanceMinor?: number }
  | { readonly _tag: 'Ambiguous'; readonly candidates: ReadonlyArray<ReadonlyArray<string>> }
  | { readonly _tag: 'Undecided' }

/** An item closed in full: its whole balance in cash, its discount and late charge with it. @internal */
export const closed = ({
  item,
  balanceMinor,
  discountMinor,
  discountKind,
  lateChargeMinor,
}: EligibleItem): AutoCashLine => ({
  itemId: item.itemId,
  cashMinor: balanceMinor,
  discountMinor,
  discountKind,
  lateChargeMinor,
  openMinor: 0,
})

/** The rule applies and closes all of these. @internal */
export const closesAll = (items: ReadonlyArray<EligibleItem>): RuleAnswer => ({
  _tag: 'Applies',
  lines: items.map(closed),
})
