/** What an account's facts say of a debtor who may have to be turned over: each sign with the fact that shows it. */
import type { CashFact } from '@quittance/cash-application'
import type { DunningFact, PlacementEvidence, Witnessed } from '@quittance/dunning'
import type { InvoicingFact } from '@quittance/invoicing'
import type { Fact, Instant, LocalDate, Recorded } from '@quittance/kernel'
import type { PromisesFact } from '@quittance/promises-to-pay'

/** The day, and what only balances can say. @category projections @since 0.1.0 */
export interface PlacementQuestion {
  readonly on: LocalDate
  /** By what was recorded by then, inclusive. */
  readonly knownAt: Instant
  /** Items with something undisputed open that is past due. */
  readonly overdue: ReadonlyArray<{ readonly itemId: string; readonly dueOn: LocalDate }>
  /** An open promise or plan covers them. */
  readonly hasPlan: boolean
  /** Kinds of distress signs in which the debtor admits trouble himself; absent: all. */
  readonly admissionKinds?: ReadonlyArray<string>
}

type Known = InvoicingFact | CashFact | PromisesFact | DunningFact
type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] }

/**
 * The evidence for `placementAdvice` on a day, from the facts of one account in stream order, as known at a moment. A return that was cancelled and a verdict
 * that was reopened show nothing; money that was returned is no money.
 *
 * @category projections
 * @since 0.1.0
 */
export const placementEvidence = (
  facts: ReadonlyArray<Recorded<Fact>>,
  { on, knownAt, overdue, hasPlan, admissionKinds }: PlacementQuestion,
): PlacementEvidence => {
  const known = facts.filter(({ effectiveOn, recordedAt }) => effectiveOn <= on && recordedAt <= knownAt)
  const issued = new Map<string, Witnessed>()
  const broken = new Map<string, Witnessed & { readonly receivedMinor: number }>()
  const bounced = new Map<string, Witnessed>()
  const money = new Map<string, LocalDate>()
  const [touches, excuses, admissions] = [
    [] as Array<PlacementEvidence['touches'][number]>,
    [] as Array<PlacementEvidence['excuses'][number]>,
    [] as Array<Witnessed>,
  ]
  const demand: Mutable<Pick<PlacementEvidence, 'finalDemand'>> = {}
  for (const { id: factId, fact: some, effectiveOn } of known) {
    const [fact, seen] = [some as Known, { factId, on: effectiveOn }]
    if (fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued') issued.set(fact.documentId, seen)
    else if (fact._tag === 'TouchRecorded') touches.push({ ...seen, channel: fact.channel, outcome: fact.outcome })
    else if (fact._tag === 'ExcuseGiven') excuses.push({ ...seen, code: fact.code })
    else if (fact._tag === 'PromiseBroken') broken.set(fact.promiseId, { ...seen, receivedMinor: 0 })
    else if (fact._tag === 'PromiseReopened') broken.delete(fact.promiseId)
    else if (fact._tag === 'ReceiptRecorded') money.set(fact.receiptId, effectiveOn)
    else if (fact._tag === 'ReceiptReturned' || fact._tag === 'CardPaymentReversed') bounced.set(fact.receiptId, seen)
    else if (fact._tag === 'ReturnCancelled') bounced.delete(fact.receiptId)
    else if (fact._tag === 'FinalDemandSent') demand.finalDemand = { ...seen, deadlineOn: fact.deadlineOn }
    else if (fact._tag === 'DistressSignReported' && (admissionKinds?.includes(fact.kind) ?? true))
      admissions.push(seen)
  }
  const kept = [...money].filter(([receiptId]) => !bounced.has(receiptId)).map(([, day]) => day)
  const lastMoneyOn = kept.toSorted().at(-1)
  return {
    on,
    hasPlan,
    items: overdue.flatMap(({ itemId, dueOn }) => {
      const seen = issued.get(itemId)
      return seen === undefined ? [] : [{ ...seen, dueOn }]
    }),
    touches,
    excuses,
    admissions,
    brokenPromises: [...broken.values()],
    bouncedPayments: [...bounced.values()],
    ...demand,
    ...(lastMoneyOn === undefined ? {} : { lastMoneyOn }),
  }
}
