/** `quittance log`: the whole ledger as JSON lines, out and in, byte for byte. */
import type { Command } from 'commander'
import { closeSync, openSync, writeSync } from 'node:fs'
import { type LedgerOptions, resolveFile, withLedgerOptions } from '../options.js'
import type { Output } from '../output/write.js'
import { exportLog } from '../store/export-log.js'
import { importLog } from '../store/import-log.js'
import { openStore } from '../store/open-store.js'

interface ExportOptions extends LedgerOptions {
  readonly withImportedAt?: boolean
}

/** Add the commands. @category commands @since 0.1.0 */
export const addLog = (program: Command, output: Output): void => {
  const log = program.command('log').description('the ledger as a file of JSON lines')
  withLedgerOptions(
    log.command('export').description('write every fact, in order, to a file or to stdout').argument('[file]'),
  )
    .option('--with-imported-at', 'keep the moment at which imported facts came into this copy of the ledger')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance log export ledger.jsonl\n  quittance log export | jq .type | sort | uniq -c',
    )
    .action(async (file: string | undefined, options: ExportOptions) => {
      const store = await openStore(options.store, resolveFile, true)
      try {
        const count = await writeLog(file, output, (write) => exportLog(store, write, options.withImportedAt === true))
        if (file !== undefined) output.err.write(`${file}: ${count} facts written\n`)
      } finally {
        await store.close()
      }
    })
  withLedgerOptions(
    log.command('import').description('read a log into a ledger; facts it has already add nothing').argument('<file>'),
  )
    .addHelpText('after', '\nExample:\n  quittance log import ledger.jsonl --store sqlite:copy.sqlite')
    .action(async (file: string, options: LedgerOptions) => {
      const store = await openStore(options.store, resolveFile, false)
      try {
        const { lines, recorded } = await importLog(store, resolveFile(file))
        const text = recorded === 0 ? `${lines} facts, nothing new` : `${lines} facts, ${recorded} recorded`
        await output.out(options.json === true ? `${JSON.stringify({ lines, recorded })}\n` : `${file}: ${text}\n`)
      } finally {
        await store.close()
      }
    })
}

const writeLog = async (
  file: string | undefined,
  output: Output,
  run: (write: (text: string) => Promise<void>) => Promise<number>,
): Promise<number> => {
  if (file === undefined) return run(output.out)
  const handle = openSync(resolveFile(file), 'w')
  try {
    return await run((text) => {
      writeSync(handle, text)
      return Promise.resolve()
    })
  } finally {
    closeSync(handle)
  }
}
