/** How a bad name ends: by promises kept. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { ClearingRule } from './policy.js'
import type { SettledPromise } from './record.js'

/**
 * Promises not kept that count no more, by id, with the reason: so many promises were kept in a row since, or none
 * was left unkept for so many days in which at least one was kept. Kept ones are never taken out, so that keeping a
 * promise can only help.
 *
 * @param promises - by the day they were settled, up to the day asked for
 * @category policies
 * @since 0.1.0
 */
export const forgivenPromises = (
  promises: ReadonlyArray<SettledPromise>,
  asOf: LocalDate,
  clearing: ClearingRule | undefined,
): ReadonlyMap<string, string> => {
  const forgiven = new Map<string, string>()
  if (clearing === undefined) return forgiven
  let because: string | undefined
  let keptInARow = 0
  let cleanUntil = asOf
  for (const { promiseId, state, settledOn } of promises.toReversed()) {
    if (state === 'kept') {
      keptInARow += 1
      if (keptInARow >= clearing.keptInARow) because ??= `${clearing.keptInARow} kept in a row since`
      continue
    }
    if (keptInARow > 0 && cleanUntil > addDays(settledOn, clearing.cleanDays))
      because ??= `${clearing.cleanDays} clean days since`
    if (because !== undefined) forgiven.set(promiseId, because)
    keptInARow = 0
    cleanUntil = settledOn
  }
  return forgiven
}
