/** Notes by the names of their facts. */
import type { CashFact } from '@quittance/cash-application'
import type { DunningFact } from '@quittance/dunning'
import type { InvoicingFact } from '@quittance/invoicing'
import type { CauseNote } from './cause-view.js'

type NotedFact = InvoicingFact | CashFact | DunningFact
type FactOf<Tag extends string> = Extract<NotedFact, { readonly _tag: Tag }>

/** The notes of facts with these names, in their own order. @internal */
export const notesOf = <Tag extends NotedFact['_tag']>(
  notes: ReadonlyArray<CauseNote>,
  ...tags: ReadonlyArray<Tag>
): ReadonlyArray<CauseNote<FactOf<Tag>>> =>
  notes.filter((note): note is CauseNote<FactOf<Tag>> => isOneOf(note.fact._tag, tags))

const isOneOf = (tag: string, tags: ReadonlyArray<string>): boolean => {
  for (const one of tags) if (one === tag) return true
  return false
}

/** The first note of a fact with that name. @internal */
export const noteOf = <Tag extends NotedFact['_tag']>(
  notes: ReadonlyArray<CauseNote>,
  tag: Tag,
): CauseNote<FactOf<Tag>> | undefined => notes.find((note): note is CauseNote<FactOf<Tag>> => note.fact._tag === tag)
