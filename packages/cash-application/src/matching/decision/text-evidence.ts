/** What the payment's text says, item by item and for whole allocations. */
import { log2RatioCentibits } from '../solver/centibits.js'
import { log2Centibits } from '../solver/centibits.js'
import type { FoundHow, Mention } from '../remittance/mention.js'
import { mentionsIn } from '../remittance/scan.js'
import type { EvidenceRuleSet, MatchTerm } from './model.js'
import type { PreparedItems } from './prepared.js'

/** A mention with the places of the items it may mean, what it counts for, and what it costs to leave out. @category model @since 0.1.0 */
export interface WeighedMention {
  readonly raw: string
  readonly how: FoundHow
  readonly places: ReadonlyArray<number>
  readonly gain: number
  readonly cost: number
}

/** All that the text says. @category model @since 0.1.0 */
export interface TextEvidence {
  readonly mentions: ReadonlyArray<WeighedMention>
  /** Places that some mention may mean, ascending. */
  readonly mentioned: ReadonlyArray<number>
  /** Places that a mention means alone, ascending. */
  readonly sure: ReadonlyArray<number>
  /** Where the text speaks of open items. */
  readonly spans: ReadonlyArray<Mention['span']>
}

/** Read the text against the open items; a mention that stands twice counts once. @category policies @since 0.1.0 */
export const textEvidence = (text: string, prepared: PreparedItems, ruleSet: EvidenceRuleSet): TextEvidence => {
  const bySet = new Map<string, WeighedMention>()
  const spans: Array<Mention['span']> = []
  const placesOf = placeSets(prepared)
  for (const mention of mentionsIn(text, prepared.index).mentions) {
    const { places, key } = placesOf(mention.candidates)
    if (places.length === 0) continue
    spans.push(mention.span)
    const weighed = weigh(mention, places, ruleSet)
    const known = bySet.get(key)
    if (known === undefined || known.gain < weighed.gain) bySet.set(key, weighed)
  }
  const mentions = [...bySet.values()]
  const mentioned = [...new Set(mentions.flatMap(({ places }) => places))].sort((a, b) => a - b)
  const sure = [...new Set(mentions.filter(({ places }) => places.length === 1).flatMap(({ places }) => places))]
  return { mentions, mentioned, sure: sure.sort((a, b) => a - b), spans }
}

/**
 * How much the text says of each place that it may mean: all of what a mention counts for that means it alone, a share
 * of what it counts for otherwise. Of two twins the one with more is meant.
 *
 * @internal
 */
export const saidOfPlaces = ({ mentions }: TextEvidence): ReadonlyMap<number, number> => {
  const said = new Map<number, number>()
  for (const { places, gain, cost } of mentions)
    for (const place of places)
      said.set(place, (said.get(place) ?? 0) + 1 + Math.floor((1_000 * (gain + cost)) / places.length))
  return said
}

interface PlaceSet {
  readonly places: ReadonlyArray<number>
  readonly key: string
}

/** Places of lists of items: mentions that may mean the same many items share one list, which is looked up once. */
const placeSets = ({ placeOf }: PreparedItems): ((items: ReadonlyArray<string>) => PlaceSet) => {
  const known = new Map<ReadonlyArray<string>, PlaceSet>()
  return (items) => {
    const kept = known.get(items)
    if (kept !== undefined) return kept
    const places = items.flatMap((id) => placeOf.get(id) ?? []).sort((a, b) => a - b)
    const found = { places, key: places.join(',') }
    if (items.length > 1) known.set(items, found)
    return found
  }
}

const weigh = (mention: Mention, places: ReadonlyArray<number>, ruleSet: EvidenceRuleSet): WeighedMention => {
  const { how, raw } = mention
  const gain = gainOf(mention, places.length, ruleSet)
  return { raw, how, places, gain, cost: Math.min(bitsOf(mention, ruleSet), ruleSet.missCosts[how]) }
}

const bitsOf = ({ how, chance }: Mention, ruleSet: EvidenceRuleSet): number =>
  chance.num <= 0n ? ruleSet.mentionCaps[how] : Math.max(log2RatioCentibits(chance.den, chance.num), 0)

/** What a mention counts for that may mean so many items. @internal */
export const gainOf = (mention: Mention, mayMean: number, ruleSet: EvidenceRuleSet): number =>
  Math.max(Math.min(bitsOf(mention, ruleSet), ruleSet.mentionCaps[mention.how]) - log2Centibits(mayMean), 0)

/** With what the ledger itself says a credit belongs to, as sure as a reference with a check digit. @internal */
export const withLink = (
  text: TextEvidence,
  linkedTo: string | undefined,
  { placeOf }: PreparedItems,
  { mentionCaps, missCosts }: EvidenceRuleSet,
): TextEvidence => {
  const place = linkedTo === undefined ? undefined : placeOf.get(linkedTo)
  if (place === undefined || linkedTo === undefined) return text
  const link: WeighedMention = {
    raw: linkedTo,
    how: 'structured',
    places: [place],
    gain: mentionCaps.structured,
    cost: missCosts.structured,
  }
  const add = (places: ReadonlyArray<number>): ReadonlyArray<number> =>
    [...new Set([...places, place])].sort((a, b) => a - b)
  const others = text.mentions.filter(({ places }) => places.length > 1 || places[0] !== place)
  return { ...text, mentions: [...others, link], mentioned: add(text.mentioned), sure: add(text.sure) }
}

/** What the text says of an allocation: gains of mentions it holds, costs of those it does not, costs of items left out. @category policies @since 0.1.0 */
export const textTerms = (
  { mentions, mentioned }: TextEvidence,
  places: ReadonlyArray<number>,
  ruleSet: EvidenceRuleSet,
): ReadonlyArray<MatchTerm> => {
  if (mentions.length === 0) return []
  const taken = new Set(places)
  const terms: Array<MatchTerm> = []
  let [held, heldBits, missed, missedBits] = [0, 0, 0, 0]
  for (const mention of mentions) {
    if (mention.places.some((place) => taken.has(place))) {
      held += 1
      heldBits += mention.gain
    } else {
      missed += 1
      missedBits -= mention.cost
    }
  }
  if (held > 0) terms.push({ what: `${held} named`, centibits: heldBits })
  if (missed > 0) terms.push({ what: `${missed} named and not taken`, centibits: missedBits })
  const named = new Set(mentioned)
  const unnamed = places.filter((place) => !named.has(place)).length
  if (unnamed > 0)
    terms.push({
      what: `${unnamed} taken and not named`,
      centibits: 0 - Math.min(unnamed * ruleSet.unnamedCost, ruleSet.unnamedMost),
    })
  return terms
}
