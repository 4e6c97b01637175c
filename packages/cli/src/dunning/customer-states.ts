/** The state of each customer on a day, derived from what was unpaid then: nothing keeps it. */
import { accountState, type AccountStates, nextStateOn } from '@quittance/dunning'
import { type CurrencyCode, earlierOf, type Instant, instant, type LocalDate, sumMinor } from '@quittance/kernel'
import { unpaidItems } from '@quittance/receivables'
import { accountAtPoint, type Desk } from '../matching/desk.js'
import { customersOf } from './propose-run.js'

/** A customer in a state in a currency. @category model @since 0.1.0 */
export interface CustomerState {
  readonly customer: string
  readonly currency: CurrencyCode
  readonly state: string
  readonly openMinor: number
  readonly itemCount: number
  readonly oldestDueOn: LocalDate
  /** The next day on which time alone makes it more severe. */
  readonly nextOn?: LocalDate
}

/** All that is known now. */
const endOfTime: Instant = instant('9999-12-31T23:59:59.999Z')

/** By customer and currency; those in no state are left out. @category policies @since 0.1.0 */
export const statesOn = async (
  desk: Desk,
  policy: AccountStates,
  on: LocalDate,
  only: { readonly customer?: string },
): Promise<ReadonlyArray<CustomerState>> => {
  const states: Array<CustomerState> = []
  for (const customer of customersOf(desk, only)) {
    const { state: account } = await accountAtPoint(desk, customer, { asOf: on, knownAt: endOfTime })
    const unpaid = unpaidItems(account)
    for (const currency of [...new Set(unpaid.map((item) => item.currency))].sort()) {
      const state = accountState(policy, unpaid, currency, on)
      if (state === undefined) continue
      const own = unpaid.filter((item) => item.currency === currency)
      const nextOn = nextStateOn(policy, unpaid, currency, on)
      states.push({
        customer,
        currency,
        state,
        openMinor: sumMinor(own.map(({ openMinor }) => openMinor)),
        itemCount: own.length,
        oldestDueOn: own.map(({ dueOn }) => dueOn).reduce(earlierOf),
        ...(nextOn === undefined ? {} : { nextOn }),
      })
    }
  }
  return states
}
