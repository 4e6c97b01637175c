/**
 * History of another system brought in: many dated commands on one account, decided in order and recorded in
 * one append. Planning writes nothing, so that a file can be checked whole before its first fact is recorded.
 *
 * Into an account of which nothing is known yet, each fact carries the moment at which it may be taken as
 * known then, so that questions about the past make sense. An account that has facts already learns of the
 * import when it happens: what was known before stays as it was.
 */
import { type EventStore, exactly, type NewFact, noStream } from '@quittance/event-store'
import { foldShared, type Instant, keyedGet } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountCommand, AccountFact } from '../account/account.js'
import { decideAccount } from '../account/decide.js'
import { evolveAccount } from '../account/evolve.js'
import { type AccountState, initialAccount } from '../account/state.js'
import { claimsOf, numberTaken } from './claims.js'
import type { LedgerFailure } from './failures.js'
import { loadAccount } from './load-account.js'
import { commandHash, newFacts, unreadable } from './prepare-facts.js'
import type { LedgerParts } from './run-commands.js'

/** A command of history, with an id that the source gives it and the moment at which it may be taken as known. @category commands @since 0.1.0 */
export interface HistoricCommand {
  readonly commandId: string
  readonly command: AccountCommand
  readonly knownAt: Instant
}

/** What an import would record on one account. @category commands @since 0.1.0 */
export interface HistoryPlan {
  readonly customer: string
  readonly stream: string
  readonly revision: number
  readonly facts: ReadonlyArray<NewFact>
  readonly claims: ReadonlyArray<string>
  /** How many commands cause facts now. */
  readonly accepted: number
  /** How many were answered by an earlier import of the same. */
  readonly repeated: number
  /** Commands that the account refuses, by their place in the list. */
  readonly refused: ReadonlyArray<{ readonly index: number; readonly failure: LedgerFailure }>
}

/** Who imports, when, and under which correlation id. @category commands @since 0.1.0 */
export interface ImportMeta {
  readonly actor: string
  readonly correlationId: string
  readonly importedAt: Instant
}

/** @internal */
export const planHistory = async (
  parts: LedgerParts,
  customer: string,
  stream: string,
  commands: ReadonlyArray<HistoricCommand>,
  meta: ImportMeta,
): Promise<E.Either<LedgerFailure, HistoryPlan>> => {
  const loaded = await loadAccount(parts.store, parts.cache, stream)
  if (E.isLeft(loaded)) return loaded
  const { state, revision } = loaded.right
  const isNew = revision < 0
  const evolving = isNew ? ownedState() : sharedState(state)
  const plan = { facts: [] as Array<NewFact>, claims: [] as Array<string>, accepted: 0, repeated: 0 }
  const refused: Array<{ readonly index: number; readonly failure: LedgerFailure }> = []

  for (const [index, { commandId, command, knownAt }] of commands.entries()) {
    const hash = commandHash(command)
    const known = keyedGet(state.commands, commandId)
    if (known?.hash === hash) plan.repeated += 1
    else if (known !== undefined) refused.push({ index, failure: { _tag: 'CommandIdReused', commandId } })
    if (known !== undefined) continue
    const decided = decideAccount(command, evolving.state())
    if (E.isLeft(decided)) {
      refused.push({ index, failure: decided.left })
      continue
    }
    const { actor, correlationId, importedAt } = meta
    const history = isNew ? { history: { recordedAt: knownAt, importedAt } } : {}
    const full = { commandId, actor, correlationId, ...history }
    const facts = newFacts(parts.entity, stream, { commandId, hash, facts: decided.right }, full, parts.clock())
    const wrong = unreadable(facts)
    if (wrong !== undefined) {
      refused.push({ index, failure: wrong })
      continue
    }
    evolving.apply(decided.right)
    plan.accepted += 1
    plan.facts.push(...facts)
    plan.claims.push(...claimsOf(parts.entity, decided.right))
  }
  return E.right({ customer, stream, revision, ...plan, refused })
}

interface EvolvingState {
  readonly state: () => AccountState
  readonly apply: (facts: ReadonlyArray<AccountFact>) => void
}

/** A new account is nobody else's yet: its state is changed in place. */
const ownedState = (): EvolvingState => {
  const state = initialAccount()
  return {
    state: () => state,
    apply: (facts) => {
      for (const fact of facts) evolveAccount(state, fact)
    },
  }
}

const sharedState = (start: AccountState): EvolvingState => {
  let reached = start
  return {
    state: () => reached,
    apply: (facts) => {
      reached = foldShared(evolveAccount, reached, facts)
    },
  }
}

/** @internal */
export const recordHistory = async (
  store: EventStore,
  plan: HistoryPlan,
): Promise<E.Either<LedgerFailure, { readonly recorded: number }>> => {
  if (plan.facts.length === 0) return E.right({ recorded: 0 })
  const expected = plan.revision < 0 ? noStream : exactly(plan.revision)
  const result = await store.append(plan.stream, expected, plan.facts, { claims: plan.claims })
  switch (result._tag) {
    case 'Appended':
      return E.right({ recorded: plan.facts.length })
    case 'Duplicate':
      return E.right({ recorded: 0 })
    case 'ClaimTaken':
      return E.left(numberTaken(result.claim, result.by))
    case 'Conflict':
      return E.left({ _tag: 'TooBusy', attempts: 1 })
    case 'Unknown':
      return E.left({ _tag: 'OutcomeUnknown', reason: result.reason })
  }
}
