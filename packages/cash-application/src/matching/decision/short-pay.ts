/**
 * What the text names, paid short: everything in full but one item, of which a part stays open. Which one is not said, so it is
 * the newest that owes more than is missing; a person sees the plan before anything is posted.
 */
import { chanceOfAmount } from './chance.js'
import type { Merged } from './merge.js'
import type { ItemNotInFull, MatchItem } from './model.js'
import type { Scenario } from './scenarios.js'

/** One for each scenario of what the named items are worth, where more than the payment; discounts that are due are off first. @internal */
export const shortPays = (scenarios: ReadonlyArray<Scenario>, sure: ReadonlyArray<number>): ReadonlyArray<Merged> =>
  scenarios
    .filter((one) => (one.kind === 'whole' || one.kind === 'discount') && !isExplained(scenarios, sure, one))
    .flatMap((one) => shortPay(one, sure))

/**
 * Whether what is missing from the named items, or too much, is a small difference that the rule set looks for: then it is that,
 * and no part that stays open or pays something else.
 *
 * @internal
 */
export const isExplained = (
  scenarios: ReadonlyArray<Scenario>,
  sure: ReadonlyArray<number>,
  { prepared }: Pick<Scenario, 'prepared'>,
): boolean =>
  scenarios.some((one) => one.kind === 'offset' && one.prepared === prepared && sumOf(one, sure) === one.targetMinor)

const sumOf = ({ prepared: { amounts } }: Scenario, places: ReadonlyArray<number>): number =>
  places.reduce((so, place) => so + (amounts[place] as number), 0)

const shortPay = (scenario: Scenario, sure: ReadonlyArray<number>): ReadonlyArray<Merged> => {
  const { amounts, items } = scenario.prepared
  const shortMinor = sumOf(scenario, sure) - scenario.targetMinor
  if (shortMinor <= 0) return []
  const partly = [...sure].reverse().find((place) => (amounts[place] as number) > shortMinor)
  const settled = scenario.settled(sure)
  if (partly === undefined || settled === undefined) return []
  const { itemId } = items[partly] as MatchItem
  const known = settled.notInFull.find((one) => one.itemId === itemId)
  const left: ItemNotInFull = { itemId, differences: known?.differences ?? [], openMinor: shortMinor }
  const { adjustments } = settled
  return [
    {
      places: sure,
      notInFull: [...settled.notInFull.filter((one) => one !== known), left],
      pennyMinor: 0,
      routes: [
        {
          rule: 'named-short',
          membersCentibits: 0 - chanceOfAmount(shortMinor),
          ...(adjustments.length === 0 ? {} : { adjustments }),
        },
      ],
      interchangeable: [],
    },
  ]
}

/** A credit on the charge that it belongs to, of which a part may stay open. @internal */
export const linkedCredit = (
  { prepared, targetMinor }: Scenario,
  linkedTo: string | undefined,
): ReadonlyArray<Merged> => {
  const place = linkedTo === undefined ? undefined : prepared.placeOf.get(linkedTo)
  if (place === undefined) return []
  const { itemId } = prepared.items[place] as MatchItem
  const openMinor = (prepared.amounts[place] as number) - targetMinor
  if (openMinor < 0) return []
  return [
    {
      places: [place],
      notInFull: openMinor === 0 ? [] : [{ itemId, differences: [], openMinor }],
      pennyMinor: 0,
      routes: [{ rule: 'linked', membersCentibits: 0 }],
      interchangeable: [],
    },
  ]
}
