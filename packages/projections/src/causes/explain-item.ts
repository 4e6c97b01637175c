/** Everything that is said of the cause of one item, and why it won or lost. */
import { invariant } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { balancesAt } from '../ledger-view/balances-at.js'
import type { PointInTime } from '../point-in-time.js'
import { causedItem } from './caused-item-of.js'
import type { CausedItem } from './caused-item.js'
import type { CauseRule } from './cause-rule.js'
import type { CauseRules } from './cause-rules.js'
import { dossiersOf } from './dossiers-of.js'
import { lateItems } from './late-items.js'
import { evidenceIn, preparedRules } from './prepared-rules.js'
import type { CauseBooks } from './root-causes.js'
import { shippedRuleFunctions } from './shipped-rules.js'
import { weighEvidence } from './weigh-evidence.js'

/** An item's causes with all that was looked at. @category projections @since 0.1.0 */
export interface ItemExplanation {
  readonly rules: { readonly id: string; readonly version: number }
  /** Its tags are the evidence: the first cause, then every other piece by rank, each with its facts and by what it lost. */
  readonly item: CausedItem
  /** The rules that found nothing, in the order of the set. */
  readonly silentRules: ReadonlyArray<string>
  /** Every fact that any evidence rests on, by position in the store, each once. */
  readonly positions: ReadonlyArray<number>
}

/**
 * The explanation of an item, late or not; nothing where no such item had been issued by then, or nobody knew of it.
 *
 * @law an explanation of an item says what its row says
 * @category projections
 * @since 0.1.0
 */
export const explainItem = (
  { ledger, causes }: CauseBooks,
  at: PointInTime,
  rules: CauseRules,
  {
    itemId,
    functions = shippedRuleFunctions,
  }: { readonly itemId: string; readonly functions?: ReadonlyArray<CauseRule> },
): ItemExplanation | undefined => {
  const prepared = preparedRules(rules, functions)
  invariant(E.isRight(prepared), 'every rule of the set has a function and settings that it reads')
  const balances = balancesAt(ledger, at)
  const standing = lateItems(ledger, at, balances, 'all').find(({ subject }) => ledger.subjects[subject]?.id === itemId)
  const dossier = standing === undefined ? undefined : dossiersOf({ ledger, causes }, at, balances)(standing)
  if (dossier === undefined) return undefined
  const evidence = evidenceIn(dossier, prepared.right)
  const spoke = new Set(evidence.map(({ rule }) => rule))
  return {
    rules: { id: rules.id, version: rules.version },
    item: causedItem(dossier, weighEvidence(dossier, evidence, rules)),
    silentRules: prepared.right.map(({ rule }) => rule.id).filter((id) => !spoke.has(id)),
    positions: [...new Set(evidence.flatMap(({ positions }) => positions))].sort((a, b) => a - b),
  }
}
