/** Clean-ups for people: what is proposed and why, what it leaves, how it is taken back; and what is left, and why. */
import type {
  CashCommand,
  CleanUpAct,
  CleanUpProposal,
  CleanUpRule,
  LeftBecause,
  LeftOver,
} from '@quittance/cash-application'
import { describeLedgerFailure } from '../describe-failure.js'
import type { AccountCleanUp } from '../matching/run-clean-up.js'
import { someItems } from '../matching/words.js'
import { fittedTable } from './fit-columns.js'
import { figure } from './table.js'

/** The report of a run, at most 100 columns wide. @category commands @since 0.1.0 */
export const cleanUpText = (accounts: ReadonlyArray<AccountCleanUp>, isPosted: boolean): string => {
  const count = accounts.reduce((so, { cleanUp }) => so + cleanUp.proposals.length, 0)
  const failed = accounts.filter(({ failure }) => failure !== undefined)
  const head = isPosted ? 'Cleared up' : 'Proposals; nothing is recorded'
  return [
    count === 0 ? 'Nothing to clear up.' : `${head}\n\n${proposalsTable(accounts)}`,
    leftPart(accounts),
    ...failed.map(({ account, failure }) =>
      failure === undefined ? '' : `Account ${account} was left as it is: ${describeLedgerFailure(failure)}`,
    ),
    count === 0 || isPosted ? '' : 'Run it with --post to record this.',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const proposalsTable = (accounts: ReadonlyArray<AccountCleanUp>): string =>
  fittedTable(
    [
      { heading: 'Account', foldAt: 14 },
      { heading: 'Why', foldAt: 20 },
      { heading: 'What' },
      { heading: 'Leaves' },
      { heading: 'Taken back by' },
    ],
    accounts
      .filter(({ failure }) => failure === undefined)
      .flatMap(({ account, currency, cleanUp }) =>
        cleanUp.proposals.map((one) => [
          account,
          reasons[one.rule],
          whatOf(one.act, currency),
          leavesOf(one, currency),
          undoOf(one.undo),
        ]),
      ),
    3,
  )

/** Why, in words. @category model @since 0.1.0 */
export const reasons: Readonly<Record<CleanUpRule, string>> = {
  'reference-and-amount': 'names it, and the amount fits',
  reference: 'names it',
  'relates-to': 'credit issued for it',
  'equal-amount': 'the only equal amount',
  'oldest-first': 'oldest first, as agreed',
  'same-reference': 'same reference, opposite amounts',
  'account-zero': 'the account comes to nothing',
  'small-debit': 'too small to ask for',
  'small-credit': 'too small to keep',
}

const amount = (minor: number, currency: string): string => `${figure(minor, currency)} ${currency}`

const whatOf = (act: CleanUpAct, currency: string): string => {
  switch (act._tag) {
    case 'Allocate':
      return act.pairs
        .slice(0, 3)
        .map(({ creditId, itemId, amountMinor }) => `${amount(amountMinor, currency)} of ${creditId} to ${itemId}`)
        .concat(act.pairs.length > 3 ? [`and ${act.pairs.length - 3} more`] : [])
        .join('; ')
    case 'GiveUp':
      return `write off ${amount(act.amountMinor, currency)} of ${act.itemId}`
    case 'PayBack':
      return `refund ${amount(act.amountMinor, currency)} of ${act.creditId}`
  }
}

const leavesOf = ({ leaves }: CleanUpProposal, currency: string): string => {
  const rest = leaves.filter(({ leftMinor }) => leftMinor !== 0)
  return rest.length === 0
    ? 'nothing'
    : rest.map(({ id, leftMinor }) => `${id}: ${amount(leftMinor, currency)}`).join('; ')
}

const undoOf = (undo: ReadonlyArray<CashCommand>): string =>
  [...new Set(undo.map(({ _tag: tag }) => tag))].map((tag) => undoNames[tag] ?? tag).join(', ')

const undoNames: Readonly<Partial<Record<CashCommand['_tag'], string>>> = {
  Unapply: 'un-applying',
  PlaceOnAccount: 'placing on account',
  ReverseWriteOff: 'reversing the write-off',
  CancelRefund: 'cancelling the refund',
}

const leftPart = (accounts: ReadonlyArray<AccountCleanUp>): string => {
  const left = accounts.flatMap(({ account, currency, cleanUp }) =>
    cleanUp.left
      .filter(({ side, because }) => side === 'credit' || because._tag === 'Ambiguous')
      .map((one) => [account, one.id, leftAmount(one, currency), becauseText(one.because)]),
  )
  if (left.length === 0) return ''
  return `Left as it is\n\n${fittedTable(
    [
      { heading: 'Account', foldAt: 20 },
      { heading: 'What', foldAt: 24 },
      { heading: 'Left', figures: true },
      { heading: 'Why' },
    ],
    left,
    1,
  )}`
}

const leftAmount = ({ side, leftMinor }: LeftOver, currency: string): string =>
  amount(side === 'credit' ? -leftMinor : leftMinor, currency)

/** Why something is left, in words. @category model @since 0.1.0 */
export const becauseText = (because: LeftBecause): string => {
  switch (because._tag) {
    case 'Ambiguous':
      return `fits ${someItems(because.rivals, 4).replaceAll(' + ', ', ')} alike`
    case 'Disputed':
      return 'disputed'
    case 'Promised':
      return `promised, in time until ${because.until}`
    case 'FullSatisfactionClaimed':
      return 'the payer claims that it settles everything'
    case 'TooYoung':
      return `${because.days} days old; cleared from ${because.minDays} days on`
    case 'Carried':
      return 'small, and carried'
    case 'NothingFits':
      return 'nothing fits'
  }
}
