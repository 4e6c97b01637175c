/** Steps one after another in one state, what is asked after each, and one last attempt. */
import type { MapNode } from '../file/node.js'
import { type Answers, answer, type AskMap, askNothing } from './ask.js'
import type { Reader } from './reader.js'
import { unsupported } from './unsupported.js'
import { list, map, text, type Value } from './value.js'

/** What became of a step. */
export type Outcome = 'accepted' | 'refused'

/** What a step may be called, and what it does. The reader holds the whole step; the verb's own key is read by the act. */
export type Acts = Readonly<Record<string, (step: Reader) => Outcome>>

/** The state that steps change and answers describe. */
export interface Scene {
  readonly acts: Acts
  readonly answers: () => Answers
}

/** Play `steps` and `command`, and answer what is asked. */
export const play = (given: Reader, asked: AskMap, scene: Scene): ReadonlyMap<string, Value> => {
  const each = asked.entries.get('after_each')
  if (each !== undefined && each.kind !== 'list') return unsupported('after_each that is no list')
  let outcome: Outcome | undefined
  const after: Array<Value> = []
  const answers = (): Answers => {
    const last = outcome
    return last === undefined ? scene.answers() : { outcome: () => text(last), ...scene.answers() }
  }
  for (const [index, step] of given.maps('steps').entries()) {
    outcome = act(step, scene.acts)
    const now = each?.items[index] ?? askNothing
    after.push(now.kind === 'map' ? map(answer(answers(), now)) : unsupported(`after_each[${index}] that is no map`))
  }
  const command = given.map('command')
  if (command !== undefined) outcome = act(command, scene.acts)

  const entries = new Map(asked.entries)
  entries.delete('after_each')
  const results = new Map(answer(answers(), { kind: 'map', entries }))
  if (each !== undefined) results.set('after_each', list(after))
  return results
}

const act = (step: Reader, acts: Acts): Outcome => {
  const verb = step.keys().find((key) => Object.hasOwn(acts, key))
  const run = verb === undefined ? undefined : acts[verb]
  return run === undefined ? unsupported(`${step.path}.${step.keys()[0] ?? ''}`) : run(step)
}

/** Steps as maps: the bare word `allocate_all` is the step `{allocate_all: true}`. */
export const withSteps = (given: MapNode): MapNode => {
  const steps = given.entries.get('steps')
  if (steps?.kind !== 'list') return given
  const items = steps.items.map((item): MapNode | (typeof steps.items)[number] =>
    item.kind === 'scalar'
      ? { kind: 'map', entries: new Map([[item.text, { ...item, text: 'true' }]]), line: item.line }
      : item,
  )
  return { ...given, entries: new Map(given.entries).set('steps', { ...steps, items }) }
}
