/** Why a payment stands as it does, and what a clerk does next, in a few words each. */
import type {
  MatchAnswer,
  MatchCandidate,
  MatchDecision,
  MatcherAnswer,
  MatchPlan,
  MatchRule,
  NearMiss,
  Suspicion,
} from '@quittance/cash-application'
import { formatMinor } from '@quittance/kernel'
import { describeLedgerFailure } from '../describe-failure.js'
import type { MatchRow } from './run-match.js'

/** Why. @category model @since 0.1.0 */
export const whyOf = (row: MatchRow): string => {
  if (row.failure !== undefined) return describeLedgerFailure(row.failure)
  const { proposal, decision } = row
  switch (decision) {
    case 'unknown-payer':
      return payerUnknown(row)
    case 'already':
      return `in the account of ${row.account} already`
    case 'contended':
      return `${someItems(itemsOf(row))}: another payment of that day wants the same`
    case 'refused':
      return proposal.refusal === undefined ? '' : refusalText(proposal.refusal)
    default:
      return proposal.reasoned === undefined
        ? ''
        : whyAnswered(proposal.reasoned.decision ?? proposal.reasoned.answer, row.amount.currency)
  }
}

const clues = { customer: 'customer', account: 'bank account', remitter: 'id', name: 'name', reference: 'reference' }

const refusalText = (refusal: NonNullable<MatchRow['proposal']['refusal']>): string => {
  switch (refusal._tag) {
    case 'CreditUnused':
      return 'gives more credit than its items take'
    case 'DiscountWithoutCash':
      return `${refusal.itemId}: a discount that no money goes with`
    case 'PennyWithoutItem':
      return 'too much by a little that no item takes'
    default:
      return describeLedgerFailure(refusal)
  }
}

const payerUnknown = ({ payer, payerName, payerAccount, customerGiven }: MatchRow): string => {
  if (payer._tag === 'Known') return `now known by ${clues[payer.by]}: ${payer.customer}`
  if (payer._tag === 'Several')
    return `perhaps ${payer.customers.slice(0, 3).join(', ')}${payer.customers.length > 3 ? ' and others' : ''}, by ${clues[payer.by]}`
  if (customerGiven !== undefined) return `customer ${customerGiven} is not in the ledger`
  const said = payerName ?? payerAccount
  return said === undefined ? 'nobody says who paid' : `"${said}" is no payer that the ledger knows`
}

const whyAnswered = (decision: MatchDecision | MatcherAnswer, currency: string): string => {
  const say = (minor: number): string => `${formatMinor(minor, currency)} ${currency}`
  if (decision._tag === 'Suspect') return `${decision.of.map(suspicion).join('; ')}: paid twice?`
  switch (decision._tag) {
    case 'Apply':
      return 'candidate' in decision
        ? `${reached(decision.candidate)}, ${percent(decision.candidate.posteriorPpm)}`
        : decision.by
    case 'Undecided':
      return `${undecided[decision.because] ?? decision.because}`
    case 'None':
      return 'nearMisses' in decision && decision.nearMisses[0] !== undefined
        ? nearest(decision.nearMisses[0], say)
        : 'nothing that is open makes the amount'
    case 'Ambiguous':
      return ambiguous(decision, say)
  }
}

const suspicion = (one: Suspicion): string =>
  one._tag === 'Duplicate'
    ? `same amount and ${one.same === 'text' ? 'text' : 'bank reference'} as ${one.paymentId}`
    : `names ${one.itemId}, closed${one.closedBy === undefined ? '' : ` by ${one.closedBy}`}`

const undecided: Readonly<Record<string, string>> = {
  budget: 'the search would have cost more than it may',
  range: 'amounts beyond the safe range',
  currency: 'items of several currencies are open',
}

const ambiguous = (
  decision: Extract<MatchAnswer | MatcherAnswer, { readonly _tag: 'Ambiguous' }>,
  say: (minor: number) => string,
): string => {
  const sets =
    'candidates' in decision
      ? decision.candidates.map(({ itemIds }) => itemIds)
      : decision.plans.map(({ lines }) => lines.map(({ itemId }) => itemId))
  const [best = []] = sets
  const near = 'nearMisses' in decision ? decision.nearMisses[0] : undefined
  switch (decision.because) {
    case 'rival':
      return sets
        .slice(0, 2)
        .map((ids) => someItems(ids))
        .join(' or ')
        .concat(sets.length > 2 ? `, or one of ${sets.length - 2} more` : '')
    case 'weak':
      return `perhaps ${someItems(best)}, but chance could have made the amount`
    case 'short-pay':
      return near === undefined ? `names ${someItems(best)}, and a part stays open` : nearest(near, say)
    case 'policy':
      return `${someItems(best)}, but the rule set asks for a person`
    case 'full-satisfaction':
      return 'the payer claims that it settles everything'
    default:
      return decision.because
  }
}

const nearest = ({ plan, why }: NearMiss, say: (minor: number) => string): string => {
  const items = someItems(itemsIn(plan))
  const by = say(Math.abs(why.byMinor))
  if (why._tag === 'DiscountLike') return `${items}, short by ${by}: looks like a discount`
  return `${items}, ${why.byMinor > 0 ? 'short' : 'over'} by ${by}`
}

/** How the set was reached, the way that says most first. */
const ways: ReadonlyArray<readonly [MatchRule, string]> = [
  ['named', 'all that the text names'],
  ['named-part', 'of what the text names'],
  ['named-and-near', 'named, and next to it'],
  ['named-and-more', 'named, and more'],
  ['named-short', 'named, in part'],
  ['single', 'the one item of the amount'],
  ['whole-account', 'all that is open'],
  ['past-due', 'all that is past due'],
  ['oldest', 'the oldest'],
  ['due-window', 'due in a run of days'],
  ['date-window', 'dated in a run of days'],
  ['window-but', 'a run of days but a few'],
  ['all-but', 'all but a few'],
  ['pair', 'two that make the amount'],
  ['three', 'three that make the amount'],
  ['four', 'four that make the amount'],
]

const reached = ({ routes }: MatchCandidate): string =>
  ways.find(([rule]) => routes.some((route) => route.rule === rule))?.[1] ?? routes[0]?.rule ?? 'found'

/** A share for people, rounded down so that only all of it reads 100 %. @category model @since 0.1.0 */
export const percent = (ppm: number): string =>
  `${Math.floor(ppm / 10_000)}.${String(Math.floor((ppm % 10_000) / 100)).padStart(2, '0')} %`

const itemsIn = ({ lines }: MatchPlan): ReadonlyArray<string> => lines.map(({ itemId }) => itemId)

/** The items that a proposal would pay, or the first set that stands for a person to see. @category model @since 0.1.0 */
export const itemsOf = ({ proposal }: MatchRow): ReadonlyArray<string> => {
  const answer = proposal.reasoned?.answer
  return answer?._tag === 'Apply' ? itemsIn(answer.plan) : []
}

/** The first few of several ids. @category model @since 0.1.0 */
export const someItems = (ids: ReadonlyArray<string>, most: number = 3): string =>
  ids.length <= most ? ids.join(' + ') : `${ids.slice(0, most).join(' + ')} and ${ids.length - most} more`

/** What a clerk does next. @category model @since 0.1.0 */
export const toDoOf = (row: MatchRow): string => {
  const { decision, payer, paymentId } = row
  if (row.failure !== undefined) return 'run it again; if it stays, look at the account'
  switch (decision) {
    case 'apply':
      return 'nothing'
    case 'already':
      return 'nothing'
    case 'unknown-payer':
      return `identify ${paymentId} ${payer._tag === 'Known' ? payer.customer : 'CUSTOMER'}`
    case 'suspect':
      return 'ask the payer; refund what came twice'
    case 'contended':
      return 'decide which payment pays which item'
    case 'refused':
      return `look at the account of ${row.account}`
    case 'undecided':
      return 'look by hand: "no other set" is not proved'
    case 'none':
      return 'ask the payer what it is for'
    case 'ambiguous':
      return toDoBecause(row.proposal.reasoned?.answer, paymentId)
  }
}

const toDoBecause = (answer: MatcherAnswer | undefined, paymentId: string): string => {
  if (answer?._tag !== 'Ambiguous') return 'decide'
  switch (answer.because) {
    case 'rival':
      return `choose: apply ${paymentId} ITEM`
    case 'short-pay':
      return 'accept what is missing, or dispute it'
    case 'full-satisfaction':
      return 'read the wording before it is cashed'
    default:
      return `confirm: apply ${paymentId} ITEM, or ask the payer`
  }
}
