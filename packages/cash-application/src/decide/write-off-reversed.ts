/** A write-off is taken back: for itself, or because the application that came short by it is taken back. */
import { keyedGet, laterOf, type LocalDate } from '@quittance/kernel'
import type { WriteOffReversed } from '../events.js'
import type { CashState, WriteOffRecord } from '../state.js'

/** @internal */
export const writeOffReversed = (
  writeOffId: string,
  { itemId, currency, amountMinor, deduction, exchange }: WriteOffRecord,
  on: LocalDate,
  reason: string,
): WriteOffReversed => ({
  _tag: 'WriteOffReversed',
  on,
  currency,
  writeOffId,
  itemId,
  amountMinor,
  reason,
  ...(deduction === undefined ? {} : { deduction }),
  ...(exchange === undefined ? {} : { exchange }),
})

/** What was given up with applications is owed again when they go, whole or in part: it was small only beside them. @internal */
export const withdrawnWith = (
  applicationIds: ReadonlyArray<string>,
  on: LocalDate,
  state: CashState,
): ReadonlyArray<WriteOffReversed> =>
  applicationIds
    .flatMap((id) => keyedGet(state.applications, id)?.writeOffIds ?? [])
    .flatMap((id) => {
      const record = keyedGet(state.writeOffs, id)
      if (record === undefined || record.reversed) return []
      return writeOffReversed(id, record, laterOf(on, record.on), 'application taken back')
    })
