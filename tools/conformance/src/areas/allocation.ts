/** Area `allocation`: money applied, taken back, parked, identified and refunded on real accounts. */
import { currencyOf } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import type { Adapter } from '../run/adapter.js'
import { answer } from '../run/ask.js'
import { play } from '../run/play.js'
import { allocationActs } from './allocation/acts.js'
import { allocationAnswers } from './allocation/answers.js'
import { componentAnswers } from './allocation/components.js'
import { filterCounts } from './allocation/filters.js'
import { openWorld } from './allocation/world.js'

/** The adapter of allocation by instruction. */
export const allocation: Adapter = (given, asked) => {
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
