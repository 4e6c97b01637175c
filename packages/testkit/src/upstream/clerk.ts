/** What our own people make of what a customer writes: mostly the right thing, sometimes nothing, seldom something else. */
import { causeOf, claimTopics, type Topic } from './topics.js'
import type { Trade } from './trade.js'

/** The cause that a clerk puts down on hearing a claim, if any. @internal */
export const understood = (trade: Trade, topic: Topic, means: Topic | undefined): { readonly cause?: string } => {
  const { luck, mix } = trade
  if (luck.perMille(mix.noise.clerkErrors)) return { cause: causeOf(anyTopic(trade)) }
  if (means !== undefined) return luck.perMille(750) ? { cause: causeOf(means) } : {}
  return luck.perMille(400) ? { cause: causeOf(topic) } : {}
}

/** What an investigation finds. @internal */
export const investigated = (trade: Trade, topic: Topic): string =>
  causeOf(trade.luck.perMille(trade.mix.noise.clerkErrors) ? anyTopic(trade) : topic)

const anyTopic = ({ luck }: Trade): Topic => claimTopics[luck.between(0, claimTopics.length - 1)] ?? 'price'
