/** Clearings of an extract: what balances is applied, credit to debit; what does not is reported and never posted. */
import { formatMinor, instantOn, laterOf, money } from '@quittance/kernel'
import type { RowCommand } from '../invoice-commands.js'
import { later } from './document-commands.js'
import type { LedgerDocument, LedgerDocuments } from './ledger-documents.js'
import type { Extract, ReceivableItem } from './model.js'
import { itemsBy } from './trade-commands.js'

/** A clearing that was not posted. @category model @since 0.1.0 */
export interface UnpostedClearing {
  readonly clearingDocument: string
  readonly because: 'unbalanced' | 'several-currencies' | 'across-customers'
  /** By currency, as written. */
  readonly difference: Readonly<Record<string, string>>
  readonly customers: ReadonlyArray<string>
  readonly items: number
  readonly place: number
}

/** Clearings as commands, and those that are not. @category model @since 0.1.0 */
export interface Clearings {
  readonly commands: ReadonlyArray<RowCommand>
  readonly posted: number
  readonly unposted: ReadonlyArray<UnpostedClearing>
}

/** The clearing documents of an extract with their items. @internal */
export const clearingGroups = ({ receivables }: Extract): ReadonlyMap<string, ReadonlyArray<ReceivableItem>> =>
  itemsBy(receivables, ({ clearing }) => clearing?.key)

/** Post what balances: in one currency, and for each customer by itself. @category commands @since 0.1.0 */
export const clearingsOf = (extract: Extract, { ofItem }: LedgerDocuments): Clearings => {
  const commands: Array<RowCommand> = []
  const unposted: Array<UnpostedClearing> = []
  let posted = 0
  for (const items of clearingGroups(extract).values()) {
    const fault = faultOf(items)
    if (fault !== undefined) unposted.push(fault)
    else {
      posted += 1
      for (const own of itemsBy(items, ({ customer }) => customer).values()) commands.push(...applied(own, ofItem))
    }
  }
  return { commands, posted, unposted }
}

const sumBy = (
  items: ReadonlyArray<ReceivableItem>,
  keyOf: (item: ReceivableItem) => string,
): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + item.minor)
  return sums
}

const faultOf = (items: ReadonlyArray<ReceivableItem>): UnpostedClearing | undefined => {
  const byCurrency = sumBy(items, ({ currency }) => currency)
  const isZero = [...byCurrency.values()].every((minor) => minor === 0)
  const byCustomer = sumBy(items, ({ customer, currency }) => `${customer} ${currency}`)
  const because =
    byCurrency.size > 1 && !isZero
      ? 'several-currencies'
      : !isZero
        ? 'unbalanced'
        : [...byCustomer.values()].some((minor) => minor !== 0)
          ? 'across-customers'
          : undefined
  const [first] = items
  if (because === undefined || first === undefined) return undefined
  return {
    clearingDocument: first.clearing?.document ?? '',
    because,
    difference: Object.fromEntries(
      [...byCurrency].map(([currency, minor]) => [currency, formatMinor(minor, currency)]),
    ),
    customers: [...new Set(items.map(({ customer }) => customer))],
    items: items.length,
    place: first.place,
  }
}

interface Part {
  readonly document: LedgerDocument
  readonly item: ReceivableItem
  leftMinor: number
}

/** Credits in the order of their days against debits in the order of theirs. */
const applied = (
  items: ReadonlyArray<ReceivableItem>,
  ofItem: ReadonlyMap<string, LedgerDocument>,
): ReadonlyArray<RowCommand> => {
  const parts = items
    .flatMap((item): ReadonlyArray<Part> => {
      const document = ofItem.get(item.key)
      return document === undefined ? [] : [{ document, item, leftMinor: Math.abs(item.minor) }]
    })
    .sort((a, b) => (a.item.on === b.item.on ? (a.item.key < b.item.key ? -1 : 1) : a.item.on < b.item.on ? -1 : 1))
  const debits = parts.filter(({ item }) => item.minor > 0)
  return parts
    .filter(({ item }) => item.minor < 0)
    .flatMap((credit) => {
      const links = new Map<LedgerDocument, number>()
      for (const debit of debits.filter(({ document }) => document.currency === credit.document.currency)) {
        const minor = Math.min(credit.leftMinor, debit.leftMinor)
        if (minor === 0) continue
        credit.leftMinor -= minor
        debit.leftMinor -= minor
        links.set(debit.document, (links.get(debit.document) ?? 0) + minor)
      }
      return links.size === 0 ? [] : [application(credit, links)]
    })
}

const application = ({ document: credit, item }: Part, links: ReadonlyMap<LedgerDocument, number>): RowCommand => {
  const clearing = item.clearing
  const documents = [credit, ...links.keys()]
  const clearedOn = clearing?.on ?? item.on
  const on = documents.reduce((so, document) => laterOf(so, document.on), clearedOn)
  const id = `${clearing?.document ?? ''}-${credit.id}-${item.item}`
  const lines = [...links].map(([debit, minor]) => ({
    applicationId: `${id}-${debit.id}`,
    itemId: debit.id,
    amount: money(debit.currency, minor),
  }))
  return {
    customer: credit.customer,
    lines: [item.place],
    field: 'clearingAccountingDocument',
    knownAt: documents.reduce((so, { knownAt }) => later(so, knownAt), instantOn(clearedOn, '23:59:59.000')),
    commandId: `sap-clearing:${clearing?.key ?? ''}:${item.key}`,
    command:
      credit.kind === 'receipt'
        ? { _tag: 'ApplyCash', on, receiptId: credit.id, lines }
        : { _tag: 'ApplyCredit', on, creditId: credit.id, lines },
  }
}
