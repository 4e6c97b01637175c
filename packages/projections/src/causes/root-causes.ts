/** What is behind each item that is past due or was settled late, with the facts that say so, and how much of it is our own doing. */
import { invariant } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { type UpstreamShare, upstreamShare } from '../disputes/upstream-share.js'
import { balancesAt } from '../ledger-view/balances-at.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { causedItem } from './caused-item-of.js'
import type { CausedItem } from './caused-item.js'
import type { CauseRule } from './cause-rule.js'
import type { CauseRules } from './cause-rules.js'
import type { CauseView } from './cause-view.js'
import { dossiersOf } from './dossiers-of.js'
import { groupedBy } from './grouped-by.js'
import { type CauseScope, lateItems } from './late-items.js'
import { evidenceIn, preparedRules } from './prepared-rules.js'
import { shippedRuleFunctions } from './shipped-rules.js'
import { weighEvidence } from './weigh-evidence.js'

/** The two views that the question is put to, filled with the same facts. @category projections @since 0.1.0 */
export interface CauseBooks {
  readonly ledger: LedgerView
  readonly causes: CauseView
}

/** Which items, and which functions the rules are; the shipped ones where none are given. @category projections @since 0.1.0 */
export interface CauseQuestion {
  /** `past-due` where nothing is said. */
  readonly scope?: CauseScope
  readonly functions?: ReadonlyArray<CauseRule>
}

/** The report: rows, and the share of each currency. @category projections @since 0.1.0 */
export interface RootCauses {
  readonly rules: { readonly id: string; readonly version: number }
  readonly scope: CauseScope
  /** By currency; what is past due first, the largest first; then by what was billed; ties by item. */
  readonly rows: ReadonlyArray<CausedItem>
  /** Of what is past due, whatever the scope. */
  readonly currencies: ReadonlyArray<{ readonly currency: string; readonly share: UpstreamShare }>
}

/**
 * Items with their causes. Evidence counts by its rank: a person who confirmed, a dispute and then a deduction that was accepted, a
 * correction of ours, a tagged dispute, a document refused, a claim, papers and payments compared, an excuse. Within the strongest the
 * first upstream event is the first cause; the rest stands beside it, with the reason why it lost. An item of which nothing is known is
 * `unknown`, and counts as unexplained.
 *
 * @param books - two views of the same facts
 * @param rules - as `decodeCauseRules` reads them; rules without a function are a bug of the caller's
 * @law past-due items explained and unexplained are all that is past due
 * @law stronger evidence of a cause is never outweighed by weaker
 * @law what was said of causes for an earlier knowledge never changes
 * @category projections
 * @since 0.1.0
 */
export const rootCauses = (
  { ledger, causes }: CauseBooks,
  at: PointInTime,
  rules: CauseRules,
  { scope = 'past-due', functions = shippedRuleFunctions }: CauseQuestion = {},
): RootCauses => {
  const prepared = preparedRules(rules, functions)
  invariant(E.isRight(prepared), 'every rule of the set has a function and settings that it reads')
  const balances = balancesAt(ledger, at)
  const dossierOf = dossiersOf({ ledger, causes }, at, balances)
  const rows = lateItems(ledger, at, balances, scope).flatMap((standing) => {
    const dossier = dossierOf(standing)
    if (dossier === undefined) return []
    const evidence = evidenceIn(dossier, prepared.right)
    return [causedItem(dossier, weighEvidence(dossier, evidence, rules))]
  })
  rows.sort(byCurrencyThenSize)
  return { rules: { id: rules.id, version: rules.version }, scope, rows, currencies: sharesOf(rows, rules) }
}

const sharesOf = (rows: ReadonlyArray<CausedItem>, { taxonomy }: CauseRules): RootCauses['currencies'] => {
  const pastDue = groupedBy(
    rows.filter(({ state }) => state === 'past-due'),
    ({ currency }) => currency,
  )
  return [...pastDue].map(([currency, items]) => ({ currency, share: upstreamShare(items, taxonomy) }))
}

const byCurrencyThenSize = (a: CausedItem, b: CausedItem): number => {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1
  return b.openMinor - a.openMinor || b.billedMinor - a.billedMinor || (a.itemId < b.itemId ? -1 : 1)
}
