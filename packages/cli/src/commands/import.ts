/** `quittance import`: a file of receivables into the ledger. */
import type { Command } from 'commander'
import { type Instant, keyedGet } from '@quittance/kernel'
import { type Ledger, openLedger, openMinorOf } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { basename } from 'node:path'
import { loadLogProfile, shippedLogProfiles } from '../import/event-log/log-profile.js'
import { readLog } from '../import/event-log/read-log.js'
import { CliFailure } from '../failure.js'
import { describeProblem, type Problem } from '../import/problems.js'
import { loadProfile, shippedProfiles } from '../import/profile.js'
import { type FileCommands, type ImportKind, type InvoiceLookup, readFile } from '../import/read-file.js'
import { readSource } from '../import/read-source.js'
import { type ImportResult, runImport } from '../import/run-import.js'
import type { SettledInvoice } from '../import/settlement-commands.js'
import { disputeIdOf } from '../import/invoice-commands.js'
import { type LedgerOptions, resolveFile, withLedgerOptions } from '../options.js'
import { progressBar } from '../output/progress.js'
import type { Output } from '../output/write.js'
import { openStore } from '../store/open-store.js'

interface ImportOptions extends LedgerOptions {
  readonly profile: string
  readonly onError: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addImport = (program: Command, output: Output): void => {
  withLedgerOptions(
    program
      .command('import')
      .description('bring a file of receivables into the ledger')
      .argument(
        '<kind>',
        'invoices (with the settlements that the profile names), settlements, or log: one row for each event of a case',
      )
      .argument('<file>', 'a CSV file, plain or gzipped'),
  )
    .requiredOption(
      '--profile <name>',
      `how to read the file: ${[...shippedProfiles, ...shippedLogProfiles].join(', ')}, or a JSON file of your own`,
    )
    .option('--on-error <what>', 'stop: record nothing if anything is wrong; skip: leave the wrong rows out', 'stop')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance import invoices receivables.csv --profile ibm-ar --store sqlite:ledger.sqlite\n  quittance import settlements paid.csv --profile my-profile.json --on-error skip',
    )
    .action(async (kind: string, file: string, options: ImportOptions) => {
      if (kind !== 'invoices' && kind !== 'settlements' && kind !== 'log')
        throw new CliFailure(`import ${kind}: the kind is invoices, settlements or log`, 2)
      if (options.onError !== 'stop' && options.onError !== 'skip')
        throw new CliFailure(`--on-error ${options.onError}: stop or skip`, 2)
      const result = await importFile(kind, file, options, output)
      await output.out(options.json === true ? `${JSON.stringify(result)}\n` : `${summary(file, result)}\n`)
    })
}

/** Import one file; throws a failure that names every wrong line when anything is wrong and `stop` is asked. @category commands @since 0.1.0 */
export const importFile = async (
  kind: ImportKind | 'log',
  file: string,
  options: ImportOptions,
  output: Output,
): Promise<ImportResult> => {
  const path = resolveFile(file)
  const reading = kind === 'log' ? readingOfLog(options.profile) : readingOf(kind, options.profile)
  const text = readSource(file, path)
  const store = await openStore(options.store, resolveFile, false)
  const bar = progressBar(`Importing ${basename(file)}`, output.err)
  try {
    const clock = (): Instant => new Date().toISOString() as Instant
    const ledger = openLedger({ store, entity: options.entity ?? reading.entity, clock, cachedAccounts: 100_000 })
    const read = await reading.read(file, text, ledger)
    const onError = options.onError === 'skip' ? 'skip' : 'stop'
    const result = await runImport(ledger, read, { file, text, onError, importedAt: clock(), onProgress: bar.at })
    if (!('rows' in result)) throw new CliFailure(`${problemLines(file, result.problems)}\nNothing was recorded.`)
    bar.end(`${result.factsRecorded} facts recorded`)
    if (result.problems.length > 0) output.err.write(`${problemLines(file, result.problems)}\n`)
    return result
  } finally {
    bar.drop()
    await store.close()
  }
}

/** How a kind of file is read, and the entity that its profile names. */
interface Reading {
  readonly entity: string
  readonly read: (file: string, text: string, ledger: Ledger) => Promise<FileCommands>
}

const readingOf = (kind: ImportKind, name: string): Reading => {
  const profile = loadProfile(name, resolveFile)
  return {
    entity: profile.entity,
    read: (file, text, ledger) => readFile(kind, file, text, profile, invoiceLookup(ledger)),
  }
}

const readingOfLog = (name: string): Reading => {
  const profile = loadLogProfile(name, resolveFile)
  return { entity: profile.entity, read: (file, text) => Promise.resolve(readLog(file, text, profile)) }
}

const problemLines = (file: string, problems: ReadonlyArray<Problem>): string =>
  problems.map((problem) => describeProblem(file, problem)).join('\n')

const invoiceLookup =
  (ledger: Ledger): InvoiceLookup =>
  async (numbers) => {
    const found = new Map<string, SettledInvoice>()
    for (const number of numbers) {
      const customer = await ledger.customerOfDocument(number)
      if (customer === undefined) continue
      const account = await ledger.account(customer)
      if (E.isLeft(account)) continue
      const { state } = account.right
      const document = keyedGet(state.invoicing.documents, number)
      if (document === undefined) continue
      found.set(number, {
        customer,
        currency: document.currency,
        issuedOn: document.issuedOn,
        openMinor: openMinorOf(state, number),
        disputed: keyedGet(state.invoicing.openDisputes, disputeIdOf(number)) !== undefined,
      })
    }
    return found
  }

const summary = (file: string, result: ImportResult): string => {
  const { rows, invoices, receipts, disputes, accounts, factsRecorded, commandsRepeated, problems } = result
  const left = problems.length === 0 ? '' : ` ${new Set(problems.map(({ line }) => line)).size} rows were left out.`
  if (factsRecorded === 0) return `${file}: ${rows} rows, nothing new: all of it is in the ledger already.${left}`
  const again = commandsRepeated === 0 ? '' : ` ${commandsRepeated} steps were there already.`
  return `${file}: ${rows} rows: ${invoices} invoices, ${receipts} receipts and ${disputes} disputes in ${accounts} accounts, ${factsRecorded} facts recorded.${again}${left}`
}
