/** Area `fx`: items and money in foreign currencies on a real account: what is cleared and realised, and what could be. */
import { baseCurrencyOf } from '../books/base-values.js'
import { daysOf } from '../books/days.js'
import type { Adapter } from '../run/adapter.js'
import { play } from '../run/play.js'
import { applyInGivenOrder, fxActs } from './fx/acts.js'
import { fxAnswers, revalueRates } from './fx/answers.js'
import { openFxWorld } from './fx/world.js'

/** The adapter of foreign currency. */
export const fx: Adapter = (given, asked) => {
  given.map('policy')
  const days = daysOf(given)
  const world = openFxWorld(given, days, baseCurrencyOf(given))
  const rates = revalueRates(given, world)
  // Payments are applied in order, by a step where the steps say when.
  if (!given.maps('steps').some((step) => step.has('allocate_all'))) applyInGivenOrder(world)
  return play(given, asked, { acts: fxActs(world), answers: () => fxAnswers(world, rates) })
}
