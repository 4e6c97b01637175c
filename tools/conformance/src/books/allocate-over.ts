/** One allocation over several payments and items: as a whole or not at all. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { AccountCommand } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { applyCommand, freeMinor } from './applying.js'
import { openOf } from './balances.js'
import type { Books } from './books.js'

/** From which sources to which items, each in order. */
export interface Allocation {
  readonly from: ReadonlyArray<string>
  readonly to: ReadonlyArray<string>
}

/**
 * What each source that was used gave, or nothing where the account refuses a part of it. Without an amount, as
 * much as there is money for and something open.
 */
export const allocateOver = (
  books: Books,
  { from, to }: Allocation,
  askedMinor: number | undefined,
  currency: CurrencyCode,
  on: LocalDate,
): ReadonlyArray<number> | undefined => {
  const openMinor = to.reduce((so, id) => so + openOf(books, id), 0)
  const freeInAllMinor = from.reduce((so, id) => so + freeMinor(books, id), 0)
  const amountMinor = askedMinor ?? Math.min(openMinor, freeInAllMinor)
  const [only] = from
  const shares =
    from.length === 1 && only !== undefined ? [[only, amountMinor] as const] : takeInOrder(books, from, amountMinor)
  if (shares.length === 0) return undefined
  const copy = books.copy()
  const commands: Array<AccountCommand> = []
  for (const [source, minor] of shares)
    for (const [item, part] of spread(copy, to, minor)) {
      const command = applyCommand(copy, source, item, part, currency, on)
      if (E.isLeft(copy.attempt([command]))) return undefined
      commands.push(command)
    }
  books.attempt(commands)
  return shares.map(([, minor]) => minor)
}

/** Payments in order until so much is taken; the last one with money is asked for all that is then missing. */
const takeInOrder = (
  books: Books,
  paymentIds: ReadonlyArray<string>,
  amountMinor: number,
): ReadonlyArray<readonly [string, number]> => {
  const withMoney = paymentIds.filter((id) => freeMinor(books, id) > 0)
  let leftMinor = amountMinor
  return withMoney.flatMap((id, index): ReadonlyArray<readonly [string, number]> => {
    if (leftMinor <= 0) return []
    const isLast = index === withMoney.length - 1
    const useMinor = isLast ? leftMinor : Math.min(leftMinor, freeMinor(books, id))
    leftMinor -= useMinor
    return [[id, useMinor]]
  })
}

/** So much over items in order; the last one with something open is asked for all that is then left. */
const spread = (
  books: Books,
  itemIds: ReadonlyArray<string>,
  minor: number,
): ReadonlyArray<readonly [string, number]> => {
  const open = itemIds.length === 1 ? itemIds : itemIds.filter((id) => openOf(books, id) > 0)
  let leftMinor = minor
  return open.flatMap((id, index): ReadonlyArray<readonly [string, number]> => {
    const useMinor = index === open.length - 1 ? leftMinor : Math.min(leftMinor, openOf(books, id))
    leftMinor -= useMinor
    return useMinor === 0 ? [] : [[id, useMinor]]
  })
}
