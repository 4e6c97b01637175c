/** A day has come: every verdict that is new or has changed is recorded. */
import { accept, refuse } from '@quittance/kernel'
import type { AssessPromises } from '../commands.js'
import type { PromisesContext } from '../context.js'
import type { PromisesDecided } from '../decided.js'
import { judgeAll } from '../policies/promise-verdicts.js'
import { inOrderMade, type PromisesState } from '../state.js'
import { recordVerdict, verdictTooEarly } from './record-verdicts.js'

/** @internal */
export const assessPromises = (
  { on }: AssessPromises,
  state: PromisesState,
  context: PromisesContext,
): PromisesDecided => {
  const early = verdictTooEarly(on, state, context)
  if (early !== undefined) return refuse(early)
  const promises = inOrderMade(state)
  const judgement = judgeAll(promises, context, on)
  const facts = promises.flatMap((record) => (record.lastOn <= on ? recordVerdict(record, judgement, context, on) : []))
  return facts.length === 0 ? refuse({ _tag: 'NothingToAssess', on }) : accept(...facts)
}
