/** Many simulated payers with the truth about each, kept apart from the facts. */
import { addDays, localDate, type LocalDate, type Recorded } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'
import { type PayerClass, payerClasses, type PayerMix } from './payer-class.js'
import { simulatePayer } from './simulate-payer.js'

/** A world: the facts of every payer, in stream order; and what each truly is, for the scorer alone. @category arbitraries @since 0.1.0 */
export interface PayerWorld {
  readonly from: LocalDate
  readonly lastDay: LocalDate
  readonly accounts: ReadonlyArray<{ readonly customer: string; readonly facts: ReadonlyArray<Recorded<AccountFact>> }>
  readonly truth: ReadonlyMap<string, PayerClass>
}

const firstDay = localDate('2025-01-01')

/**
 * A world from a seed. The classes take turns, so that customers of all of them stand side by side.
 *
 * @law the same seed makes the same world
 * @category arbitraries
 * @since 0.1.0
 */
export const payerWorld = (seed: number, mix: PayerMix): PayerWorld => {
  const left = new Map(payerClasses.map((payerClass) => [payerClass, mix.payers[payerClass]]))
  const truth = new Map<string, PayerClass>()
  const accounts: Array<PayerWorld['accounts'][number]> = []
  while ([...left.values()].some((count) => count > 0))
    for (const payerClass of payerClasses) {
      const count = left.get(payerClass) ?? 0
      if (count <= 0) continue
      left.set(payerClass, count - 1)
      const customer = `K-${String(accounts.length + 1).padStart(5, '0')}`
      truth.set(customer, payerClass)
      const own = (Math.imul(seed, 7919) + Math.imul(accounts.length, 104729)) >>> 0
      accounts.push({ customer, facts: simulatePayer(payerClass, mix, customer, firstDay, own) })
    }
  return { from: firstDay, lastDay: addDays(firstDay, Math.round((mix.months * 365) / 12) - 1), accounts, truth }
}
