/** `quittance debtors`: who breaks promises again and again, with the evidence. */
import type { Command } from 'commander'
import {
  decodeDebtorPolicy,
  type DebtorFinding,
  debtorHistory,
  type DebtorPolicy,
  emptyDebtorView,
  habitualDebtorPolicy,
  judgeDebtor,
  latePayerPolicy,
  noteDebtorFact,
  type PayerRecord,
  payerRecords,
  payerProfile,
  payerProfilePolicy,
  distressPolicy,
  type DistressSign,
  signsOfPayer,
  type PointInTime,
} from '@quittance/projections'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync } from 'node:fs'
import { CliFailure } from '../failure.js'
import { parseJson } from '../import/read-json.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { debtorsText, explainedText } from '../output/debtors-text.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface DebtorsOptions extends ReportOptions {
  readonly policy: string
  readonly all?: boolean
  readonly explain?: string
}

const shipped: ReadonlyArray<DebtorPolicy> = [habitualDebtorPolicy, latePayerPolicy]

/** Add the command. @category commands @since 0.1.0 */
export const addDebtors = (program: Command, output: Output): void => {
  withReportOptions(program.command('debtors').description('who breaks promises again and again, with the evidence'))
    .option('--policy <name>', 'habitual-debtor, late-payer, or a JSON file of your own', habitualDebtorPolicy.id)
    .option('--all', 'every customer, also those of whom there is nothing to say')
    .option('--explain <customer>', 'all about one: signals, promises, what was set aside, and every change')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance debtors --as-of 2026-06-30\n  quittance debtors --explain C-17 --json\n  quittance debtors --policy late-payer',
    )
    .action(async (options: DebtorsOptions) => {
      const policy = policyNamed(options.policy)
      const { records, at, signsOf } = await readRecords(options)
      await output.out(
        options.explain === undefined
          ? listed(records, at, policy, options)
          : explained({ records, at, signsOf }, policy, options.explain, options.json === true),
      )
    })
}

interface Payers {
  readonly records: ReadonlyArray<PayerRecord>
  readonly at: PointInTime
  readonly signsOf: (record: PayerRecord) => ReadonlyArray<DistressSign>
}

const readRecords = async (options: DebtorsOptions): Promise<Payers> => {
  const store = await openStore(options.store, resolveFile, true)
  try {
    const notes = emptyDebtorView()
    const { view, entity } = await loadView(store, options.entity, (recorded) => noteDebtorFact(notes, recorded))
    const at = pointOf(view, options)
    const payers = { ...notes, ledger: view }
    return {
      records: payerRecords(payers, at),
      at,
      signsOf: (record) => signsOfPayer(payers, entity, record, at, [], distressPolicy),
    }
  } finally {
    await store.close()
  }
}

const policyNamed = (nameOrFile: string): DebtorPolicy => {
  const known = shipped.find(({ id }) => id === nameOrFile)
  if (known !== undefined) return known
  const file = resolveFile(nameOrFile)
  if (!existsSync(file))
    throw new CliFailure(
      `--policy ${nameOrFile}: no such file; policies that come with the tool: ${shipped.map(({ id }) => id).join(', ')}`,
      2,
    )
  const read = decodeDebtorPolicy(parseJson(nameOrFile, readFileSync(file, 'utf8')))
  if (E.isRight(read)) return read.right
  throw new CliFailure(`${nameOrFile}: not a debtor policy\n  ${read.left.join('\n  ')}`)
}

const ranks = { habitual: 0, 'promise-breaker': 1, none: 2 } as const

const listed = (
  records: ReadonlyArray<PayerRecord>,
  at: PointInTime,
  policy: DebtorPolicy,
  { all, json }: DebtorsOptions,
): string => {
  const findings = records
    .map((record) => judgeDebtor(record, at.asOf, policy))
    .filter(({ level }) => all === true || level !== 'none')
    .toSorted((a, b) => ranks[a.level] - ranks[b.level] || (a.customer < b.customer ? -1 : 1))
  return json === true
    ? `${JSON.stringify({ ...at, policy: `${policy.id}@${policy.version}`, customers: records.length, findings })}\n`
    : `${debtorsText(findings, records.length, at, policy)}\n`
}

const explained = ({ records, at, signsOf }: Payers, policy: DebtorPolicy, customer: string, json: boolean): string => {
  const record = records.find((one) => one.customer === customer)
  if (record === undefined) throw new CliFailure(`no customer ${customer} in the ledger`)
  const finding: DebtorFinding = judgeDebtor(record, at.asOf, policy)
  const changes = debtorHistory(record, at.asOf, policy).map(({ on, from, to }) => ({ on, from, to }))
  const profile = payerProfile(customer, record.items, payerProfilePolicy)
  const signs = signsOf(record)
  return json
    ? `${JSON.stringify({ ...at, finding, changes, profile, signs, promises: record.promises })}\n`
    : `${explainedText({ finding, changes, profile, signs, record })}\n`
}
