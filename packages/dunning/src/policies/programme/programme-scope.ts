/** The programme that collects everything at least 15 days late. */
import { daysBetween, type LocalDate } from '@quittance/kernel'

/** From how many days past due an item belongs to the programme, inclusive. @category policies @since 0.1.0 */
export interface ProgrammePolicy {
  readonly fromDaysPastDue: number
}

/** The default: on day 14 it is out, on day 15 in. @category policies @since 0.1.0 */
export const programmePolicy: ProgrammePolicy = { fromDaysPastDue: 15 }

/** What the scope looks at. @category model @since 0.1.0 */
export interface ScopedItem {
  readonly dueOn: LocalDate
  readonly openMinor: number
  readonly disputedMinor: number
}

/**
 * Whether an item belongs to the programme: something undisputed is open, and it is late enough.
 *
 * @law an item is in the programme from day 15 on, while something undisputed is open
 * @example
 * isInProgramme({ dueOn: localDate('2026-01-01'), openMinor: 100, disputedMinor: 0 }, localDate('2026-01-15')) // => false
 * isInProgramme({ dueOn: localDate('2026-01-01'), openMinor: 100, disputedMinor: 0 }, localDate('2026-01-16')) // => true
 * @category policies
 * @since 0.1.0
 */
export const isInProgramme = (
  { dueOn, openMinor, disputedMinor }: ScopedItem,
  on: LocalDate,
  { fromDaysPastDue }: ProgrammePolicy = programmePolicy,
): boolean => openMinor - disputedMinor > 0 && daysBetween(dueOn, on) >= fromDaysPastDue

/** The items of the programme, in their order. @law an item is in the programme from day 15 on, while something undisputed is open @category policies @since 0.1.0 */
export const programmeScope = <Item extends ScopedItem>(
  items: ReadonlyArray<Item>,
  on: LocalDate,
  policy: ProgrammePolicy = programmePolicy,
): ReadonlyArray<Item> => items.filter((item) => isInProgramme(item, on, policy))
