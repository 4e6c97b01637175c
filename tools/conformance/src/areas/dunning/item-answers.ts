/** How items stand between their notices. */
import type { Answers, Ask } from '../../run/ask.js'
import { list, map, nothing, text, type Value, yesNo } from '../../run/value.js'
import { owedIds } from './account.js'
import { itemsOn } from './items-on.js'
import type { Desk } from './item-steps.js'
import type { KnownNotice } from './runs.js'

type Standing = 'none' | 'draft' | 'waiting' | 'inactive' | 'final'

/** State and block of items; one where there is one. */
export const itemAnswers = (desk: Desk): Answers => ({
  state: (ask) => shaped(ask, desk, (id) => text(standingOf(id, desk))),
  blocked: (ask) => shaped(ask, desk, (id) => yesNo(desk.blocked.has(id))),
})

const shaped = (ask: Ask, { world }: Desk, valueOf: (id: string) => Value): Value => {
  const values = owedIds(world.account).map((id): readonly [string, Value] => [id, valueOf(id)])
  switch (ask.kind) {
    case 'map':
      return map(values)
    case 'list':
      return list(values.map(([, value]) => value))
    case 'one':
      return values.at(0)?.[1] ?? nothing
  }
}

const standingOf = (id: string, { world, finished }: Desk): Standing => {
  const { account, letters, today, days } = world
  const own = [...letters.notices].filter(([key]) => key.slice(0, key.lastIndexOf('/')) === id)
  const latest = own.flatMap(([, notices]) => notices.findLast(({ state }) => state !== 'ignored') ?? [])
  if (latest.length === 0) return 'none'
  const isOpen = itemsOn(account, today ?? days.today).some(({ itemId }) => itemId === id)
  if (!isOpen) return 'inactive'
  if (own.every(([key]) => finished.has(key))) return 'final'
  return latest.some(({ state }: KnownNotice) => state === 'due') ? 'draft' : 'waiting'
}
