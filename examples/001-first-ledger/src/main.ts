/** Runs the example: once with a payment that fits, once with one that is too much. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { adviceOn } from './advice-on.js'
import { firstLedger } from './first-ledger.js'

for (const paidMinor of [500_00, 1300_00]) {
  const balances = await firstLedger(paidMinor)
  if (isLeft(balances)) console.log(`Refused: ${balances.left._tag}. Advice: ${adviceOn(balances.left)}.`)
  else console.log(balances.right)
}
