/**
 * What a fact does to the memory of our dealings. Total over all history; refuses nothing.
 */
import { keyedSet } from '@quittance/kernel'
import type { DunningFact } from './events.js'
import type { DunningState } from './state.js'

/**
 * Write one fact into the draft.
 *
 * @law both modes of the fold agree
 * @category decisions
 * @since 0.1.0
 */
export const evolveDunning = (draft: DunningState, fact: DunningFact): void => {
  switch (fact._tag) {
    case 'TouchRecorded':
      return keyedSet(draft.touches, fact.touchId, fact.on)
    case 'ExcuseGiven':
      return keyedSet(draft.excuses, fact.excuseId, fact.on)
  }
}
