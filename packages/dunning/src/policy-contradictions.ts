/** What a policy of dunning says that cannot be, though each field by itself can. */
import type { Money } from '@quittance/kernel'
import { type DunningPolicy, type ItemLadder, type LadderStep, type RunDays } from './dunning-policy.js'

/**
 * A line for each contradiction, by field.
 *
 * @category policies
 * @since 0.1.0
 */
export const contradictionsIn = (policy: DunningPolicy): ReadonlyArray<string> => [
  ...below(1, { version: policy.version }),
  ...inRunDays(policy.runDays),
  ...inFamily(policy),
]

const inFamily = (policy: DunningPolicy): ReadonlyArray<string> => {
  switch (policy._tag) {
    case 'ItemLadder':
      return inLadder(policy)
    case 'AccountStates':
      return twice(policy.states, ({ name }) => name, 'states: two are called')
    case 'DunningCampaign':
      return [
        ...below(1, { maxAttempts: policy.maxAttempts }),
        ...below(0, { daysBetween: policy.daysBetween, sendWithinDays: policy.sendWithinDays }),
        ...inMoneys(policy.thresholds, 'thresholds'),
      ]
  }
}

const inLadder = (ladder: ItemLadder): ReadonlyArray<string> => {
  const { graceDays, sendWithinDays, minArrearsDays = 0, intervalDays = 0, postingWindowDays = 0 } = ladder
  const lowest = Math.min(...ladder.steps.map(({ level }) => level))
  return [
    ...below(0, { graceDays, sendWithinDays, minArrearsDays, intervalDays, postingWindowDays }),
    ...inMoneys(ladder.tolerances, 'tolerances'),
    ...twice(ladder.steps, ({ level }) => String(level), 'steps: two have the level'),
    ...ladder.steps.flatMap((step, index) => inStep(step, lowest, `steps.${index}.`)),
  ]
}

const inStep = (step: LadderStep, lowest: number, path: string): ReadonlyArray<string> => [
  ...below(1, { [`${path}level`]: step.level }),
  ...inMoneys(step.minimums ?? [], `${path}minimums`),
  ...(step.mode === 'previous-date' && step.level === lowest
    ? [`${path}mode: the first step has no notice before it to count from`]
    : []),
  ...(step.delayDays < 0 && step.mode !== 'net-days'
    ? [`${path}delayDays: ${step.delayDays} lies before the due day, which only net-days can say`]
    : []),
]

const inRunDays = (runDays: RunDays): ReadonlyArray<string> => {
  switch (runDays._tag) {
    case 'EveryDays':
      return below(1, { 'runDays.days': runDays.days })
    case 'Weekdays':
      return runDays.weekdays.flatMap((day) => outside(1, 7, day, 'runDays.weekdays'))
    case 'DaysOfMonth':
      return runDays.days.flatMap((day) => outside(1, 31, day, 'runDays.days'))
    case 'ListedDays':
      return []
  }
}

const inMoneys = (moneys: ReadonlyArray<Money>, path: string): ReadonlyArray<string> => [
  ...moneys.flatMap(({ minor }, index) => below(0, { [`${path}.${index}.minor`]: minor })),
  ...twice(moneys, ({ currency }) => currency, `${path}: two are in`),
]

const below = (least: number, fields: Readonly<Record<string, number>>): ReadonlyArray<string> =>
  Object.entries(fields).flatMap(([field, value]) => (value < least ? [`${field}: ${value} is below ${least}`] : []))

const outside = (least: number, most: number, value: number, field: string): ReadonlyArray<string> =>
  value >= least && value <= most ? [] : [`${field}: ${value} is not between ${least} and ${most}`]

const twice = <Item>(
  items: ReadonlyArray<Item>,
  keyOf: (item: Item) => string,
  words: string,
): ReadonlyArray<string> => {
  const keys = items.map(keyOf)
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) < index))].map((key) => `${words} ${key}`)
}
