/** What happened to one case, row by row, as commands on its account. */
import { addDays, type Instant, instantOn, type LocalDate, type Money, money } from '@quittance/kernel'
import type { RecordTouch } from '@quittance/dunning'
import type { AccountCommand } from '@quittance/receivables'
import type { RowCommand } from '../invoice-commands.js'
import type { Problem } from '../problems.js'
import type { LogProfile, LogStep } from './log-profile.js'

/** A row read: what happened to a case, on which day, over how much. @category model @since 0.1.0 */
export interface LogRow {
  readonly line: number
  readonly case: string
  readonly activity: string
  readonly sequence: number
  readonly on: LocalDate
  readonly step: LogStep
  /** Where the step names a column of money. */
  readonly amount?: Money
  readonly attributes?: Readonly<Record<string, string>>
}

/** The commands of a case, or what does not fit together in it. @category model @since 0.1.0 */
export interface CaseCommands {
  readonly commands: ReadonlyArray<RowCommand>
  readonly problems: ReadonlyArray<Problem>
}

interface Owed {
  readonly id: string
  openMinor: number
}

interface Received {
  readonly id: string
  readonly currency: string
  freeMinor: number
}

/** What is known of a case so far. */
interface Case {
  readonly id: string
  currency: string
  claimedMinor: number
  readonly owed: Array<Owed>
  readonly received: Array<Received>
  disputed: boolean
  placed: boolean
}

/**
 * The commands of one case. Money pays what is open in the order in which it was claimed; what is too much waits,
 * and pays what is claimed later. A payment of nothing is no receipt: it is a contact.
 *
 * @param rows - in the order in which they happened
 * @category model
 * @since 0.1.0
 */
export const caseCommands = (rows: ReadonlyArray<LogRow>, { recordedAt }: LogProfile): CaseCommands => {
  const so: Case = {
    id: rows[0]?.case ?? '',
    currency: '',
    claimedMinor: 0,
    owed: [],
    received: [],
    disputed: false,
    placed: false,
  }
  const [commands, problems]: [Array<RowCommand>, Array<Problem>] = [[], []]
  for (const row of rows) {
    const done = actOn(so, row)
    if (typeof done === 'string') {
      problems.push({ line: row.line, field: row.activity, problem: done })
      continue
    }
    const knownAt: Instant = instantOn(row.on, recordedAt.time)
    for (const [index, command] of done.entries())
      commands.push({
        customer: row.case,
        lines: [row.line],
        field: row.activity,
        knownAt,
        commandId: `log:${row.case}:${row.sequence}:${index}`,
        command,
      })
  }
  return { commands, problems }
}

type Acts = ReadonlyArray<AccountCommand> | string

const actOn = (so: Case, row: LogRow): Acts => {
  const { step } = row
  if (step.does !== 'issue' && so.owed.length === 0) return `case ${so.id} has not begun`
  switch (step.does) {
    case 'issue':
      return issue(so, row, step)
    case 'charge':
      return claim(so, row, (row.amount as Money).minor, step.reason)
    case 'raise-to':
      return raiseTo(so, row, step)
    case 'receive':
      return receive(so, row)
    case 'deliver':
      return so.owed.map(({ id }) => deliver(id, row, step.channel))
    case 'dispute':
      return dispute(so, row, step.cause)
    case 'touch':
      return [touch(row, step.channel, step.outcome)]
    case 'place':
      return [place(so, row, step)]
  }
}

const issue = (so: Case, { on, amount, attributes }: LogRow, step: LogStep & { readonly does: 'issue' }): Acts => {
  if (so.owed.length > 0) return `case ${so.id} has begun already`
  const { currency, minor } = amount as Money
  so.claimedMinor = minor
  so.currency = currency
  so.owed.push({ id: so.id, openMinor: minor })
  return [
    {
      _tag: 'IssueInvoice',
      on,
      documentId: so.id,
      currency,
      lines: [{ netMinor: minor }],
      dueOn: addDays(on, step.dueDays),
      ...(attributes === undefined ? {} : { attributes }),
    },
  ]
}

const raiseTo = (so: Case, row: LogRow, { amount: field, reason }: LogStep & { readonly does: 'raise-to' }): Acts => {
  const byMinor = (row.amount as Money).minor - so.claimedMinor
  if (byMinor < 0) return `${field}: the claim cannot fall by being raised`
  so.claimedMinor += byMinor
  return claim(so, row, byMinor, reason)
}

const claim = (so: Case, { on, amount, sequence }: LogRow, minor: number, reason: string): Acts => {
  const { currency } = amount as Money
  const documentId = `${so.id}/${sequence}`
  so.owed.push({ id: documentId, openMinor: minor })
  return [
    {
      _tag: 'IssueDebitNote',
      on,
      documentId,
      currency,
      lines: [{ netMinor: minor }],
      dueOn: on,
      reason,
      precedingId: so.id,
    },
    ...applyAll(so, on, sequence),
  ]
}

const receive = (so: Case, row: LogRow): Acts => {
  const amount = row.amount as Money
  if (amount.minor === 0) return [touch(row, 'letter', 'paid')]
  const receiptId = `${so.id}/${row.sequence}`
  so.received.push({ id: receiptId, currency: amount.currency, freeMinor: amount.minor })
  const record: AccountCommand = { _tag: 'RecordReceipt', on: row.on, receiptId, amount, method: 'other' }
  return [record, ...applyAll(so, row.on, row.sequence)]
}

/** What lies free pays what is open, both in the order in which they came. */
const applyAll = (so: Case, on: LocalDate, sequence: number): ReadonlyArray<AccountCommand> =>
  so.received.flatMap((receipt) => {
    const lines = so.owed.flatMap((owed) => {
      const minor = Math.min(receipt.freeMinor, owed.openMinor)
      if (minor <= 0) return []
      receipt.freeMinor -= minor
      owed.openMinor -= minor
      const applicationId = `${receipt.id}>${owed.id}@${sequence}`
      return [{ applicationId, itemId: owed.id, amount: money(receipt.currency, minor) }]
    })
    return lines.length === 0 ? [] : [{ _tag: 'ApplyCash' as const, on, receiptId: receipt.id, lines }]
  })

/** Whoever delivers a case delivers all that has been claimed in it. */
const deliver = (documentId: string, { on }: LogRow, channel: string): AccountCommand => ({
  _tag: 'RecordDelivery',
  on,
  documentId,
  outcome: { _tag: 'Delivered', channel },
})

/** All that is open goes to the agency. Where nothing is, or it has it already, that somebody turned to it is a contact. */
const place = (so: Case, row: LogRow, { agency, approvedBy }: LogStep & { readonly does: 'place' }): AccountCommand => {
  const open = so.owed.filter(({ openMinor }) => openMinor > 0)
  if (open.length === 0 || so.placed) return { ...touch(row, 'letter', 'sent'), words: `to ${agency}` }
  so.placed = true
  return {
    _tag: 'PlaceWithAgency',
    on: row.on,
    placementId: `${so.id}/${row.sequence}`,
    agency,
    currency: so.currency,
    items: open.map(({ id }) => id),
    approvedBy,
  }
}

/** An item is in dispute once over all that is open of it; whoever objects again says nothing new of the money. */
const dispute = (so: Case, row: LogRow, cause: string): Acts => {
  const open = so.owed.filter(({ openMinor }) => openMinor > 0)
  if (open.length === 0 || so.disputed) return [touch(row, 'letter', 'disputed')]
  so.disputed = true
  return open.map(({ id }) => ({
    _tag: 'RaiseDispute' as const,
    on: row.on,
    disputeId: `${id}!${row.sequence}`,
    documentId: id,
    cause,
    words: row.activity,
  }))
}

const touch = (
  { on, case: customer, sequence }: LogRow,
  channel: (LogStep & { readonly does: 'touch' })['channel'],
  outcome: (LogStep & { readonly does: 'touch' })['outcome'],
): RecordTouch => ({
  _tag: 'RecordTouch',
  on,
  touchId: `${customer}#${sequence}`,
  channel,
  role: 'system',
  outcome,
})
