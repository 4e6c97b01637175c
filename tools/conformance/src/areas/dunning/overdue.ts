/** Is it past due, since when, and is it enough for its level. */
import { addDays, type CurrencyCode, daysBetween, type LocalDate } from '@quittance/kernel'
import { fallBack, type LadderStep, meetsMinimums } from '@quittance/dunning'
import { minorOf } from '../../books/currency.js'
import { dayZero } from '../../books/days.js'
import type { Answers, Ask } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { amount, list, map, nothing, type Value, whole, yesNo } from '../../run/value.js'
import { owedIds } from './account.js'
import { itemsOn, overdueOn } from './items-on.js'
import { minimumsOf } from './ladder-words.js'
import { overdueDaysOf, type World } from './world.js'

/** Answers of what is past due on the check days, on the run days, or on the last day of the case. */
export const overdueAnswers = (given: Reader, world: World): Answers => {
  const checks = given.dates('checks')
  const afterDue = overdueDaysOf(given).map((late) => addDays(dayZero, late))
  const days = (): ReadonlyArray<LocalDate> =>
    afterDue.length > 0
      ? afterDue
      : checks.length > 0
        ? checks
        : world.runDays.length > 0
          ? world.runDays
          : [world.today ?? world.days.today]
  const arrears = (id: string, on: LocalDate): number => arrearsOf(id, on, world)
  const each = (ask: Ask, valueOf: (days: number) => Value): Value => {
    const ids = owedIds(world.account)
    const [on] = days().slice(-1)
    if (on === undefined) return nothing
    switch (ask.kind) {
      case 'map':
        return map(ids.map((id) => [id, valueOf(arrears(id, on))]))
      case 'list':
        return days().length > 1 || ids.length === 1
          ? list(days().map((day) => valueOf(Math.max(0, ...ids.map((id) => arrears(id, day))))))
          : list(ids.map((id) => valueOf(arrears(id, on))))
      case 'one':
        return valueOf(Math.max(0, ...ids.map((id) => arrears(id, on))))
    }
  }
  return {
    overdue_days: (ask) => each(ask, whole),
    is_overdue: (ask) => each(ask, (late) => yesNo(late > 0)),
    overdue: (ask) => {
      const owed = overdueOn(world.account, days().at(-1) ?? world.days.today, world.words.graceDays)
      if (ask.kind === 'map') return map(owed.map(({ currency, minor }) => [currency, amount(minor, currency)]))
      const [first] = owed
      return first === undefined ? amount(0, world.currency) : amount(first.minor, first.currency)
    },
  }
}

/** Days in arrears; while they are within the days of grace there are none. */
const arrearsOf = (id: string, on: LocalDate, { account, words }: World): number => {
  const late = itemsOn(account, on)
    .filter(({ itemId }) => itemId === id)
    .map(({ dueOn }) => daysBetween(dueOn, on))
  const longest = Math.max(0, ...late)
  return longest > words.graceDays ? longest : 0
}

/**
 * `min_amount` and `min_percent` against what is `overdue` of all that is `open`. Where the case names a level, the
 * level that the asks come to stand at; else whether they stand.
 */
export const minimumAnswers = (given: Reader, world: World): Answers => {
  const { currency, words } = world
  const overdueMinor = given.node('overdue')?.kind === 'scalar' ? minorOf(given, 'overdue', currency) : undefined
  const openMinor = minorOf(given, 'open', currency) ?? overdueMinor ?? 0
  const level = given.whole('level')
  if (overdueMinor === undefined) return {}
  const minimums = minimumsOf(words, currency)
  const isEnough = meetsMinimums(overdueMinor, minimums, currency, openMinor)
  const standing = (): Value =>
    level === undefined ? yesNo(isEnough) : whole(levelAfter(level, overdueMinor, openMinor, world, minimums, currency))
  return {
    overdue: () => amount(overdueMinor, currency),
    dunned: () => yesNo(isEnough),
    at_level: standing,
    ...(level === undefined ? {} : { level: standing }),
  }
}

const levelAfter = (
  level: number,
  overdueMinor: number,
  openMinor: number,
  { steps }: World,
  minimums: Pick<LadderStep, 'minimums' | 'minimumPercent'>,
  currency: CurrencyCode,
): number => {
  const known: ReadonlyArray<LadderStep> =
    steps.length > 0
      ? steps.map((step) => (step.level === level ? { ...minimums, ...step } : step))
      : Array.from({ length: level }, (_, index) => plainStep(index + 1, index + 1 === level ? minimums : {}))
  const step = known.find((one) => one.level === level) ?? plainStep(level, minimums)
  return fallBack([{ currency, amountMinor: overdueMinor, step, reached: 0 }], known, () => openMinor)[0]?.level ?? 0
}

const plainStep = (level: number, minimums: Pick<LadderStep, 'minimums' | 'minimumPercent'>): LadderStep => ({
  level,
  kind: 'past-due-notice',
  channel: 'letter',
  mode: 'net-days',
  delayDays: 0,
  ...minimums,
})
