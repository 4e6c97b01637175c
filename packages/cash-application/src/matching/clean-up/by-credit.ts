/** Credit notes: to the document they were issued for, then to a debit of the same amount, then to the oldest if agreed. */
import { allocateMost, type Desk, freeNotes, freeOf, noteRivals, openDebits, openOf } from './desk.js'
import type { CleanUpRule } from './model.js'

/** To the document that a credit note was issued for, the oldest credit first. @internal */
export const byRelation = (desk: Desk): void => {
  for (const { creditId, relatesTo } of freeNotes(desk))
    if (relatesTo !== undefined && openOf(desk, relatesTo) > 0) allocateMost(desk, 'relates-to', creditId, relatesTo)
}

/** Where one credit note and one debit have the same amount, and no other has it. @internal */
export const byAmount = (desk: Desk): void => {
  pairUp(desk, 'equal-amount', () => true)
}

/** Where one credit note and one debit have the same amount and a name in common, and no other has both. @internal */
export const bySharedName = (desk: Desk): void => {
  const names = new Map(desk.debits.map(({ itemId, identifiers }) => [itemId, new Set(identifiers)]))
  pairUp(desk, 'same-reference', (note, itemId) => note.identifiers.some((name) => names.get(itemId)?.has(name)))
}

type Note = ReturnType<typeof freeNotes>[number]

const pairUp = (desk: Desk, rule: CleanUpRule, isLike: (note: Note, itemId: string) => boolean): void => {
  const debits = openDebits(desk).filter(({ disputed }) => disputed !== true)
  const fits = freeNotes(desk).map((note) => ({
    creditId: note.creditId,
    itemIds: debits
      .filter(({ itemId }) => openOf(desk, itemId) === freeOf(desk, note.creditId) && isLike(note, itemId))
      .map(({ itemId }) => itemId),
  }))
  for (const { creditId, itemIds } of fits) {
    const [only] = itemIds
    if (only === undefined) continue
    const isOnly = itemIds.length === 1 && fits.every((one) => one.creditId === creditId || !one.itemIds.includes(only))
    if (isOnly) allocateMost(desk, rule, creditId, only)
    else noteRivals(desk, [creditId], itemIds)
  }
}

/** Credit notes by day to debits by due day, as far as both go. @internal */
export const byAge = (desk: Desk): void => {
  if (!desk.question.policy.oldestFirstAgreed) return
  for (const { creditId } of freeNotes(desk))
    for (const { itemId } of openDebits(desk).filter(({ disputed }) => disputed !== true)) {
      if (freeOf(desk, creditId) === 0) break
      allocateMost(desk, 'oldest-first', creditId, itemId)
    }
}
