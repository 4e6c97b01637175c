/**
 * Decisions of dunning. Reads no clock, store or other room: what is owed, disputed, promised and in hand arrives
 * in the context.
 */
import type { DunningCommand } from './commands.js'
import type { DunningContext } from './context.js'
import { recordExcuse } from './decide/record-excuse.js'
import { recordTouch } from './decide/record-touch.js'
import type { DunningDecided } from './decided.js'
import type { DunningState } from './state.js'

/**
 * Turn a command into the facts it causes, or the reason it causes none. Each act has a file of its own.
 *
 * @rejects in the order of `DunningRejection`
 * @category decisions
 * @since 0.1.0
 */
export const decideDunning = (
  command: DunningCommand,
  state: DunningState,
  context: DunningContext,
): DunningDecided => {
  switch (command._tag) {
    case 'RecordTouch':
      return recordTouch(command, state, context)
    case 'RecordExcuse':
      return recordExcuse(command, state, context)
  }
}
