/** One case: what the library answers, and whether that is what the case expects. */
import type { Case } from '../file/read-cases.js'
import { laidOver, type MapNode, type Node, without } from '../file/node.js'
import type { Adapter, Adapters } from './adapter.js'
import { askMapOf, type AskMap } from './ask.js'
import { differences } from './compare.js'
import { withSteps } from './play.js'
import { firstUnread, readerOf, type Tracker } from './reader.js'
import { GivenRefused, Unsupported, unsupported } from './unsupported.js'
import { list, map, type Value } from './value.js'

/** How a case ended; `why` is empty when it passed. */
export interface CaseResult {
  readonly id: string
  readonly area: string
  readonly outcome: 'passed' | 'failed' | 'unsupported'
  readonly why: string
}

/** Run a case. Whatever goes wrong inside is a result of this case, never the end of the run. */
export const runCase = (worked: Case, adapters: Adapters): CaseResult => {
  const ended = (outcome: CaseResult['outcome'], why: string): CaseResult => ({
    id: worked.id,
    area: worked.area,
    outcome,
    why,
  })
  try {
    const found = differences(worked.expect, answersTo(worked, adapters), 'expect')
    if (found.length === 0) return ended('passed', '')
    return ended(
      'failed',
      found.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`).join('; '),
    )
  } catch (error) {
    if (error instanceof Unsupported) return ended('unsupported', `unsupported: ${error.message}`)
    if (error instanceof GivenRefused) return ended('failed', `given: ${error.message}`)
    return ended('failed', `stopped: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What the library answers to what the case asks; no expected value reaches an adapter. */
export const answersTo = (worked: Case, adapters: Adapters): Value => {
  const adapter = Object.hasOwn(adapters, worked.area) ? adapters[worked.area] : undefined
  if (adapter === undefined) return unsupported(`area ${worked.area}`)
  if (typeof adapter === 'string') return unsupported(adapter)
  const unknown = worked.unknownKeys[0]
  if (unknown !== undefined) return unsupported(unknown)
  const asked = askMapOf(worked.expect)
  if (asked.entries.size === 0) return unsupported('nothing expected')
  const tries = worked.given.entries.get('tries')
  return tries === undefined
    ? map(runOnce(adapter, worked.given, asked))
    : map(runTries(adapter, without(worked.given, 'tries'), tries, asked))
}

const runOnce = (adapter: Adapter, given: MapNode, asked: AskMap): ReadonlyMap<string, Value> => {
  const tracker: Tracker = { seen: new Map() }
  const answers = adapter(readerOf(withSteps(given), tracker), asked)
  const unread = firstUnread(tracker)
  return unread === undefined ? answers : unsupported(unread)
}

/** Each try is laid over the rest of what is given; keys beside `results` describe the rest alone. */
const runTries = (adapter: Adapter, given: MapNode, tries: Node, asked: AskMap): ReadonlyMap<string, Value> => {
  const results = asked.entries.get('results')
  if (tries.kind !== 'list' || results?.kind !== 'list' || results.items.length !== tries.items.length)
    return unsupported('tries without as many results')
  const beside = new Map(asked.entries)
  beside.delete('results')
  const answers = new Map<string, Value>(
    beside.size === 0 ? [] : runOnce(adapter, given, { kind: 'map', entries: beside }),
  )
  const tried = tries.items.map((attempt, index): Value => {
    const ask = results.items[index]
    if (attempt.kind !== 'map' || ask?.kind !== 'map') return unsupported(`tries[${index}] that is no map`)
    return map(runOnce(adapter, laidOver(given, attempt, 1), ask))
  })
  return answers.set('results', list(tried))
}
