import { describe, expect, it } from 'vitest'
import { adapters, answersTo, askMapOf, type Case, type MapNode, type Node, shown } from '../src/index.js'
import { extract, teamCases } from './case-files.js'

const nonsense = (node: Node): Node => {
  switch (node.kind) {
    case 'scalar':
      return { ...node, text: `~${node.text}~9.99`, plain: !node.plain }
    case 'list':
      return { ...node, items: node.items.map(nonsense) }
    case 'map':
      return mapNonsense(node)
  }
}

const mapNonsense = (node: MapNode): MapNode => ({
  ...node,
  entries: new Map([...node.entries].map(([key, entry]) => [key, nonsense(entry)])),
})

const got = (worked: Case): string => {
  try {
    return shown(answersTo(worked, adapters))
  } catch (error) {
    return String(error)
  }
}

describe('expected values', () => {
  it('are not in what an adapter is asked', () => {
    for (const { expect: expected } of extract) expect(askMapOf(mapNonsense(expected))).toEqual(askMapOf(expected))
  })

  it('change nothing in what the library answers', () => {
    for (const worked of [...extract, ...(teamCases() ?? [])]) {
      const scrambled = { ...worked, id: `${worked.id}-scrambled`, expect: mapNonsense(worked.expect) }
      expect({ id: worked.id, got: got(scrambled) }).toEqual({ id: worked.id, got: got(worked) })
    }
  })
})
