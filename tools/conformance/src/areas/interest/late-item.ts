/** The late item of a case: what was open from when to when, by dates or by a number of days. */
import { balanceSteps, type LateItem } from '@quittance/dunning'
import { addDays, type CurrencyCode, laterOf, type LocalDate } from '@quittance/kernel'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { dayOf, dayZero } from '../../books/days.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'

/** The item as the case states it. */
export interface StatedItem {
  readonly principalMinor: number
  /** Less what is disputed, where disputes do not bear interest. */
  readonly disputedMinor: number
  /** Full months before the days, compounded monthly. */
  readonly months?: number
  readonly days?: number
  /** Whether the case names the day that it was due. */
  readonly dated: boolean
  readonly dueOn: LocalDate
  /** Absent when the case does not say how long it was late. */
  readonly item?: LateItem
}

/** Read the item; every key is read whether it is needed or not. */
export const statedItem = (given: Reader, currency: CurrencyCode): StatedItem => {
  const principalMinor = requiredMinor(given, 'principal', currency)
  const disputedMinor = minorOf(given, 'disputed', currency) ?? 0
  const [due, paid, asOf] = [
    dayOf(given, 'due', 'due_day'),
    dayOf(given, 'paid', 'paid_day'),
    dayOf(given, 'as_of', 'as_of_day'),
  ]
  const [days, months] = [given.whole('days'), given.whole('months')]
  const changes = given.maps('payments').map((payment) => ({
    on: dayOf(payment, 'date', 'day') ?? unsupported(`${payment.path} without date`),
    openMinor: -requiredMinor(payment, 'amount', currency),
  }))
  if (due === undefined && (changes.length > 0 || paid !== undefined)) return unsupported('dates without due')
  if (months !== undefined && changes.length > 0) return unsupported('months and payments')
  const dueOn = due ?? dayZero
  const lastPaid = changes.length === 0 ? undefined : changes.map(({ on }) => on).reduce(laterOf)
  const until = paid ?? asOf ?? (days === undefined ? lastPaid : addDays(dueOn, days))
  return {
    principalMinor,
    disputedMinor,
    dated: due !== undefined,
    dueOn,
    ...(months === undefined ? {} : { months }),
    ...(days === undefined ? {} : { days }),
    ...(until === undefined
      ? {}
      : {
          item: {
            dueOn,
            until,
            balances: balanceSteps({ from: dueOn, openMinor: principalMinor, disputedMinor }, changes),
          },
        }),
  }
}
