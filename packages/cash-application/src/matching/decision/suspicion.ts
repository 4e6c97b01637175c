/**
 * Whether a payment seems to have come before: the same amount with the same reference or text, or a text that
 * names an item which an earlier payment closed. Suspect payments are shown to a person, never dropped.
 */
import { addDays, daysBetween, type LocalDate } from '@quittance/kernel'
import { addIdentifiers, emptyIdentifierIndex, type IdentifierIndex } from '../remittance/identifier-index.js'
import type { Mention } from '../remittance/mention.js'
import { mentionsIn } from '../remittance/scan.js'
import type { EvidenceRuleSet, MatchAnswer, MatchPayment, Suspicion } from './model.js'
import { gainOf, type TextEvidence } from './text-evidence.js'

/** An item of the account that is no longer open. @category model @since 0.1.0 */
export interface ClosedItem {
  readonly itemId: string
  readonly closedOn: LocalDate
  readonly identifiers: ReadonlyArray<string>
  /** The payment that closed it, where one did. */
  readonly closedBy?: string
}

/** What happened on the account before: payments that came in, whatever became of them, and items that were closed. @category model @since 0.1.0 */
export interface MatchHistory {
  readonly payments: ReadonlyArray<MatchPayment>
  readonly closed: ReadonlyArray<ClosedItem>
}

/** A history made ready to be asked. @category model @since 0.1.0 */
export interface PreparedHistory {
  readonly byAmount: ReadonlyMap<number, ReadonlyArray<MatchPayment>>
  readonly closedById: ReadonlyMap<string, ClosedItem>
  readonly closedIndex: IdentifierIndex
}

/** Make a history ready; order makes no difference. @category policies @since 0.1.0 */
export const prepareHistory = ({ payments, closed }: MatchHistory): PreparedHistory => {
  const byAmount = new Map<number, Array<MatchPayment>>()
  for (const payment of [...payments].sort(byDayThenId)) {
    const known = byAmount.get(payment.amountMinor)
    if (known === undefined) byAmount.set(payment.amountMinor, [payment])
    else known.push(payment)
  }
  const closedIndex = emptyIdentifierIndex()
  for (const { itemId, identifiers } of closed) addIdentifiers(closedIndex, itemId, identifiers)
  return { byAmount, closedById: new Map(closed.map((one) => [one.itemId, one])), closedIndex }
}

/**
 * What speaks for a payment having come before; nothing in most cases. Of two payments the later one is suspect: by
 * value date, and by id on one day.
 *
 * @internal
 */
export const suspicionsOf = (
  payment: MatchPayment,
  text: TextEvidence,
  answer: MatchAnswer,
  { history, ruleSet }: { readonly history: PreparedHistory; readonly ruleSet: EvidenceRuleSet },
): ReadonlyArray<Suspicion> => [
  ...duplicates(payment, history, ruleSet),
  ...(rests(answer, text) ? [] : closedItems(payment, text, history, ruleSet)),
]

/** A text that names what is open and paid is no question, even if it speaks of older items too. */
const rests = (answer: MatchAnswer, { mentions }: TextEvidence): boolean =>
  answer._tag === 'Apply' && mentions.length > 0 && answer.candidate.terms.some(({ what }) => what.endsWith(' named'))

const duplicates = (
  payment: MatchPayment,
  { byAmount }: PreparedHistory,
  { suspicion: { duplicateDays } }: EvidenceRuleSet,
): ReadonlyArray<Suspicion> =>
  (byAmount.get(payment.amountMinor) ?? []).flatMap((earlier): ReadonlyArray<Suspicion> => {
    if (byDayThenId(earlier, payment) >= 0) return []
    if (daysBetween(earlier.receivedOn, payment.receivedOn) > duplicateDays) return []
    if (differs(earlier.payerKey, payment.payerKey) || differs(earlier.currency, payment.currency)) return []
    const same = sameness(earlier, payment)
    return same === undefined ? [] : [{ _tag: 'Duplicate', paymentId: earlier.paymentId, same }]
  })

const differs = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other

const sameness = (one: MatchPayment, other: MatchPayment): 'bank-reference' | 'text' | undefined => {
  if (one.bankReference !== undefined && one.bankReference === other.bankReference) return 'bank-reference'
  // Words alone, such as "payment", stand on many; a text with a number in it belongs to one.
  return /\d/.test(one.text) && plain(one.text) === plain(other.text) ? 'text' : undefined
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toUpperCase()

/** Six bits: a number that is less telling may just happen to be there. */
const tellingGain = 600

/** In full, and not a short bare number that may mean anything. */
const isTelling = (mention: Mention, ruleSet: EvidenceRuleSet): boolean => {
  if (mention.how === 'structured' || (mention.how === 'exact' && /\p{L}/u.test(mention.raw))) return true
  const inFull = mention.how === 'exact' || mention.how === 'digits'
  return inFull && gainOf(mention, 1, ruleSet) >= tellingGain
}

const closedItems = (
  { text, receivedOn }: MatchPayment,
  { spans }: TextEvidence,
  { closedById, closedIndex }: PreparedHistory,
  ruleSet: EvidenceRuleSet,
): ReadonlyArray<Suspicion> => {
  if (closedById.size === 0) return []
  const named = mentionsIn(text, closedIndex)
    .mentions.filter((mention) => isTelling(mention, ruleSet))
    .filter(({ span }) => !spans.some(({ start, end }) => start < span.end && span.start < end))
    .flatMap(({ candidates }) => candidates)
  return [...new Set(named)].sort().flatMap((itemId): ReadonlyArray<Suspicion> => {
    const { closedOn, closedBy } = closedById.get(itemId) as ClosedItem
    if (receivedOn < closedOn || receivedOn > addDays(closedOn, ruleSet.suspicion.closedDays)) return []
    return [{ _tag: 'ClosedItem', itemId, ...(closedBy === undefined ? {} : { closedBy }) }]
  })
}

const byDayThenId = (a: MatchPayment, b: MatchPayment): number =>
  compare(a.receivedOn, b.receivedOn) || compare(a.paymentId, b.paymentId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
