/** A ladder beside what was charged: a step that left no notice on record, but a debit note. */
import {
  type HoldReason,
  type ItemLadder,
  type NoticeDue,
  proposeNotices,
  questionOn,
  type SkippedItem,
} from '@quittance/dunning'
import { type LocalDate } from '@quittance/kernel'
import { type AskPair, type DatedAsk, pairAsks } from '@quittance/projections'
import { accountKnownBy, type AccountFact, type RunsAt } from '@quittance/receivables'
import type { AccountHistories } from './account-histories.js'
import { type DaySpan, replayedNotices } from './notices-of-histories.js'

/** Why a ladder asks for nothing of a case on a day. @category model @since 0.1.0 */
export type WhyNotAsked =
  | 'nothing-claimed'
  | 'nothing-open'
  | 'other-ladder'
  | 'asked-before'
  | 'step-to-come'
  | SkippedItem['reason']
  | HoldReason

/** A charge that a ladder would not have made. @category model @since 0.1.0 */
export interface UnaskedCharge {
  readonly customer: string
  readonly itemId: string
  readonly againstOn: LocalDate
  readonly because: WhyNotAsked
}

/** A ladder beside recorded charges: each case of one is in exactly one list. @category projections @since 0.1.0 */
export interface ChargeDifference {
  readonly proposed: number
  readonly recorded: number
  /** On the very day. */
  readonly equal: number
  readonly otherDay: ReadonlyArray<AskPair>
  readonly onlyProposed: ReadonlyArray<AskPair>
  readonly onlyRecorded: ReadonlyArray<UnaskedCharge>
}

/**
 * The notices of a ladder beside the debit notes of a reason, case by case and to the day. A case is an invoice with
 * all that was charged on it later. One that is on record and was not proposed is told with the reason: how the
 * case stood on that day, the charge itself left aside.
 *
 * @category projections
 * @since 0.1.0
 */
export const chargeDifference = (
  histories: AccountHistories,
  ladder: ItemLadder,
  reason: string,
  span: DaySpan,
): ChargeDifference => {
  const replayed = replayedNotices(histories, ladder, span)
  const [proposed, recorded]: [Array<DatedAsk>, Array<DatedAsk>] = [[], []]
  for (const [customer, facts] of histories.accounts) {
    const papers = papersOf(facts, reason)
    for (const { on, lines } of replayed.get(customer) ?? [])
      for (const itemId of new Set(lines.map((line) => caseOf(papers, line.itemId))))
        proposed.push({ customer, itemId, on })
    for (const { documentId, on, voided } of papers.charges)
      if (!voided && on >= span.from && on <= span.to)
        recorded.push({ customer, itemId: caseOf(papers, documentId), on })
  }
  const pairs = pairAsks(proposed, recorded)
  return {
    proposed: proposed.length,
    recorded: recorded.length,
    equal: pairs.filter(({ days }) => days === 0).length,
    otherDay: pairs.filter(({ days }) => days !== undefined && days !== 0),
    onlyProposed: pairs.filter(({ againstOn }) => againstOn === undefined),
    onlyRecorded: pairs.flatMap(({ customer, itemId, on, againstOn }) => {
      if (on !== undefined || againstOn === undefined) return []
      const facts = histories.accounts.get(customer) ?? []
      const notices = replayed.get(customer) ?? []
      const asked = { facts, notices, ladder, papers: papersOf(facts, reason), runsAt: span.runsAt }
      return [{ customer, itemId, againstOn, because: whyNotAsked(asked, itemId, againstOn) }]
    }),
  }
}

interface Charge {
  readonly documentId: string
  readonly on: LocalDate
  readonly voided: boolean
}

/** What an account's documents say of which belongs to which. */
interface Papers {
  readonly preceding: ReadonlyMap<string, string>
  readonly charges: ReadonlyArray<Charge>
}

const papersOf = (facts: ReadonlyArray<AccountFact>, reason: string): Papers => {
  const voided = new Set(facts.flatMap((fact) => (fact._tag === 'InvoiceVoided' ? [fact.documentId] : [])))
  const notes = facts.flatMap((fact) => (fact._tag === 'DebitNoteIssued' ? [fact] : []))
  return {
    preceding: new Map(
      notes.flatMap(({ documentId, precedingId }) => (precedingId === undefined ? [] : [[documentId, precedingId]])),
    ),
    charges: notes
      .filter((note) => note.reason === reason)
      .map(({ documentId, on }) => ({ documentId, on, voided: voided.has(documentId) })),
  }
}

/** The document that a document goes back to. */
const caseOf = ({ preceding }: Papers, itemId: string): string => {
  const seen = new Set([itemId])
  let first = itemId
  for (let next = preceding.get(first); next !== undefined && !seen.has(next); next = preceding.get(first)) {
    first = next
    seen.add(next)
  }
  return first
}

interface Asked {
  readonly facts: ReadonlyArray<AccountFact>
  readonly notices: ReadonlyArray<NoticeDue>
  readonly ladder: ItemLadder
  readonly papers: Papers
  readonly runsAt: RunsAt
}

const whyNotAsked = ({ facts, notices, ladder, papers, runsAt }: Asked, itemId: string, on: LocalDate): WhyNotAsked => {
  const charges = new Set(papers.charges.map(({ documentId }) => documentId))
  const isOfCase = (one: { readonly itemId: string }): boolean =>
    !charges.has(one.itemId) && caseOf(papers, one.itemId) === itemId
  const known = accountKnownBy(facts, on, notices, runsAt)
  if (!known.items.some(isOfCase)) return wasClaimed(facts, on, isOfCase) ? 'nothing-open' : 'nothing-claimed'
  const question = questionOn(known, on, { ladderId: ladder.id, forUnassigned: true })
  const items = question.items.filter(isOfCase)
  if (items.length === 0) return 'other-ladder'
  const { held, skipped } = proposeNotices(ladder, question)
  const because = held.find(isOfCase)?.reason ?? skipped.find(isOfCase)?.reason
  return because ?? (items.some(({ lastNotice }) => lastNotice !== undefined) ? 'asked-before' : 'step-to-come')
}

const wasClaimed = (
  facts: ReadonlyArray<AccountFact>,
  on: LocalDate,
  isOfCase: (one: { readonly itemId: string }) => boolean,
): boolean =>
  facts.some(
    (fact) =>
      (fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued') &&
      fact.on <= on &&
      isOfCase({ itemId: fact.documentId }) &&
      fact.totals.payableMinor > 0,
  )
