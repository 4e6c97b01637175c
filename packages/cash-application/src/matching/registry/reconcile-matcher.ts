/** Reconciliation models behind the common interface. */
import { reconcile } from '../reconcile-model/reconcile.js'
import type { ReconcileModel } from '../reconcile-model/model.js'
import { matcherOf } from './matcher-of.js'
import type { Matcher } from './model.js'

/** A reconciliation model as a matcher. @category policies @since 0.1.0 */
export const reconcileMatcher = (ruleSet: ReconcileModel): Matcher => matcherOf(ruleSet, reconcile)
