/** What became of a payment, for people. */
import { explainMatch, unappliedMinor } from '@quittance/cash-application'
import { formatMinor, type Recorded } from '@quittance/kernel'
import { describeFact } from '@quittance/projections'
import { type AccountFact, isSuspense, type MatchVerdict } from '@quittance/receivables'
import type { PaymentStory } from '../matching/payment-story.js'
import type { MatchRow } from '../matching/run-match.js'
import { toDoOf, whyOf } from '../matching/words.js'
import { foldLines } from './fold-lines.js'
import { recordedMatchText } from './recorded-match-text.js'
import { shown } from './shown.js'

/** A story, what a dry run says of money that is free, and the checks that were asked for. @category model @since 0.1.0 */
export interface Explained {
  readonly story: PaymentStory
  readonly waiting: MatchRow | undefined
  readonly verdicts: ReadonlyArray<MatchVerdict>
}

/** The whole explanation. @category commands @since 0.1.0 */
export const explainText = (explained: ReadonlyArray<Explained>): string =>
  explained.map((one) => partOf(one).map(hanging).join('\n')).join('\n\n')

/** A line of at most 100 characters; where it goes on, it stands a little further in. */
const hanging = (line: string): string => {
  const [indent = ''] = /^ */.exec(line) ?? []
  const [first = '', ...rest] = foldLines(line.slice(indent.length), 96 - indent.length).split('\n')
  return [indent + first, ...rest.map((more) => `${indent}    ${more}`)].join('\n')
}

const partOf = ({ story, waiting, verdicts }: Explained): ReadonlyArray<string> => [
  headOf(story),
  ...saidOf(story),
  '',
  ...(story.matches.length === 0 ? [withoutMatch(story)] : []),
  ...story.matches.flatMap((matched, at) => [
    ...recordedMatchText(matched),
    ...(verdicts[at] === undefined ? [] : [`  ${verdictText(verdicts[at])}`]),
  ]),
  ...waitingText(story, waiting),
  ...sinceText(story),
]

const amount = (minor: number, currency: string): string => `${formatMinor(minor, currency)} ${currency}`

const headOf = ({ customer, receipt }: PaymentStory): string => {
  const { receiptId, amountMinor, currency, receivedOn, status } = receipt
  const place = isSuspense(customer) ? `waits in ${customer}` : `in the account of ${customer}`
  return `Payment ${receiptId} of ${amount(amountMinor, currency)} on ${receivedOn}, ${place}${status === 'live' ? '' : `, ${status}`}`
}

const saidOf = ({ receipt: { words } }: PaymentStory): ReadonlyArray<string> => {
  const payer = [words.payer?.name, words.payer?.account].filter((part) => part !== undefined).join(', ')
  return [
    ...(payer === '' ? [] : [`  from ${shown(payer)}`]),
    ...(words.remittanceText === undefined ? [] : [`  "${shown(words.remittanceText.replaceAll('\n', ' / '))}"`]),
    ...(words.fullSatisfactionClaimed === undefined
      ? []
      : [`  claims to settle everything: "${words.fullSatisfactionClaimed}"`]),
  ]
}

const withoutMatch = ({ receipt }: PaymentStory): string =>
  receipt.applicationIds.length === 0
    ? 'No rule set has applied it.'
    : 'Applied by hand or by an import: no decision of a rule set is on record.'

const waitingText = ({ receipt }: PaymentStory, row: MatchRow | undefined): ReadonlyArray<string> => {
  if (row === undefined) return []
  const free = `${amount(unappliedMinor(receipt), receipt.currency)} of it is free.`
  const decision = row.proposal.reasoned?.decision
  const asked = `If it were matched today: ${whyOf(row)}`
  const reasons =
    decision === undefined || row.decision === 'unknown-payer'
      ? []
      : explainMatch(row.proposal.payment, row.amount.currency, decision).map((line) => `  ${line}`)
  return [
    free,
    asked,
    ...reasons,
    `To do: ${row.decision === 'apply' ? 'quittance match --post applies it' : toDoOf(row)}`,
  ]
}

const sinceText = ({ facts }: PaymentStory): ReadonlyArray<string> => ['', 'What happened', ...facts.map(stepText)]

const stepText = ({ effectiveOn, actor, fact }: Recorded<AccountFact>): string =>
  `  ${effectiveOn}  ${describeFact(fact as Parameters<typeof describeFact>[0])} (${actor})`

/** Whether a recorded decision stands, in one line. @category commands @since 0.1.0 */
export const verdictText = (verdict: MatchVerdict): string => {
  switch (verdict._tag) {
    case 'Stands':
      return 'checked: the decision stands, byte for byte'
    case 'UnknownRuleSet':
      return `not checked: rule set ${verdict.ruleSet} is not known here; name its file with --rule-set`
    case 'OtherQuestion':
      return 'differs: the account as it stood does not ask what was asked'
    case 'Differs':
      return verdict.now === undefined
        ? 'differs: the rule set applies nothing now'
        : `differs: the rule set now says ${verdict.now.chosen.itemIds.join(' + ')}`
  }
}
