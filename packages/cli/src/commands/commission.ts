/** `quittance commission`: which sales have earned their commission, and which advances are to be given back. */
import type { Command } from 'commander'
import {
  addCauseFact,
  commissionByRep,
  type CommissionPolicy,
  commissionRegister,
  type CommissionRow,
  decodeCommissionPolicy,
  emptyCauseView,
  type PointInTime,
  rootCauses,
  shippedCommissionPolicy,
} from '@quittance/projections'
import { causeRulesOf } from '../causes/cause-rules-of.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { commissionByRepText, commissionOfRepText } from '../output/commission-text.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { policyOf } from '../read-policy.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface CommissionOptions extends ReportOptions {
  readonly rep?: string
  readonly policy?: string
  readonly rules?: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addCommission = (program: Command, output: Output): void => {
  withReportOptions(
    program
      .command('commission')
      .description('which sales have earned their commission, and which advances are to be given back'),
  )
    .option('--rep <id>', 'every invoice of one sales representative')
    .option('--policy <file>', 'terms out of a JSON file of your own')
    .option('--rules <file>', 'the rule set of causes by which a credit is a fault of the sale')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance commission --as-of 2026-06-30\n  quittance commission --rep ann --policy terms.json --json',
    )
    .action(async (options: CommissionOptions) => {
      const named = { option: '--policy', what: 'a commission policy', file: options.policy }
      const policy = policyOf(named, shippedCommissionPolicy, decodeCommissionPolicy)
      const store = await openStore(options.store, resolveFile, true)
      try {
        const causes = emptyCauseView()
        const { view } = await loadView(store, options.entity, (recorded) => addCauseFact(causes, recorded))
        const at = pointOf(view, options)
        const { rows } = rootCauses({ ledger: view, causes }, at, causeRulesOf(options.rules), { scope: 'all' })
        const register = commissionRegister(view, at, policy, rows)
        await output.out(`${answer(register, at, policy, options)}\n`)
      } finally {
        await store.close()
      }
    })
}

const answer = (
  register: ReadonlyArray<CommissionRow>,
  at: PointInTime,
  { id, version }: CommissionPolicy,
  { rep, json }: CommissionOptions,
): string => {
  const policy = `${id}@${version}`
  if (rep === undefined) {
    const reps = commissionByRep(register)
    return json === true ? JSON.stringify({ ...at, policy, reps }) : commissionByRepText(reps, at, policy)
  }
  const invoices = register.filter(({ salesRepId }) => salesRepId === rep)
  return json === true
    ? JSON.stringify({ ...at, policy, rep, invoices: invoices.map(({ subject: _, ...one }) => one) })
    : commissionOfRepText(invoices, rep, at, policy)
}
