/** What was asked for in one history, beside what was asked for in another. */
import { daysBetween, type LocalDate } from '@quittance/kernel'

/** That something was asked for on a day. @category model @since 0.1.0 */
export interface DatedAsk {
  readonly customer: string
  readonly itemId: string
  /** Where the item has instalments. */
  readonly instalmentNo?: number
  /** Where it has levels: only asks of one level are paired. */
  readonly level?: number
  readonly on: LocalDate
}

/** An ask that stands in both histories, or in one. @category model @since 0.1.0 */
export interface AskPair extends Omit<DatedAsk, 'on'> {
  /** Absent: it stands in the other only. */
  readonly on?: LocalDate
  /** Absent: it stands in the first only. */
  readonly againstOn?: LocalDate
  /** Of one that stands in both: how many days later in the first; below 0, earlier. */
  readonly days?: number
}

/**
 * Asks for one instalment at one level are the same ask where their days are equal; what is left is paired in the
 * order of the days. What has no partner stands alone.
 *
 * @returns by customer, item, instalment, level and day
 * @law every ask stands in exactly one pair
 * @law a history differs from itself in nothing
 * @category projections
 * @since 0.1.0
 */
export const pairAsks = (asks: ReadonlyArray<DatedAsk>, against: ReadonlyArray<DatedAsk>): ReadonlyArray<AskPair> => {
  const groups = new Map<string, Group>()
  for (const ask of asks) groupOf(groups, ask).days.push(ask.on)
  for (const ask of against) groupOf(groups, ask).against.push(ask.on)
  return [...groups.values()].flatMap(pairsOf).sort(inOrder)
}

interface Group {
  readonly of: Omit<DatedAsk, 'on'>
  readonly days: Array<LocalDate>
  readonly against: Array<LocalDate>
}

const groupOf = (groups: Map<string, Group>, { on: _on, ...of }: DatedAsk): Group => {
  const key = JSON.stringify([of.customer, of.itemId, of.instalmentNo, of.level])
  const known = groups.get(key)
  if (known !== undefined) return known
  const group: Group = { of, days: [], against: [] }
  groups.set(key, group)
  return group
}

const pairsOf = ({ of, days, against }: Group): ReadonlyArray<AskPair> => {
  const [mine, theirs] = [[...days].sort(), [...against].sort()]
  const equal: Array<AskPair> = []
  for (let at = 0; at < mine.length;) {
    const same = theirs.indexOf(mine[at] as LocalDate)
    if (same < 0) at += 1
    else {
      const [on] = mine.splice(at, 1) as [LocalDate]
      theirs.splice(same, 1)
      equal.push({ ...of, on, againstOn: on, days: 0 })
    }
  }
  const rest = Array.from({ length: Math.max(mine.length, theirs.length) }, (_, at): AskPair => {
    const [on, againstOn] = [mine[at], theirs[at]]
    if (on !== undefined && againstOn !== undefined) return { ...of, on, againstOn, days: daysBetween(againstOn, on) }
    return { ...of, ...(on === undefined ? {} : { on }), ...(againstOn === undefined ? {} : { againstOn }) }
  })
  return [...equal, ...rest]
}

const inOrder = (a: AskPair, b: AskPair): number =>
  order(a.customer, b.customer) ||
  order(a.itemId, b.itemId) ||
  (a.instalmentNo ?? 0) - (b.instalmentNo ?? 0) ||
  (a.level ?? 0) - (b.level ?? 0) ||
  order(a.on ?? a.againstOn ?? '', b.on ?? b.againstOn ?? '')

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
