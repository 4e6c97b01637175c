/** Proposals of a run as tables for people. */
import type { NoticeDue } from '@quittance/dunning'
import type { CustomerState } from '../dunning/customer-states.js'
import type { AccountProposal } from '../dunning/propose-run.js'
import { type Column, figure, table } from './table.js'

const asks: ReadonlyArray<Column> = [
  { heading: 'Customer' },
  { heading: 'Run day' },
  { heading: 'Level', figures: true },
  { heading: 'Step' },
  { heading: 'By' },
  { heading: 'Item' },
  { heading: 'Due' },
  { heading: 'Days', figures: true },
  { heading: 'Open', figures: true },
  { heading: 'Asked', figures: true },
  { heading: 'Currency' },
  { heading: 'Send by' },
]

const rowsOf = (customer: string, notice: NoticeDue): ReadonlyArray<ReadonlyArray<string>> =>
  notice.lines.map(({ itemId, instalmentNo, dueOn, daysPastDue, openMinor, amountMinor, supersededBy }) => [
    customer,
    notice.on,
    String(notice.level),
    notice.kind,
    notice.channel,
    instalmentNo === 1 ? itemId : `${itemId}/${instalmentNo}`,
    dueOn,
    String(daysPastDue),
    figure(openMinor, notice.currency),
    figure(amountMinor, notice.currency),
    notice.currency,
    supersededBy === undefined ? (notice.sendBy ?? '') : 'a later one asks',
  ])

/** What would be asked for, then what would not, and why. @category model @since 0.1.0 */
export const proposalText = (proposals: ReadonlyArray<AccountProposal>): string => {
  const rows = proposals.flatMap(({ customer, notices }) => notices.flatMap((notice) => rowsOf(customer, notice)))
  const held = proposals.flatMap(({ customer, held: items, skipped }) => [
    ...items.map(({ itemId, reason, until }) => [customer, itemId, reason, until ?? '']),
    ...skipped.map(({ itemId, reason }) => [customer, itemId, reason, '']),
  ])
  const parts = [rows.length === 0 ? 'Nothing to ask for.' : table(asks, rows)]
  if (held.length > 0)
    parts.push(
      'Not asked for, though its step has come:',
      table([{ heading: 'Customer' }, { heading: 'Item' }, { heading: 'Why' }, { heading: 'Until' }], held),
    )
  return parts.join('\n\n')
}

const stateColumns: ReadonlyArray<Column> = [
  { heading: 'Customer' },
  { heading: 'State' },
  { heading: 'Unpaid', figures: true },
  { heading: 'Currency' },
  { heading: 'Items', figures: true },
  { heading: 'Oldest due' },
  { heading: 'Look again' },
]

/** Customers with their states. @category model @since 0.1.0 */
export const statesText = (states: ReadonlyArray<CustomerState>): string =>
  states.length === 0
    ? 'Nobody is in a state.'
    : table(
        stateColumns,
        states.map(({ customer, state, openMinor, currency, itemCount, oldestDueOn, nextOn }) => [
          customer,
          state,
          figure(openMinor, currency),
          currency,
          String(itemCount),
          oldestDueOn,
          nextOn ?? '',
        ]),
      )
