/** Levels, letters and notices of a case that has a ladder. */
import { addDays, type LocalDate } from '@quittance/kernel'
import { creditsInNotice, letterLevel, type LetterLevelRule, type NoticeLine, stepForItem } from '@quittance/dunning'
import { dayZero } from '../../books/days.js'
import type { Answers, Ask } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { fields, list, map, nothing, text, type Value, whole } from '../../run/value.js'
import { owedIds } from './account.js'
import { creditsOn, itemsOn } from './items-on.js'
import { historyValue, runAnswers, totalsOf } from './run-answers.js'
import { type KnownNotice, type Run } from './runs.js'
import { overdueDaysOf, runAll, type World } from './world.js'

const headerRules: Readonly<Record<string, LetterLevelRule>> = {
  last_posted_letter: 'last-posted-letter',
  highest_line: 'highest-line',
}

/** Answers of a ladder. */
export const ladderAnswers = (given: Reader, world: World): Answers => {
  const rule = given.map('policy')?.oneOf('header_level', headerRules) ?? 'highest-line'
  const overdueDays = overdueDaysOf(given)
  const runs = (): ReadonlyArray<Run> => {
    const { runs: played } = runAll(world)
    return played
  }
  const ofRuns = runAnswers(runs, world.account)
  const givenLines = (): ReadonlyArray<NoticeLine> => linesAsGiven(world)
  const isGiven = world.runDays.length === 0 && world.steps.length === 0
  return {
    ...ofRuns,
    letters: (ask) => (isLines(ask) ? (ofRuns['letters']?.(ask) ?? nothing) : list(lettersOf(runs(), rule))),
    level: (ask) => {
      if (!['items', 'levels'].some((key) => given.has(key))) return unsupported('level of nothing')
      if (overdueDays.length > 0) return levelsOf(overdueDays, given.node('overdue_days')?.kind === 'list', world)
      return isGiven && world.letters.runs.length === 0
        ? shaped(ask, levelsAsGiven(world, givenLines()))
        : levelsReached(ask, world, runs())
    },
    notice_total: (ask) =>
      isGiven ? totalAsGiven(ask, world, givenLines()) : (ofRuns['notice_total']?.(ask) ?? nothing),
    notices: () => {
      runs()
      return map(owedIds(world.account).map((id) => [id, list(noticesOf(world, id).map(({ on }) => text(on)))]))
    },
    history: (ask) => {
      runs()
      const all = owedIds(world.account).flatMap((id) => noticesOf(world, id))
      return historyValue(all, ask)
    },
  }
}

/** The level of an item so many days past due that was never asked for. */
const levelsOf = (overdueDays: ReadonlyArray<number>, isList: boolean, { ladder }: World): Value => {
  const levels = overdueDays.map((days) =>
    whole(stepForItem({ dueOn: dayZero }, ladder, addDays(dayZero, days))?.level ?? 0),
  )
  return isList ? list(levels) : (levels[0] ?? nothing)
}

const isLines = (ask: Ask): boolean => ask.kind === 'list' && ask.items.some(({ kind }) => kind === 'list')

/** The level of each letter and of its highest line, a letter for each run. */
const lettersOf = (runs: ReadonlyArray<Run>, rule: LetterLevelRule): ReadonlyArray<Value> => {
  let posted: number | undefined
  return runs.map(({ proposal }) => {
    const levels = proposal.lines.map(({ level }) => level)
    const header = letterLevel(levels, posted, rule)
    if (header === undefined) return fields({ header_level: nothing, line_level: nothing })
    const highest = Math.max(...levels)
    posted = highest
    return fields({ header_level: whole(header), line_level: whole(highest) })
  })
}

/** Notices of an item, whichever instalment they are for, by day. */
const noticesOf = ({ letters }: World, id: string): ReadonlyArray<KnownNotice> =>
  [...letters.notices]
    .filter(([key]) => key.slice(0, key.lastIndexOf('/')) === id)
    .flatMap(([, notices]) => notices)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.level - b.level))

/** Items with levels of their own and no ladder are the lines of one notice. */
const linesAsGiven = (world: World): ReadonlyArray<NoticeLine> => {
  const { account } = world
  const on = lastDay(world)
  return itemsOn(account, on).map((item) => ({
    itemId: item.itemId,
    instalmentNo: item.instalmentNo,
    currency: item.currency,
    level: item.lastNotice?.level ?? 0,
    kind: 'reminder',
    channel: 'letter',
    amountMinor: item.openMinor,
    openMinor: item.openMinor,
    dueOn: item.dueOn,
    daysPastDue: 0,
  }))
}

const lastDay = ({ days, today }: World): LocalDate => today ?? days.today

const levelsAsGiven = (world: World, lines: ReadonlyArray<NoticeLine>): ReadonlyArray<readonly [string, number]> => {
  const { account } = world
  const on = lastDay(world)
  const credits = creditsInNotice(lines, creditsOn(account, on), itemsOn(account, on))
  const byId = new Map([
    ...lines.map(({ itemId, level }): [string, number] => [itemId, level]),
    ...credits.map(({ creditId, level }): [string, number] => [creditId, level]),
  ])
  return [...account.items.keys()].map((id) => [id, byId.get(id) ?? 0])
}

const totalAsGiven = (ask: Ask, world: World, lines: ReadonlyArray<NoticeLine>): Value => {
  const { account, currency } = world
  const on = lastDay(world)
  const credits = world.words.ignoresCredits ? [] : creditsInNotice(lines, creditsOn(account, on), itemsOn(account, on))
  return totalsOf(
    [
      ...lines.map((line) => ({ level: line.level, currency: line.currency, minor: line.amountMinor })),
      ...credits.map((credit) => ({ level: credit.level, currency: credit.currency, minor: 0 - credit.amountMinor })),
    ],
    ask,
    currency,
  )
}

/** Levels by id, as a list in the order of the case, or the highest. */
export const shaped = (ask: Ask, byId: ReadonlyArray<readonly [string, number]>): Value => {
  switch (ask.kind) {
    case 'map':
      return map(byId.map(([id, level]) => [id, whole(level)]))
    case 'list':
      return list(byId.map(([, level]) => whole(level)))
    case 'one':
      return whole(Math.max(0, ...byId.map(([, level]) => level)))
  }
}

/** The level that items have reached; as a list over several runs, the highest after each of them. */
const levelsReached = (ask: Ask, world: World, runs: ReadonlyArray<Run>): Value => {
  const { account } = world
  const reachedBy = (id: string, on: LocalDate | undefined): number =>
    noticesOf(world, id)
      .filter((notice) => (on === undefined || notice.on <= on) && notice.state !== 'ignored')
      .reduce((so, { level }) => Math.max(so, level), account.items.get(id)?.level ?? 0)
  const ids = owedIds(account)
  if (ask.kind === 'list' && runs.length > 1)
    return list(runs.map(({ on }) => whole(Math.max(0, ...ids.map((id) => reachedBy(id, on))))))
  const credits = runs.at(-1)?.proposal.credits ?? []
  return shaped(ask, [
    ...ids.map((id): readonly [string, number] => [id, reachedBy(id, undefined)]),
    ...credits.map(({ creditId, level }): readonly [string, number] => [creditId, level]),
  ])
}
