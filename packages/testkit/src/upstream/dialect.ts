/** The codes that one customer writes: X12, words, or numbers of its own; and how much of them we have a table for. */
import type { Luck } from '../payers/luck.js'
import { causeOf, type Topic, wordings } from './topics.js'
import type { UpstreamMix } from './upstream-mix.js'

/** A customer's way to write reasons. @internal */
export interface Dialect {
  /** The customer's code of a topic. */
  readonly codeOf: (topic: Topic) => string
  readonly vague: string
  /** The codes that our clerks have a table for, and the cause each stands for; X12 has a table of its own. */
  readonly table: Readonly<Record<string, string>>
}

const topics = Object.keys(wordings) as ReadonlyArray<Topic>

/** @internal */
export const drawDialect = (luck: Luck, { noise }: UpstreamMix): Dialect => {
  const kind = luck.between(0, 2)
  const first = luck.between(1, 60)
  const codeOf = (topic: Topic): string => {
    const { x12, short } = wordings[topic]
    if (kind === 0) return x12[first % Math.max(x12.length, 1)] ?? 'ZZ'
    if (kind === 1) return short
    return `R${String(((topics.indexOf(topicOfCode(topic)) * 7 + first) % 89) + 10)}`
  }
  const known = topics.filter(() => !luck.perMille(noise.unmappedCodes))
  const table =
    kind === 0 ? {} : Object.fromEntries(known.map((topic) => [codeOf(topic), causeOf(topicOfCode(topic))] as const))
  return { codeOf, vague: ['ZZ', 'OTHER', 'R99'][kind] ?? 'ZZ', table }
}

/** What customers do not tell apart: a missing invoice is missing, a payment has been made, a discount is a discount. */
const topicOfCode = (topic: Topic): Topic => {
  switch (topic) {
    case 'lateInvoice':
      return 'bounced'
    case 'cashMisapplied':
    case 'cashPostedLate':
      return 'cashLeftLying'
    case 'lateDiscount':
      return 'discount'
    default:
      return topic
  }
}

/** What the customer writes when there is something to say: nothing, something vague, a wrong code, or the code. @internal */
export const writtenCode = (
  luck: Luck,
  { noise }: UpstreamMix,
  dialect: Dialect,
  topic: Topic,
): { readonly code?: string; readonly means?: Topic } => {
  const roll = luck.between(0, 999)
  if (roll < noise.missingCodes) return {}
  if (roll < noise.missingCodes + noise.vagueCodes) return { code: dialect.vague }
  if (luck.perMille(noise.wrongCodes)) {
    const means = topics[luck.between(0, topics.length - 1)] ?? topic
    return { code: dialect.codeOf(means), means }
  }
  return { code: dialect.codeOf(topic), means: topic }
}
