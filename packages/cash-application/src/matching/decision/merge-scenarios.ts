/**
 * What the scenarios found, merged by what is settled: the same items with the same differences, reached under two
 * scenarios, are one explanation and not two that compete.
 */
import { canonicalJson } from '@quittance/kernel'
import type { Merged } from './merge.js'
import type { MatchRoute } from './model.js'
import type { Scenario } from './scenarios.js'

/** What a scenario makes of the sets that add up under it. @internal */
export const settledUnder = (scenario: Scenario, merged: ReadonlyArray<Merged>): ReadonlyArray<Merged> =>
  scenario.kind === 'whole' ? merged : merged.flatMap((one) => settledOne(scenario, one) ?? [])

/** @param all - the plainest scenario first: of two ways by one rule the plainer counts @internal */
export const mergeSettled = (all: ReadonlyArray<Merged>): ReadonlyArray<Merged> => {
  const byKey = new Map<string, Merged>()
  for (const one of all) {
    const key = keyOf(one)
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? one : { ...known, routes: withRoutes(known.routes, one.routes) })
  }
  return [...byKey.values()]
}

const keyOf = ({ places, notInFull, pennyMinor }: Merged): string =>
  `${places.join(',')} ${notInFull.length === 0 ? '' : canonicalJson(inOrder(notInFull))} ${pennyMinor}`

const inOrder = (notInFull: Merged['notInFull']): Merged['notInFull'] =>
  [...notInFull].sort((a, b) => (a.itemId < b.itemId ? -1 : 1))

const settledOne = (scenario: Scenario, merged: Merged): Merged | undefined => {
  const settled = scenario.settled(merged.places)
  if (settled === undefined) return undefined
  const { notInFull, pennyMinor, adjustments } = settled
  const routes = merged.routes.map((route): MatchRoute => ({
    ...route,
    membersCentibits: route.membersCentibits + scenario.membersCentibits,
    ...(adjustments.length === 0 ? {} : { adjustments }),
  }))
  return { ...merged, routes, notInFull: inOrder(notInFull), pennyMinor }
}

const withRoutes = (known: ReadonlyArray<MatchRoute>, more: ReadonlyArray<MatchRoute>): ReadonlyArray<MatchRoute> => [
  ...known,
  ...more.filter(({ rule }) => !known.some((route) => route.rule === rule)),
]
