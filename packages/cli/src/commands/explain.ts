/** `quittance explain`: what became of a payment, and why. */
import type { Command } from 'commander'
import { unappliedMinor } from '@quittance/cash-application'
import { isSuspense, type MatchVerdict, verifyRecordedMatch } from '@quittance/receivables'
import { CliFailure } from '../failure.js'
import { atDesk, type Desk } from '../matching/desk.js'
import { paymentStory, type PaymentStory } from '../matching/payment-story.js'
import { registryWith, ruleSetNamed, usualRuleSet } from '../matching/rule-set.js'
import { matchWaiting, type MatchRow } from '../matching/run-match.js'
import { toDoOf, whyOf } from '../matching/words.js'
import { type LedgerOptions, withLedgerOptions } from '../options.js'
import { type Explained, explainText, verdictText } from '../output/explain-text.js'
import type { Output } from '../output/write.js'

interface ExplainOptions extends LedgerOptions {
  readonly ruleSet?: string
  readonly verify?: boolean
}

/** Add the command. @category commands @since 0.1.0 */
export const addExplain = (program: Command, output: Output): void => {
  withLedgerOptions(
    program
      .command('explain')
      .description('what became of a payment: the decision with its terms, its rivals, and what happened since')
      .argument('<payment>', "the payment's id"),
  )
    .option(
      '--rule-set <name>',
      'a rule set by name or file: for money that is free, and known to --verify',
      usualRuleSet,
    )
    .option('--verify', 'decide again what was decided, from the account as it stood; exit code 1 if it differs')
    .addHelpText('after', '\nExamples:\n  quittance explain IBM-P00001\n  quittance explain IBM-P00001 --verify --json')
    .action(async (paymentId: string, options: ExplainOptions) => {
      const explained = await atDesk(options, (desk) => explain(desk, paymentId, options))
      await output.out(options.json === true ? `${explainJson(explained)}\n` : `${explainText(explained)}\n`)
      const fallen = explained.flatMap(({ verdicts }) => verdicts).filter(({ _tag }) => _tag !== 'Stands')
      if (fallen[0] !== undefined) throw new CliFailure(`payment ${paymentId}: ${verdictText(fallen[0])}`)
    })
}

const explain = async (
  desk: Desk,
  paymentId: string,
  { ruleSet, verify }: ExplainOptions,
): Promise<ReadonlyArray<Explained>> => {
  const stories = await paymentStory(desk, paymentId)
  const registry = registryWith(ruleSet === usualRuleSet ? undefined : ruleSet)
  const waiting = await waitingRows(desk, stories, ruleSet ?? usualRuleSet)
  return stories.map((story) => ({
    story,
    waiting: waiting.get(story.receipt.receiptId),
    verdicts:
      verify === true
        ? story.matches.map((matched): MatchVerdict => verifyRecordedMatch(story.history, matched, registry))
        : [],
  }))
}

const waitingRows = async (
  desk: Desk,
  stories: ReadonlyArray<PaymentStory>,
  ruleSet: string,
): Promise<ReadonlyMap<string, MatchRow>> => {
  const free = stories.filter(({ receipt }) => receipt.status === 'live' && unappliedMinor(receipt) > 0)
  if (free.length === 0) return new Map()
  const { latestOn } = desk.view
  const rows = await matchWaiting(
    desk,
    {
      matcher: ruleSetNamed(ruleSet),
      ...(latestOn === undefined ? {} : { on: latestOn }),
      onProgress: () => Promise.resolve(),
    },
    new Set(free.map(({ customer }) => customer)),
  )
  return new Map(rows.map((row) => [row.paymentId, row]))
}

const explainJson = (explained: ReadonlyArray<Explained>): string =>
  JSON.stringify(
    explained.map(({ story, waiting, verdicts }) => ({
      payment: story.receipt.receiptId,
      account: story.customer,
      isSuspense: isSuspense(story.customer),
      on: story.receipt.receivedOn,
      amountMinor: story.receipt.amountMinor,
      currency: story.receipt.currency,
      status: story.receipt.status,
      freeMinor: unappliedMinor(story.receipt),
      matches: story.matches.map(({ _tag, ...matched }, at) => ({ ...matched, verdict: verdicts[at] ?? null })),
      waiting:
        waiting === undefined ? null : { decision: waiting.decision, why: whyOf(waiting), toDo: toDoOf(waiting) },
      facts: story.facts.map(({ id, revision, effectiveOn, recordedAt, actor, fact }) => ({
        id,
        revision,
        effectiveOn,
        recordedAt,
        actor,
        fact: fact._tag,
      })),
    })),
  )
