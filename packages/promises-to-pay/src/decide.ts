/**
 * Decisions on promises. Reads no clock, store or other room: what is owed and what came in arrives in the
 * context.
 */
import type { PromisesCommand } from './commands.js'
import type { PromisesContext } from './context.js'
import { assessPromises } from './decide/assess-promises.js'
import { confirmPromise } from './decide/confirm-promise.js'
import { makePromise, makePromisePlan, supersedePromise } from './decide/make-promise.js'
import { withdrawPromise } from './decide/withdraw-promise.js'
import type { PromisesDecided } from './decided.js'
import type { PromisesState } from './state.js'

/**
 * Turn a command into the facts it causes, or the reason it causes none. Each act has a file of its own.
 *
 * @rejects in the order of `PromisesRejection`
 * @law a recorded verdict is the derived one
 * @category decisions
 * @since 0.1.0
 */
export const decidePromises = (
  command: PromisesCommand,
  state: PromisesState,
  context: PromisesContext,
): PromisesDecided => {
  switch (command._tag) {
    case 'MakePromise':
      return makePromise(command, state, context)
    case 'MakePromisePlan':
      return makePromisePlan(command, state, context)
    case 'SupersedePromise':
      return supersedePromise(command, state, context)
    case 'ConfirmPromise':
      return confirmPromise(command, state)
    case 'WithdrawPromise':
      return withdrawPromise(command, state, context)
    case 'AssessPromises':
      return assessPromises(command, state, context)
  }
}
