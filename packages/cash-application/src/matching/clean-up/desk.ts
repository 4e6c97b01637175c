/** What is left of an account while it is cleared up, and what was found to fit in more than one way. */
import type { CleanUpAct, CleanUpCredit, CleanUpDebit, CleanUpPair, CleanUpQuestion, CleanUpRule } from './model.js'

/** A thing to do, before it has its commands. @internal */
export interface Found {
  readonly rule: CleanUpRule
  readonly act: CleanUpAct
}

/** @internal */
export interface Desk {
  readonly question: CleanUpQuestion
  /** By due day, document day, id. */
  readonly debits: ReadonlyArray<CleanUpDebit>
  /** By day, id. */
  readonly credits: ReadonlyArray<CleanUpCredit>
  readonly openMinor: Map<string, number>
  readonly freeMinor: Map<string, number>
  /** Debits and credits that fit several others, and which. */
  readonly rivals: Map<string, Set<string>>
  readonly found: Array<Found>
}

/** @internal */
export const deskOf = (question: CleanUpQuestion): Desk => ({
  question,
  debits: question.debits
    .filter(({ on }) => on <= question.asOf)
    .sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.on, b.on) || compare(a.itemId, b.itemId)),
  credits: question.credits
    .filter(({ on }) => on <= question.asOf)
    .sort((a, b) => compare(a.on, b.on) || compare(a.creditId, b.creditId)),
  openMinor: new Map(question.debits.map(({ itemId, openMinor }) => [itemId, openMinor])),
  freeMinor: new Map(question.credits.map((credit) => [credit.creditId, heldMinor(credit)])),
  rivals: new Map(),
  found: [],
})

/** @internal */
export const heldMinor = (credit: CleanUpCredit): number =>
  credit._tag === 'Receipt' ? credit.unappliedMinor + credit.onAccountMinor : credit.freeMinor

/** Debits with something open. @internal */
export const openDebits = ({ debits, openMinor }: Desk): ReadonlyArray<CleanUpDebit> =>
  debits.filter(({ itemId }) => (openMinor.get(itemId) ?? 0) > 0)

/** Credits with something free; not those that a person must look at first. @internal */
export const freeCredits = (desk: Desk): ReadonlyArray<CleanUpCredit> =>
  heldCredits(desk).filter((credit) => !claimsAll(credit))

/** Credits with something free, all of them. @internal */
export const heldCredits = ({ credits, freeMinor }: Desk): ReadonlyArray<CleanUpCredit> =>
  credits.filter(({ creditId }) => (freeMinor.get(creditId) ?? 0) > 0)

/** @internal */
export const claimsAll = (credit: CleanUpCredit): boolean =>
  credit._tag === 'Receipt' && credit.fullSatisfactionClaimed !== undefined

/** Credit notes with something free. @internal */
export const freeNotes = (desk: Desk): ReadonlyArray<Extract<CleanUpCredit, { readonly _tag: 'CreditNote' }>> =>
  freeCredits(desk).flatMap((credit) => (credit._tag === 'CreditNote' ? [credit] : []))

/** @internal */
export const openOf = ({ openMinor }: Desk, itemId: string): number => openMinor.get(itemId) ?? 0

/** @internal */
export const freeOf = ({ freeMinor }: Desk, creditId: string): number => freeMinor.get(creditId) ?? 0

/** Take pairs off what is left, and note them as one thing to do. @internal */
export const allocate = (desk: Desk, rule: CleanUpRule, pairs: ReadonlyArray<CleanUpPair>): void => {
  for (const { creditId, itemId, amountMinor } of pairs) {
    desk.openMinor.set(itemId, openOf(desk, itemId) - amountMinor)
    desk.freeMinor.set(creditId, freeOf(desk, creditId) - amountMinor)
  }
  desk.found.push({ rule, act: { _tag: 'Allocate', pairs } })
}

/** As much as there is on both sides. @internal */
export const allocateMost = (desk: Desk, rule: CleanUpRule, creditId: string, itemId: string): void =>
  allocate(desk, rule, [{ creditId, itemId, amountMinor: Math.min(freeOf(desk, creditId), openOf(desk, itemId)) }])

/** Note that one fits several equally, so that nobody guesses. @internal */
export const noteRivals = ({ rivals }: Desk, ids: ReadonlyArray<string>, others: ReadonlyArray<string>): void => {
  for (const [one, rest] of [...ids.map((id) => [id, others] as const), ...others.map((id) => [id, ids] as const)]) {
    const known = rivals.get(one) ?? new Set<string>()
    for (const other of rest) known.add(other)
    rivals.set(one, known)
  }
}

/** @internal */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
