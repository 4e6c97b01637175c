/** Finding the promise a command names, with the refusals that come first. */
import { keyedGet } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { PromiseId } from '../model.js'
import type { MissingField, PromiseEnded, PromiseUnknown } from '../rejections.js'
import type { PromiseRecord, PromisesState } from '../state.js'

/** A promise that is there and still open. @internal */
export const openPromise = (
  state: PromisesState,
  promiseId: PromiseId,
): E.Either<PromiseUnknown | PromiseEnded, PromiseRecord> => {
  const record = keyedGet(state.promises, promiseId)
  if (record === undefined) return E.left({ _tag: 'PromiseUnknown', promiseId })
  return record.standing === 'open'
    ? E.right(record)
    : E.left({ _tag: 'PromiseEnded', promiseId, standing: record.standing })
}

/** The first of the fields that says nothing; absent ones are no fault. @internal */
export const emptyField = (fields: Readonly<Record<string, string | undefined>>): MissingField | undefined => {
  const field = Object.keys(fields).find((name) => fields[name] === '')
  return field === undefined ? undefined : { _tag: 'MissingField', field }
}
