/** An import from file to ledger: read all, plan all, then record; nothing is recorded while anything is wrong. */
import type { HistoryPlan, ImportMeta, Ledger, LedgerFailure } from '@quittance/receivables'
import { formatMinor, type Instant, sha256Hex } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import type { RowCommand } from './invoice-commands.js'
import type { Problem } from './problems.js'
import type { FileCommands } from './read-file.js'

/** What an import did. @category model @since 0.1.0 */
export interface ImportResult {
  readonly rows: number
  readonly accounts: number
  readonly factsRecorded: number
  readonly commandsAccepted: number
  readonly commandsRepeated: number
  readonly invoices: number
  readonly receipts: number
  readonly disputes: number
  /** Rows left out under `--on-error skip`. */
  readonly problems: ReadonlyArray<Problem>
}

/** How to run an import. @category model @since 0.1.0 */
export interface ImportSettings {
  readonly file: string
  readonly text: string
  readonly onError: 'stop' | 'skip'
  readonly importedAt: Instant
  /** Called for each account checked and each recorded; `total` counts both. */
  readonly onProgress: (step: string, done: number, total: number) => Promise<void>
}

interface CustomerCommands {
  readonly customer: string
  readonly commands: ReadonlyArray<RowCommand>
}

/** Plan and record what a file says. @category model @since 0.1.0 */
export const runImport = async (
  ledger: Ledger,
  read: FileCommands,
  settings: ImportSettings,
): Promise<ImportResult | { readonly problems: ReadonlyArray<Problem> }> => {
  if (read.problems.length > 0 && settings.onError === 'stop') return { problems: read.problems }
  const meta: ImportMeta = {
    actor: 'import',
    correlationId: `import:${sha256Hex(settings.text).slice(0, 16)}`,
    importedAt: settings.importedAt,
  }
  const groups = byCustomer(read.commands)
  const plans: Array<HistoryPlan> = []
  const problems = [...read.problems]
  for (const [index, group] of groups.entries()) {
    await settings.onProgress(`${index} of ${groups.length} accounts checked`, index, groups.length * 2)
    const { plan, refused } = await planCustomer(ledger, group, meta, settings)
    problems.push(...refused)
    plans.push(plan)
  }
  if (problems.length > 0 && settings.onError === 'stop') return { problems: inLineOrder(problems) }
  await record(ledger, plans, settings)
  const accepted = plans.flatMap(({ facts }) => facts)
  const count = (type: string): number => accepted.filter((fact) => fact.type === type).length
  return {
    rows: read.rows,
    accounts: groups.length,
    factsRecorded: accepted.length,
    commandsAccepted: plans.reduce((so, plan) => so + plan.accepted, 0),
    commandsRepeated: plans.reduce((so, plan) => so + plan.repeated, 0),
    invoices: count('invoicing.InvoiceIssued'),
    receipts: count('cash-application.ReceiptRecorded'),
    disputes: count('invoicing.DisputeRaised'),
    problems: inLineOrder(problems),
  }
}

const inLineOrder = (problems: ReadonlyArray<Problem>): ReadonlyArray<Problem> =>
  [...problems].sort((a, b) => a.line - b.line)

const byCustomer = (commands: ReadonlyArray<RowCommand>): ReadonlyArray<CustomerCommands> => {
  const groups = new Map<string, Array<RowCommand>>()
  for (const command of commands) {
    const group = groups.get(command.customer)
    if (group === undefined) groups.set(command.customer, [command])
    else group.push(command)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([customer, own]) => ({ customer, commands: own }))
}

/** Under `skip` a row is left out whole: without the steps of refused rows the account is planned again, until all fits. */
const planCustomer = async (
  ledger: Ledger,
  { customer, commands }: CustomerCommands,
  meta: ImportMeta,
  settings: ImportSettings,
): Promise<{ readonly plan: HistoryPlan; readonly refused: ReadonlyArray<Problem> }> => {
  const refused: Array<Problem> = [...(await takenElsewhere(ledger, customer, commands))]
  for (;;) {
    const bad = new Set(refused.map(({ line }) => line))
    const left = commands.filter(({ lines }) => !lines.some((line) => bad.has(line)))
    const planned = await ledger.planHistory(customer, left, meta)
    if (E.isLeft(planned))
      throw new CliFailure(`${settings.file}: account ${customer}: ${describeLedgerFailure(planned.left)}`)
    const plan = planned.right
    refused.push(...plan.refused.flatMap(({ index, failure }) => refusedRows(left[index] as RowCommand, failure)))
    if (plan.refused.length === 0 || settings.onError === 'stop') return { plan, refused }
  }
}

const refusedRows = ({ lines, field, command }: RowCommand, failure: LedgerFailure): ReadonlyArray<Problem> => {
  const open = failure._tag === 'OverApplied' && command._tag === 'ApplyCash' ? command.lines[0] : undefined
  const problem =
    open === undefined || failure._tag !== 'OverApplied'
      ? describeLedgerFailure(failure)
      : `${formatMinor(failure.askedMinor, open.amount.currency)} is more than the ${formatMinor(failure.openMinor, open.amount.currency)} open on ${failure.itemId}`
  return lines.map((line) => ({ line, field, problem }))
}

/** Document numbers are unique across the entity, so a number in another account is found before anything is recorded. */
const takenElsewhere = async (
  ledger: Ledger,
  customer: string,
  commands: ReadonlyArray<RowCommand>,
): Promise<ReadonlyArray<Problem>> => {
  const problems: Array<Problem> = []
  for (const { command, lines, field } of commands) {
    if (command._tag !== 'IssueInvoice') continue
    const holder = await ledger.customerOfDocument(command.documentId)
    if (holder !== undefined && holder !== customer)
      problems.push(
        ...lines.map((line) => ({
          line,
          field,
          problem: `document ${command.documentId} is in the account of ${holder} already`,
        })),
      )
  }
  return problems
}

/** All appends are handed over at once, so that a store may write them as one. */
const record = async (ledger: Ledger, plans: ReadonlyArray<HistoryPlan>, settings: ImportSettings): Promise<void> => {
  let done = 0
  const results = await Promise.all(
    plans.map(async (plan) => {
      const result = await ledger.recordHistory(plan)
      done += 1
      await settings.onProgress(`${done} of ${plans.length} accounts recorded`, plans.length + done, plans.length * 2)
      return { plan, result }
    }),
  )
  const failed = results.flatMap(({ plan, result }) => (E.isLeft(result) ? [{ plan, failure: result.left }] : []))
  const first = failed[0]
  if (first !== undefined)
    throw new CliFailure(
      `${settings.file}: account ${first.plan.customer}: ${describeLedgerFailure(first.failure)}; ` +
        `${results.length - failed.length} of ${results.length} accounts were recorded, and the same import run again records the rest`,
    )
}
