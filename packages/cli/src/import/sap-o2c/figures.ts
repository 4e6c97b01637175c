/** The counts and sums of an extract, by which it can be compared with where it came from. */
import { formatMinor } from '@quittance/kernel'
import { clearingGroups } from './clearings.js'
import type { Extract } from './model.js'
import type { ExtractTables } from './read-rows.js'

/** A sum as written; of several currencies, each by itself. @category model @since 0.1.0 */
export type Sum = string | Readonly<Record<string, string>>

/** What an extract holds. @category model @since 0.1.0 */
export interface ExtractFigures {
  readonly rows: Readonly<Record<string, number>>
  readonly billingNet: Sum
  readonly cancelledFlag: number
  readonly arItems: number
  readonly arSum: Sum
  readonly arNegative: number
  readonly arUncleared: number
  readonly paymentRows: number
  readonly clearingDocuments: number
  readonly clearingDocumentsSumZero: number
  readonly clearingDocumentSizes: Readonly<Record<string, number>>
}

/** Count and add up. @category model @since 0.1.0 */
export const extractFigures = (tables: ExtractTables['tables'], extract: Extract): ExtractFigures => {
  const clearings = [...clearingGroups(extract).values()]
  const sizes = new Map<number, number>()
  for (const { length } of clearings) sizes.set(length, (sizes.get(length) ?? 0) + 1)
  const { receivables } = extract
  const billing = [...extract.billing.values()]
  return {
    rows: Object.fromEntries([...tables].map(([table, rows]) => [table, rows.length])),
    billingNet: sumOf(billing.map(({ currency, netMinor }) => ({ currency, minor: netMinor }))),
    cancelledFlag: billing.filter(({ isCancelled }) => isCancelled).length,
    arItems: receivables.length,
    arSum: sumOf(receivables),
    arNegative: receivables.filter(({ minor }) => minor < 0).length,
    arUncleared: receivables.filter(({ clearing }) => clearing === undefined).length,
    paymentRows: tables.get('payments_accounts_receivable')?.length ?? 0,
    clearingDocuments: clearings.length,
    clearingDocumentsSumZero: clearings.filter((items) => isZero(items)).length,
    clearingDocumentSizes: Object.fromEntries([...sizes].sort(([a], [b]) => a - b)),
  }
}

interface Amount {
  readonly currency: string
  readonly minor: number
}

const sums = (amounts: ReadonlyArray<Amount>): ReadonlyMap<string, number> => {
  const by = new Map<string, number>()
  for (const { currency, minor } of amounts) by.set(currency, (by.get(currency) ?? 0) + minor)
  return by
}

const isZero = (amounts: ReadonlyArray<Amount>): boolean => [...sums(amounts).values()].every((minor) => minor === 0)

const sumOf = (amounts: ReadonlyArray<Amount>): Sum => {
  const written = [...sums(amounts)].map(([currency, minor]) => [currency, formatMinor(minor, currency)] as const)
  const [first, ...others] = written
  return first === undefined ? '0' : others.length === 0 ? first[1] : Object.fromEntries(written)
}
