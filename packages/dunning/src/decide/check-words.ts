/** The checks that acts share: words that say something, items that are there, days in order. */
import { keyedGet, type LocalDate } from '@quittance/kernel'
import type { DunningContext } from '../context.js'
import type {
  DayInThePast,
  DunningKind,
  IdAlreadyUsed,
  InvalidAmount,
  ItemUnknown,
  MissingField,
  TooEarly,
} from '../rejections.js'
import { type DunningState, recordedKey } from '../state.js'

/** The first of the fields that says nothing; absent ones are no fault. @internal */
export const emptyField = (fields: Readonly<Record<string, string | undefined>>): MissingField | undefined => {
  const field = Object.keys(fields).find((name) => fields[name] === '')
  return field === undefined ? undefined : { _tag: 'MissingField', field }
}

/** A list of items that names none says nothing. @internal */
export const emptyList = (field: string, list: ReadonlyArray<unknown> | undefined): MissingField | undefined =>
  list?.length === 0 ? { _tag: 'MissingField', field } : undefined

/** The first of the items that the account does not owe. @internal */
export const unknownItem = (
  items: ReadonlyArray<string> | undefined,
  { itemOf }: DunningContext,
): ItemUnknown | undefined => {
  const itemId = items?.find((id) => itemOf(id)?.voided !== false)
  return itemId === undefined ? undefined : { _tag: 'ItemUnknown', itemId }
}

/** Nothing is done about an item before it was issued. @internal */
export const beforeItems = (
  on: LocalDate,
  items: ReadonlyArray<string> | undefined,
  { itemOf }: DunningContext,
): TooEarly | undefined => {
  const issued = (items ?? []).flatMap((id) => itemOf(id)?.issuedOn ?? [])
  return tooEarly(on, ...issued)
}

/** @internal */
export const tooEarly = (on: LocalDate, ...since: ReadonlyArray<LocalDate | undefined>): TooEarly | undefined => {
  let notBefore: LocalDate | undefined
  for (const day of since) if (day !== undefined && (notBefore === undefined || day > notBefore)) notBefore = day
  return notBefore !== undefined && on < notBefore ? { _tag: 'TooEarly', on, notBefore } : undefined
}

/** @internal */
export const dayInThePast = (field: string, on: LocalDate, day: LocalDate | undefined): DayInThePast | undefined =>
  day !== undefined && day < on ? { _tag: 'DayInThePast', field, on, day } : undefined

/** A number that must be whole and at least so much; absent it is no fault. @internal */
export const wrongNumber = (field: string, value: number | undefined, least: number): InvalidAmount | undefined =>
  value === undefined || (Number.isSafeInteger(value) && value >= least)
    ? undefined
    : { _tag: 'InvalidAmount', field, amountMinor: value }

/** Ids of what is only remembered so that it is not recorded twice. @internal */
export const usedBefore = (
  { recorded }: DunningState,
  kind: Extract<DunningKind, 'excuse' | 'review' | 'distress-sign' | 'order' | 'remittance'>,
  id: string,
): IdAlreadyUsed | undefined =>
  keyedGet(recorded, recordedKey(kind, id)) === undefined ? undefined : { _tag: 'IdAlreadyUsed', kind, id }
