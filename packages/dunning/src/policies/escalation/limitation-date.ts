/**
 * After which day a debt may no longer be enforced, where the law is as the table says. A hook: the tables are facts to be
 * read in the law before use, with exceptions that no table holds; off by default, and it only warns.
 */
import { addDays, addMonths, type LocalDate, localDate } from '@quittance/kernel'

/** From when a claim's years are counted: its due day, or the end of the year in which that lies. @category policies @since 0.1.0 */
export type LimitationStart = 'due-day' | 'end-of-year'

/** How long claims of a kind live. @category policies @since 0.1.0 */
export interface LimitationRule {
  readonly id: string
  readonly source: string
  readonly years: number
  readonly countedFrom: LimitationStart
  /** What starts the time anew. */
  readonly restartedBy: ReadonlyArray<'part-payment' | 'acknowledgement'>
  /** The rule is for claims that fall due from this day on. */
  readonly since?: LocalDate
  /** False: from general knowledge, to be read in the law before use. */
  readonly checked: boolean
}

const rule = (
  id: string,
  source: string,
  years: number,
  countedFrom: LimitationStart = 'due-day',
  restartedBy: LimitationRule['restartedBy'] = [],
): LimitationRule => ({ id, source, years, countedFrom, restartedBy, checked: false })

/** Claims for the price of goods and services between businesses; none of these is checked by us. @category policies @since 0.1.0 */
export const limitationRules: ReadonlyArray<LimitationRule> = [
  rule('uk', 'Limitation Act 1980 s. 5, 29 and 30', 6, 'due-day', ['part-payment', 'acknowledgement']),
  rule('de', 'BGB 195, 199 and 212', 3, 'end-of-year', ['part-payment', 'acknowledgement']),
  rule('fr-b2b', 'Code de commerce L110-4', 5),
  rule('fr-consumer', 'Code de la consommation L218-2', 2),
  rule('es', 'Código Civil 1964', 5),
  rule('it', 'Codice civile 2946', 10),
  rule('it-periodic', 'Codice civile 2948', 5),
  rule('nl', 'Burgerlijk Wetboek 3:307', 5),
  rule('us-ucc-goods', 'UCC 2-725, as adopted by the state', 4),
]

/** Something that started the time anew. @category model @since 0.1.0 */
export interface LimitationRestart {
  readonly on: LocalDate
  readonly by: 'part-payment' | 'acknowledgement'
}

/**
 * The last day of a claim under a rule. A restart counts only while the claim lives, and only where the rule knows it.
 *
 * @law a restart never brings the last day forward
 * @example
 * limitationDate(limitationRules[1], localDate('2026-03-15'), []) // => '2029-12-31'
 * @category policies
 * @since 0.1.0
 */
export const limitationDate = (
  { years, countedFrom, restartedBy }: LimitationRule,
  dueOn: LocalDate,
  restarts: ReadonlyArray<LimitationRestart>,
): LocalDate => {
  const start = countedFrom === 'due-day' ? dueOn : localDate(`${dueOn.slice(0, 4)}-12-31`)
  return restarts
    .filter(({ by }) => restartedBy.includes(by))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .reduce(
      (last, { on }) => {
        const again = addMonths(on, 12 * years)
        return on <= last && again > last ? again : last
      },
      addMonths(start, 12 * years),
    )
}

/** Whether a claim is near its end: so many days before its last day or fewer. @example limitationNear(localDate('2029-12-31'), localDate('2029-12-01'), 30) // => true @category policies @since 0.1.0 */
export const limitationNear = (lastDay: LocalDate, on: LocalDate, warnDays: number): boolean =>
  on >= addDays(lastDay, -warnDays)
