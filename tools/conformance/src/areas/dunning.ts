/** Area `dunning`: ladders, states and campaigns over the items of a customer, and what a notice claims. */
import { currencyOf } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import type { Adapter } from '../run/adapter.js'
import { type Acts, play } from '../run/play.js'
import { campaignAnswers, hasCampaign } from './dunning/campaign.js'
import { chargesOf } from './dunning/charges.js'
import { customerStatesOf, watchStates } from './dunning/customer-states.js'
import { fixtureAnswers, hasFixture } from './dunning/fixture.js'
import { itemAnswers } from './dunning/item-answers.js'
import { type Desk, dunningActs } from './dunning/item-steps.js'
import { ladderAnswers } from './dunning/ladder-answers.js'
import { minimumAnswers, overdueAnswers } from './dunning/overdue.js'
import { worldOf } from './dunning/world.js'

/** The adapter of dunning. */
export const dunning: Adapter = (given, asked) => {
  if (hasFixture(given)) {
    const answers = fixtureAnswers(given, currencyOf(given), daysOf(given))
    return play(given, asked, { acts: noActs, answers: () => answers })
  }
  const world = worldOf(given)
  const policy = customerStatesOf(given, world.currency)
  const states = policy === undefined ? undefined : watchStates(given, world, policy)
  const charges = chargesOf(given, world)
  const desk: Desk = {
    world,
    blocked: new Set(),
    finished: new Set(),
    receipts: [],
    charges: charges.ids,
    looked: () => states?.look(),
  }
  const answers = {
    ...charges.answers,
    ...overdueAnswers(given, world),
    ...ladderAnswers(given, world),
    ...itemAnswers(desk),
    ...minimumAnswers(given, world),
    ...(hasCampaign(given) ? campaignAnswers(given, world) : {}),
    ...states?.answers,
  }
  return play(given, asked, { acts: dunningActs(desk), answers: () => answers })
}

const noActs: Acts = {}
