/** Area `worklists`: what is said on a call, whom to work on first, whom to leave alone, and who is forgotten. */
import { currenciesNamed, standInFor } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import type { Adapter } from '../run/adapter.js'
import { answer } from '../run/ask.js'
import { callAnswers } from './worklists/calls.js'
import { customersOf, restAndCoverage } from './worklists/customers.js'
import { scoreAnswers } from './worklists/scores.js'

/** The adapter of work lists. */
export const worklists: Adapter = (given, asked) => {
  const currencies = [...new Set(currenciesNamed(given))]
  const currency = currencies.length === 1 && currencies[0] !== undefined ? currencies[0] : standInFor(given)
  const on = daysOf(given).today
  const customers = customersOf(given, currency)
  return answer(
    {
      ...(given.has('items') ? callAnswers(given, currency, on) : {}),
      ...restAndCoverage(given, customers, currency, on),
      ...(given.has('weights') ? scoreAnswers(given, customers) : {}),
    },
    asked,
  )
}
