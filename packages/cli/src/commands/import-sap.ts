/** `quittance import-sap-o2c`: an order-to-cash extract of SAP into the ledger. */
import type { Instant } from '@quittance/kernel'
import { openLedger } from '@quittance/receivables'
import type { Command } from 'commander'
import { basename } from 'node:path'
import { CliFailure } from '../failure.js'
import { describeProblem } from '../import/problems.js'
import type { Sum } from '../import/sap-o2c/figures.js'
import { type ExtractImport, importExtract } from '../import/sap-o2c/import-extract.js'
import { type ExtractProblem, readTables } from '../import/sap-o2c/read-rows.js'
import { type LedgerOptions, resolveFile, withLedgerOptions } from '../options.js'
import { progressBar } from '../output/progress.js'
import type { Output } from '../output/write.js'
import { openStore } from '../store/open-store.js'

interface ImportSapOptions extends LedgerOptions {
  readonly onError: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addImportSap = (program: Command, output: Output): void => {
  withLedgerOptions(
    program
      .command('import-sap-o2c')
      .description('bring an order-to-cash extract of SAP into the ledger: orders, deliveries, billing, clearings')
      .argument('<folder>', 'a folder with a file of JSON lines for each table, plain or gzipped'),
  )
    .option('--on-error <what>', 'stop: record nothing if anything is wrong; skip: leave the wrong rows out', 'stop')
    .addHelpText('after', '\nExample:\n  quittance import-sap-o2c extract --store sqlite:ledger.sqlite')
    .action(async (folder: string, options: ImportSapOptions) => {
      if (options.onError !== 'stop' && options.onError !== 'skip')
        throw new CliFailure(`--on-error ${options.onError}: stop or skip`, 2)
      const result = await importFolder(folder, options.onError, options, output)
      await output.out(options.json === true ? `${JSON.stringify(result)}\n` : `${summary(folder, result)}\n`)
    })
}

const importFolder = async (
  folder: string,
  onError: 'stop' | 'skip',
  options: ImportSapOptions,
  output: Output,
): Promise<ExtractImport> => {
  const read = await readTables(folder, resolveFile(folder))
  const store = await openStore(options.store, resolveFile, false)
  const bar = progressBar(`Importing ${basename(folder)}`, output.err)
  try {
    const clock = (): Instant => new Date().toISOString() as Instant
    const ledger = openLedger({ store, entity: options.entity ?? 'sap', clock, cachedAccounts: 100_000 })
    const result = await importExtract(ledger, read, { folder, onError, importedAt: clock(), onProgress: bar.at })
    if (!('figures' in result)) throw new CliFailure(`${problemLines(folder, result.problems)}\nNothing was recorded.`)
    bar.end(`${result.factsRecorded} facts recorded`)
    const told = [...result.problems, ...result.reported, ...result.unposted]
    if (told.length > 0 && options.json !== true) output.err.write(`${problemLines(folder, told)}\n`)
    return result
  } finally {
    bar.drop()
    await store.close()
  }
}

const most = 200

const problemLines = (folder: string, problems: ReadonlyArray<ExtractProblem>): string =>
  [
    ...problems.slice(0, most).map((problem) => describeProblem(`${folder}/${problem.file}`, problem)),
    ...(problems.length > most ? [`… and ${problems.length - most} more`] : []),
  ].join('\n')

const summary = (folder: string, result: ExtractImport): string => {
  const { figures, imported, unposted, problems } = result
  const rows = Object.entries(figures.rows).map(([table, count]) => `  ${table} ${count}`)
  const sizes = Object.entries(figures.clearingDocumentSizes).map(([size, count]) => `${count} of ${size}`)
  return [
    `${folder}: ${Object.values(figures.rows).reduce((so, count) => so + count, 0)} rows in ${rows.length} tables`,
    ...rows,
    `Billing documents over ${written(figures.billingNet)} net, ${figures.cancelledFlag} of them cancelled`,
    `Items of accounts receivable: ${figures.arItems}, sum ${written(figures.arSum)}, ${figures.arNegative} below zero, ${figures.arUncleared} not cleared`,
    `Clearing documents: ${figures.clearingDocuments} (${sizes.join(', ') || 'none'}), ${figures.clearingDocumentsSumZero} sum to zero; rows of payments: ${figures.paymentRows}`,
    `Recorded: ${imported.orders} orders, ${imported.deliveries} deliveries, ${imported.invoices} invoices, ${imported.creditNotes} credit notes, ${imported.receipts} receipts, ${imported.clearings} clearings in ${result.accounts} accounts, ${result.factsRecorded} facts${result.commandsRepeated === 0 ? '' : `; ${result.commandsRepeated} steps were there already`}`,
    ...(unposted.length === 0 ? [] : [`${unposted.length} clearings do not balance and were not posted`]),
    ...(problems.length === 0 ? [] : [`${problems.length} problems: their rows were left out`]),
  ].join('\n')
}

const written = (sum: Sum): string =>
  typeof sum === 'string'
    ? sum
    : Object.entries(sum)
        .map(([currency, own]) => `${own} ${currency}`)
        .join(', ')
