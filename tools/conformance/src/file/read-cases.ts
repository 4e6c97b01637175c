/**
 * From nodes to cases that stand on their own: `same_as` and `fixture` resolved, everything an adapter needs
 * under `given`.
 */
import { BadFile } from './bad-file.js'
import { laidOver, type MapNode, type Node, without } from './node.js'
import { nodesOf } from './parse-document.js'

/** A case. */
export interface Case {
  readonly id: string
  readonly area: string
  readonly given: MapNode
  readonly expect: MapNode
  /** Keys of the case itself that nobody knows. */
  readonly unknownKeys: ReadonlyArray<string>
}

const knownKeys = new Set([
  'id',
  'area',
  'title',
  'provenance',
  'source',
  'adapted',
  'given',
  'expect',
  'note',
  'peer_observed',
])

/**
 * The cases of a file.
 *
 * @rejects BadFile when it is not YAML, has no `cases`, or a case lacks its id, area, given or expect
 */
export const readCases = (text: string): ReadonlyArray<Case> => {
  const root = asMap(nodesOf(text), 'the file')
  const cases = root.entries.get('cases')
  if (cases === undefined) throw new BadFile('there is no key "cases"', root.line)
  if (cases.kind !== 'list') throw new BadFile('"cases" is a list', cases.line)
  const fixtures = root.entries.get('fixtures')
  const byId = new Map<string, MapNode>()
  for (const node of cases.items) {
    const map = asMap(node, 'a case')
    const id = wordOf(map, 'id')
    if (byId.has(id)) throw new BadFile(`the id ${id} is used twice`, map.line)
    byId.set(id, map)
  }
  const shared: Shared = { byId, fixtures: fixtures === undefined ? undefined : asMap(fixtures, '"fixtures"') }
  return [...byId].map(([id, map]) => ({
    id,
    area: wordOf(map, 'area'),
    given: givenOf(map, shared, [id]),
    expect: asMap(map.entries.get('expect') ?? missing(map, 'expect'), '"expect"'),
    unknownKeys: [...map.entries.keys()].filter((key) => !knownKeys.has(key)),
  }))
}

interface Shared {
  readonly byId: ReadonlyMap<string, MapNode>
  readonly fixtures: MapNode | undefined
}

const givenOf = (map: MapNode, shared: Shared, seen: ReadonlyArray<string>): MapNode => {
  const own = asMap(map.entries.get('given') ?? missing(map, 'given'), '"given"')
  let given = without(own, 'same_as', 'fixture')
  const fixture = own.entries.get('fixture')
  if (fixture !== undefined) given = withFixture(fixtureOf(fixture, shared), given)
  const sameAs = own.entries.get('same_as')
  if (sameAs === undefined) return given
  const id = textOf(sameAs, '"same_as"')
  const other = shared.byId.get(id)
  if (other === undefined) throw new BadFile(`same_as names ${id}, which is not in this file`, sameAs.line)
  if (seen.includes(id)) throw new BadFile(`same_as goes round in a circle: ${[...seen, id].join(', ')}`, sameAs.line)
  return laidOver(givenOf(other, shared, [...seen, id]), given, 0)
}

/** The fixture under the keys of the case, and as it is under `fixture`, for the case to speak of parts of it. */
const withFixture = (fixture: MapNode, own: MapNode): MapNode => {
  const given = laidOver(fixture, own, 0)
  return { ...given, entries: new Map(given.entries).set('fixture', fixture) }
}

const fixtureOf = (node: Node, { fixtures }: Shared): MapNode => {
  const name = textOf(node, '"fixture"')
  const found = fixtures?.entries.get(name)
  if (found === undefined) throw new BadFile(`there is no fixture ${name}`, node.line)
  return asMap(found, `the fixture ${name}`)
}

const asMap = (node: Node, what: string): MapNode => {
  if (node.kind !== 'map') throw new BadFile(`${what} is a map`, node.line)
  return node
}

const textOf = (node: Node, what: string): string => {
  if (node.kind !== 'scalar' || node.text === '') throw new BadFile(`${what} is a word`, node.line)
  return node.text
}

const wordOf = (map: MapNode, key: string): string => textOf(map.entries.get(key) ?? missing(map, key), `"${key}"`)

const missing = (map: MapNode, key: string): never => {
  throw new BadFile(`a case has no "${key}"`, map.line)
}
