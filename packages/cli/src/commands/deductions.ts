/** `quittance deductions`: what customers hold back, whose turn it is, and who does it without a right. */
import type { Command } from 'commander'
import {
  decodeDeductionPolicy,
  type DeductionPolicy,
  deductionRegister,
  invalidDeductionRates,
  type PointInTime,
  type RegisteredDeduction,
  shippedDeductionPolicy,
} from '@quittance/projections'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { deductionsText, invalidRatesText } from '../output/deductions-text.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { policyOf } from '../read-policy.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface DeductionsOptions extends ReportOptions {
  readonly customer?: string
  readonly all?: boolean
  readonly overdue?: boolean
  readonly rates?: boolean
  readonly policy?: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addDeductions = (program: Command, output: Output): void => {
  withReportOptions(
    program.command('deductions').description('what customers hold back: why, whose turn it is, and by when'),
  )
    .option('--customer <id>', 'of one customer')
    .option('--all', 'those that have ended as well')
    .option('--overdue', 'only where an answer of ours or the money of a refused one is late')
    .option('--rates', 'how much of it is invalid, for each customer, and how much states no reason')
    .option('--policy <file>', 'windows and codes out of a JSON file of your own')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance deductions --as-of 2026-04-30\n  quittance deductions --rates --json\n  quittance deductions --overdue --policy windows.json',
    )
    .action(async (options: DeductionsOptions) => {
      const file = options.policy
      const named = { option: '--policy', what: 'a deduction policy', file }
      const policy = policyOf(named, shippedDeductionPolicy, decodeDeductionPolicy)
      const store = await openStore(options.store, resolveFile, true)
      try {
        const { view } = await loadView(store, options.entity)
        const at = pointOf(view, options)
        const filter = options.customer === undefined ? {} : { customer: options.customer }
        await output.out(`${answer(deductionRegister(view, at, policy, filter), at, policy, options)}\n`)
      } finally {
        await store.close()
      }
    })
}

const answer = (
  register: ReadonlyArray<RegisteredDeduction>,
  at: PointInTime,
  policy: DeductionPolicy,
  { all, overdue, rates, json }: DeductionsOptions,
): string => {
  const named = `${policy.id}@${policy.version}`
  if (rates === true) {
    const rows = invalidDeductionRates(register)
    return json === true ? JSON.stringify({ ...at, policy: named, rates: rows }) : invalidRatesText(rows, at, named)
  }
  const listed = register.filter((one) => (overdue === true ? isOverdue(one) : all === true || isRunning(one)))
  return json === true
    ? JSON.stringify({ ...at, policy: named, deductions: listed.map(({ subject: _, ...one }) => one) })
    : deductionsText(register, listed, at, named)
}

/** Somebody still has to do something: we have to answer, or the customer has to pay what we refused. */
const isRunning = ({ state, openMinor }: RegisteredDeduction): boolean =>
  state === 'pending' || (state === 'rejected' && openMinor > 0)

const isOverdue = (one: RegisteredDeduction): boolean =>
  isRunning(one) && (one.state === 'pending' ? one.deadlines.answer : one.deadlines.repay)?.missed === true
