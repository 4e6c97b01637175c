/** What a person does between two runs: a notice is ignored, an item comes under another policy. */
import type { LocalDate } from '@quittance/kernel'
import { minorOf } from '../../books/currency.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import type { Account } from './account.js'
import { type Correspondence, ignoreNotice, keyOf, type KnownNotice } from './runs.js'

/** Something done after the run of its day, before the next. */
export interface ByHand {
  readonly on: LocalDate
  /** What it is done to: an item, or one instalment of it. */
  readonly keys: (letters: Correspondence) => ReadonlyArray<string>
  readonly act: (letters: Correspondence) => void
}

/** `ignore` and `change`, one of each or several. */
export const byHandOf = (given: Reader, account: Account): ReadonlyArray<ByHand> => [
  ...eachOf(given, 'ignore').map((ignore): ByHand => {
    const on = ignore.date('of_run') ?? unsupported(`${ignore.path} without of_run`)
    const level = ignore.whole('level')
    const keys = keysOf(ignore, account)
    return {
      on,
      keys,
      act: (letters) => {
        for (const key of keys(letters)) ignoreNotice(letters, key, on, level)
      },
    }
  }),
  ...eachOf(given, 'change').map((change): ByHand => {
    const on = change.date('date') ?? unsupported(`${change.path} without date`)
    const [level, policy] = [change.whole('level') ?? 0, change.text('policy')]
    const keys = keysOf(change, account)
    return {
      on,
      keys,
      act: (letters) => {
        for (const key of keys(letters)) changePolicy(letters, key, { level, on, policy })
      },
    }
  }),
]

const eachOf = (given: Reader, key: string): ReadonlyArray<Reader> => {
  const node = given.node(key)
  const one = node?.kind === 'map' ? given.map(key) : undefined
  return node === undefined ? [] : one === undefined ? given.maps(key) : [one]
}

/** A notice of the new policy takes the place of those before it. */
const changePolicy = (
  { changes, notices }: Correspondence,
  key: string,
  change: { readonly level: number; readonly on: LocalDate; readonly policy: string | undefined },
): void => {
  const { level, on, policy } = change
  const before = (notices.get(key) ?? []).map((notice): KnownNotice => ({ ...notice, replaced: true }))
  changes.set(key, [...(changes.get(key) ?? []), change])
  notices.set(key, level > 0 ? [...before, { level, on, state: 'due', policy }] : before)
}

/** The instalment of the amount that is named, as invoiced or as it was asked for; without an amount, all of the item. */
const keysOf = (reader: Reader, { books, items, currency }: Account): ByHand['keys'] => {
  const itemId = reader.text('item') ?? [...items.keys()][0] ?? unsupported(`${reader.path} without item`)
  const amountMinor = minorOf(reader, 'amount', items.get(itemId)?.currency ?? currency)
  const issued = books
    .recorded()
    .flatMap(({ fact }) => (fact._tag === 'InvoiceIssued' && fact.documentId === itemId ? [fact] : []))[0]
  const instalments = issued?.instalments ?? unsupported(`${reader.path}: there is no item ${itemId}`)
  const own = instalments.filter((one) => amountMinor === undefined || one.amountMinor === amountMinor)
  if (own.length > 0) return () => own.map(({ no }) => keyOf(itemId, no))
  return ({ runs }) => {
    const asked = runs
      .flatMap(({ proposal }) => proposal.lines)
      .filter((line) => line.itemId === itemId && line.amountMinor === amountMinor)
    const [first] = asked
    return first === undefined
      ? unsupported(`${reader.path}: no instalment of that amount`)
      : [keyOf(itemId, first.instalmentNo)]
  }
}
