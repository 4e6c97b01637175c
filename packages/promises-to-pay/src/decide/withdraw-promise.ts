/** A promise is taken back, before its day is over. */
import { accept, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { WithdrawPromise } from '../commands.js'
import type { PromisesContext } from '../context.js'
import type { PromisesDecided } from '../decided.js'
import { judgeAll } from '../policies/promise-verdicts.js'
import { inOrderMade, type PromisesState } from '../state.js'
import { emptyField, openPromise } from './find-promise.js'
import { verdictTooEarly } from './record-verdicts.js'

/** @internal */
export const withdrawPromise = (
  command: WithdrawPromise,
  state: PromisesState,
  context: PromisesContext,
): PromisesDecided => {
  const { on, promiseId, by, reason } = command
  const empty = emptyField({ promiseId })
  if (empty !== undefined) return refuse(empty)
  const found = openPromise(state, promiseId)
  if (E.isLeft(found)) return found
  const record = found.right
  if (on < record.lastOn) return refuse({ _tag: 'TooEarly', on, notBefore: record.lastOn })
  const early = verdictTooEarly(on, state, context)
  if (early !== undefined) return refuse(early)
  const dueOn = record.accelerated?.on ?? record.dueOn
  if (on > dueOn) return refuse({ _tag: 'PromiseDayPassed', promiseId, dueOn })
  // Money that came already has kept it: then there is nothing to take back.
  const standing = judgeAll(inOrderMade(state), context, on).verdicts.get(promiseId)?.state ?? 'open'
  if (standing !== 'open') return refuse({ _tag: 'PromiseEnded', promiseId, standing })
  return accept({ _tag: 'PromiseWithdrawn', on, promiseId, by, reason })
}
