/** Slow and plain ways to the same proposals: every window cut out and looked through, every allocation written down as a text. */
import type { MatchItem } from '../../../src/index.js'
import type { Proposal } from '../../../src/matching/decision/proposals.js'

export interface PlainWindow {
  readonly places: ReadonlyArray<number>
  readonly minor: number
}

const sumOf = (items: ReadonlyArray<MatchItem>, places: ReadonlyArray<number>): number =>
  places.reduce((so, place) => so + (items[place]?.openMinor ?? 0), 0)

const ascending = (a: number, b: number): number => a - b

/** Every run of whole days: by the first day, then by the last. */
export const everyWindow = (
  items: ReadonlyArray<MatchItem>,
  dayOf: (item: MatchItem) => string,
): ReadonlyArray<PlainWindow> => {
  const days = [...new Set(items.map(dayOf))].sort()
  return days.flatMap((first, at) =>
    days.slice(at).map((last) => {
      const within = (day: string): boolean => first <= day && day <= last
      const places = [...items.keys()].filter((place) => within(dayOf(items[place] as MatchItem)))
      return { places, minor: sumOf(items, places) }
    }),
  )
}

/** Every way to hold one or two items back, in windows that keep all the named ones, as `places` joined. */
export const everyWindowBut = (
  items: ReadonlyArray<MatchItem>,
  dayOf: (item: MatchItem) => string,
  held: ReadonlyArray<number>,
  targetMinor: number,
): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { places, minor } of everyWindow(items, dayOf)) {
    if (places.length < 3 || !held.every((place) => places.includes(place)) || minor <= targetMinor) continue
    const free = places.filter((place) => !held.includes(place))
    for (const [at, one] of free.entries())
      for (const other of free.slice(at)) {
        const left = places.filter((place) => place !== one && place !== other)
        if (sumOf(items, left) === targetMinor) found.add(left.join())
      }
  }
  return found
}

/** A proposal with twins replaced by those that the convention prefers, and the groups of which only some are taken. */
export const byConvention = (
  items: ReadonlyArray<MatchItem>,
  places: ReadonlyArray<number>,
  named: ReadonlySet<number>,
): { readonly places: ReadonlyArray<number>; readonly choices: ReadonlyArray<ReadonlyArray<number>> } => {
  const nameOf = (place: number): string => {
    const { openMinor, on, dueOn } = items[place] as MatchItem
    return `${openMinor} ${on} ${dueOn}`
  }
  const names = [...new Set(places.map(nameOf))]
  const groups = names.map((name) => [...items.keys()].filter((place) => nameOf(place) === name))
  const chosen = groups.flatMap((group) => {
    const wanted = group.filter((place) => places.includes(place)).length
    return [...group.filter((place) => named.has(place)), ...group.filter((place) => !named.has(place))].slice(
      0,
      wanted,
    )
  })
  return {
    places: chosen.sort(ascending),
    choices: groups.filter((group) => group.some((place) => !places.includes(place))).sort(([a = 0], [b = 0]) => a - b),
  }
}

/** The proposal, and those with one item swapped for another of equal amount and other dates: all of them, in order. */
export const everyRival = (items: ReadonlyArray<MatchItem>, { places, route }: Proposal): ReadonlyArray<Proposal> => [
  { places, route },
  ...places.flatMap((place) =>
    [...items.keys()]
      .filter((other) => {
        const [own, its] = [items[place] as MatchItem, items[other] as MatchItem]
        const isTwin = own.on === its.on && own.dueOn === its.dueOn
        return own.openMinor === its.openMinor && !places.includes(other) && !isTwin
      })
      .map((other) => ({ places: places.map((one) => (one === place ? other : one)).sort(ascending), route })),
  ),
]
