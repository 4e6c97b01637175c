/** Amount and day are confirmed. */
import { accept, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ConfirmPromise } from '../commands.js'
import type { PromisesDecided } from '../decided.js'
import type { PromisesState } from '../state.js'
import { emptyField, openPromise } from './find-promise.js'

/** @internal */
export const confirmPromise = (command: ConfirmPromise, state: PromisesState): PromisesDecided => {
  const { on, promiseId, channel, confirmedBy } = command
  const empty = emptyField({ promiseId, channel })
  if (empty !== undefined) return refuse(empty)
  const found = openPromise(state, promiseId)
  if (E.isLeft(found)) return found
  if (found.right.confirmed) return refuse({ _tag: 'PromiseAlreadyConfirmed', promiseId })
  if (on < found.right.madeOn) return refuse({ _tag: 'TooEarly', on, notBefore: found.right.madeOn })
  return accept({
    _tag: 'PromiseConfirmed',
    on,
    promiseId,
    channel,
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
  })
}
