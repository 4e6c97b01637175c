/**
 * What a case asks for, without what it expects: the keys, and whether each is answered by one value, a list or
 * a map by id. Adapters get this and never see an expected value.
 */
import type { MapNode, Node } from '../file/node.js'
import { unsupported } from './unsupported.js'
import type { Value } from './value.js'

/** The shape of an answer. */
export type Ask = { readonly kind: 'one' } | { readonly kind: 'list'; readonly items: ReadonlyArray<Ask> } | AskMap

/** The keys asked for. */
export interface AskMap {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, Ask>
}

/** The shape of what is expected. */
export const askOf = (node: Node): Ask => {
  if (node.kind === 'scalar') return { kind: 'one' }
  return node.kind === 'list' ? { kind: 'list', items: node.items.map(askOf) } : askMapOf(node)
}

/** The keys of what is expected. */
export const askMapOf = (node: MapNode): AskMap => ({
  kind: 'map',
  entries: new Map([...node.entries].map(([key, entry]) => [key, askOf(entry)])),
})

/** Nothing asked. */
export const askNothing: AskMap = { kind: 'map', entries: new Map() }

/** What an adapter can answer at a moment, by key; each is worked out only when asked. */
export type Answers = Readonly<Record<string, (ask: Ask) => Value>>

/** The answers to the keys asked for; a key that the adapter has no answer for is unsupported. */
export const answer = (answers: Answers, asked: AskMap): ReadonlyMap<string, Value> =>
  new Map(
    [...asked.entries].map(([key, ask]): [string, Value] => {
      const give = Object.hasOwn(answers, key) ? answers[key] : undefined
      return [key, give === undefined ? unsupported(key) : give(ask)]
    }),
  )
