/** Objects with known fields only: a rule set with a field that nobody reads is a misspelt rule set. */
import type { StructOf } from '@quittance/kernel'
import * as t from 'io-ts'

type Fields = Readonly<Record<string, t.Mixed>>

/** A codec that drops what it does not know, so that what was dropped can be named. @internal */
export const exactly = <Required extends Fields, Optional extends Fields = Record<never, never>>(
  required: Required,
  optional?: Optional,
): t.Type<{ [Key in keyof StructOf<Required, Optional>]: StructOf<Required, Optional>[Key] }> =>
  t.exact(
    optional === undefined
      ? t.type(required as t.Props)
      : t.intersection([t.type(required as t.Props), t.partial(optional as t.Props)]),
  ) as never

/** Paths of the fields that were dropped. @internal */
export const droppedFields = (given: unknown, read: unknown, path = ''): ReadonlyArray<string> => {
  if (typeof given !== 'object' || given === null || typeof read !== 'object' || read === null) return []
  const kept = read as Readonly<Record<string, unknown>>
  return Object.entries(given).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`
    return Object.hasOwn(kept, key) ? droppedFields(value, kept[key], at) : [at]
  })
}
