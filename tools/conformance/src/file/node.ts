/**
 * A case file as it is written: scalars are source text, so that `1200.00` keeps its scale and no amount ever
 * passes through a float.
 */

/** A scalar. `plain` is false when it was quoted: a quoted `"null"` is a word, a plain one is nothing. */
export interface ScalarNode {
  readonly kind: 'scalar'
  readonly text: string
  readonly plain: boolean
  readonly line: number
}

/** A list. */
export interface ListNode {
  readonly kind: 'list'
  readonly items: ReadonlyArray<Node>
  readonly line: number
}

/** A map, in the order in which it is written. */
export interface MapNode {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, Node>
  readonly line: number
}

/** Anything in a case file. */
export type Node = ScalarNode | ListNode | MapNode

/** A plain `null`, `~` or nothing at all. */
export const isNothing = (node: Node): boolean =>
  node.kind === 'scalar' && node.plain && ['', '~', 'null', 'Null', 'NULL'].includes(node.text)

/** The first map with the second's keys laid over it; where both hold a map under a key, `depth` says how far that goes on. */
export const laidOver = (base: MapNode, over: MapNode, depth: number): MapNode => {
  const entries = new Map(base.entries)
  for (const [key, node] of over.entries) {
    const below = entries.get(key)
    const merges = depth > 0 && below?.kind === 'map' && node.kind === 'map'
    entries.set(key, merges ? laidOver(below, node, depth - 1) : node)
  }
  return { kind: 'map', entries, line: over.line }
}

/** The map without some of its keys. */
export const without = (map: MapNode, ...keys: ReadonlyArray<string>): MapNode => ({
  ...map,
  entries: new Map([...map.entries].filter(([key]) => !keys.includes(key))),
})
