/** Area `allocation`: money applied, taken back, parked, identified and refunded on real accounts. */
import { currencyOf } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import type { Adapter } from '../run/adapter.js'
import { answer } from '../run/ask.js'
import { play } from '../run/play.js'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { allocationActs } from './allocation/acts.js'
import { allocationAnswers } from './allocation/answers.js'
import { componentAnswers } from './allocation/components.js'
import { filterCounts } from './allocation/filters.js'
import { openWorld } from './allocation/world.js'

/** The adapter of allocation by instruction. */
export const allocation: Adapter = (given, asked) => {
  refuseLater(given)
  const currency = currencyOf(given)
  if (given.has('balances')) return answer(componentAnswers(given, currency), asked)
  const days = daysOf(given)
  const world = openWorld(given, currency, days)
  const filtered = given.has('filters') ? { counts: filterCounts(given, world.customer, currency, days) } : {}
  return play(given, asked, {
    acts: allocationActs(world),
    answers: () => ({ ...allocationAnswers(world), ...filtered }),
  })
}

/** Netting comes with its facts. */
const refuseLater = (given: Reader): void => {
  for (const step of given.maps('steps')) if (step.has('net')) unsupported('issue 2 (net)')
  if (given.has('payables')) unsupported('issue 2 (payables)')
}
