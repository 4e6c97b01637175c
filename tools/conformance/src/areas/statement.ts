/** Area `statement`: balance-forward and open-item statements of a real account. */
import type { Adapter } from '../run/adapter.js'
import { answer } from '../run/ask.js'
import { chainedAnswers, periodAnswers } from './statement/balance-forward.js'
import { openItemAnswers } from './statement/open-items.js'

/** The adapter of statements of account. */
export const statement: Adapter = (given, asked) => {
  if (given.has('items')) return answer(openItemAnswers(given), asked)
  return answer(given.has('statements') ? chainedAnswers(given) : periodAnswers(given), asked)
}
