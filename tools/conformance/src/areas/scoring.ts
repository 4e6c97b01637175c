/** Area `scoring`: how alike references are, and what may be done with scored candidates. */
import {
  combinedScore,
  normalReference,
  referenceScore,
  type ReferenceStrip,
  scoreOutcome,
} from '@quittance/cash-application'
import { minorAt, minorOf } from '../books/currency.js'
import type { Adapter } from '../run/adapter.js'
import { answer, type Answers } from '../run/ask.js'
import { type Reader, scalarText } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { amount, list, text, type Value } from '../run/value.js'

/** Scores have two decimals, as amounts of the currency that stands for none. */
const scale = 'XXX'

/** The adapter of reference scoring. */
export const scoring: Adapter = (given, asked) => answer(answersOf(given), asked)

const answersOf = (given: Reader): Answers => {
  const pairs = pairsOf(given)
  const strip = stripOf(given.map('strip'))
  const combined = given.has('weights') ? [weighted(given)] : scoresOf(given, 'combined')
  const candidates = given.maps('candidates').map((candidate) => ({
    id: candidate.text('id') ?? unsupported(`${candidate.path} without id`),
    combined: minorOf(candidate, 'combined', scale) ?? unsupported(`${candidate.path} without combined`),
  }))
  const thresholds = thresholdsOf(given.map('thresholds'))
  const outcome = (those: ReadonlyArray<{ readonly id: string; readonly combined: number }>): Value =>
    thresholds === undefined ? unsupported('outcome without thresholds') : text(scoreOutcome(those, thresholds))
  return {
    score: () => list(pairs.map(([a, b]) => amount(referenceScore(a, b, strip), scale))),
    normalised: () => list(pairs.map((pair) => list(pair.map((one) => text(normalReference(one, strip)))))),
    combined: () => amount(combined[0] ?? unsupported('combined without scores'), scale),
    outcome: (ask) =>
      ask.kind === 'list'
        ? list(combined.map((one) => outcome([{ id: 'candidate', combined: one }])))
        : outcome(candidates.length > 0 ? candidates : combined.map((one, at) => ({ id: String(at), combined: one }))),
  }
}

const pairsOf = (given: Reader): ReadonlyArray<readonly [string, string]> => {
  const node = given.node('pairs')
  if (node === undefined) return []
  if (node.kind !== 'list') return unsupported('pairs that is no list')
  return node.items.map((pair, index) => {
    if (pair.kind !== 'list' || pair.items.length !== 2) return unsupported(`pairs[${index}] that is no pair`)
    const [a, b] = pair.items.map((one) => scalarText(one, `pairs[${index}]`))
    return [a ?? '', b ?? '']
  })
}

const stripOf = (strip: Reader | undefined): ReferenceStrip => {
  const prefix = strip?.text('prefix')
  return {
    ...(prefix === undefined ? {} : { prefixes: [prefix] }),
    separators: strip?.yes('separators') ?? false,
    leadingZeros: strip?.yes('leading_zeros') ?? false,
  }
}

const scoresOf = (given: Reader, key: string): ReadonlyArray<number> => {
  const node = given.node(key)
  if (node === undefined) return []
  return node.kind === 'list'
    ? node.items.map((one, index) => minorAt(one, `${key}[${index}]`, scale))
    : [minorAt(node, key, scale)]
}

const weighted = (given: Reader): number => {
  const [weights, scores] = [given.map('weights'), given.map('scores')]
  const byComponent = (reader: Reader | undefined): Readonly<Record<string, number>> =>
    Object.fromEntries((reader?.keys() ?? []).map((key) => [key, (reader && minorOf(reader, key, scale)) ?? 0]))
  return combinedScore(byComponent(scores), byComponent(weights))
}

const thresholdsOf = (
  thresholds: Reader | undefined,
): { readonly recommend?: number; readonly auto: number } | undefined => {
  if (thresholds === undefined) return undefined
  const recommend = minorOf(thresholds, 'recommend', scale)
  const auto = minorOf(thresholds, 'auto', scale) ?? unsupported('thresholds without auto')
  return recommend === undefined ? { auto } : { recommend, auto }
}
