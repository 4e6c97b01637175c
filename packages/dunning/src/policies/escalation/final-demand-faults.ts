/**
 * What must be so before a final demand goes out: once in a debt cycle, after the levels before it, approved
 * by a person, for all that is owed and nothing that is disputed, to a named person at an address, with a day and one consequence.
 */
import { addDays, type CurrencyCode, type LocalDate } from '@quittance/kernel'

/** What is done when the day has passed; one, and it is then carried out. @category model @since 0.1.0 */
export type DemandConsequence = 'agency' | 'legal-action' | 'delivery-stop'

/**
 * A final demand as it would be written. Names and addresses are personal data. What only the letter says (creditor,
 * payment, whom to call) is checked where it is told.
 *
 * @category model
 * @since 0.1.0
 */
export interface FinalDemandDraft {
  readonly creditor?: string
  readonly addressee: string
  readonly address: string
  readonly currency: CurrencyCode
  readonly items: ReadonlyArray<{ readonly itemId: string; readonly dueOn: LocalDate; readonly amountMinor: number }>
  /** Fees and interest to date that are items of their own. */
  readonly chargesMinor: number
  readonly totalMinor: number
  readonly deadlineOn: LocalDate
  readonly consequences: ReadonlyArray<DemandConsequence>
  readonly paymentInstructions?: string
  /** Whom of ours to call. */
  readonly contact?: string
  /** The days of the notices before it, oldest first. */
  readonly noticesBefore: ReadonlyArray<LocalDate>
  readonly approvedBy?: string
}

/** The account that a demand is checked against, on the day of sending. @category model @since 0.1.0 */
export interface DemandedAccount {
  readonly on: LocalDate
  /** All past-due items of the currency, with what is open, disputed and promised. */
  readonly items: ReadonlyArray<{
    readonly itemId: string
    readonly openMinor: number
    readonly disputedMinor: number
    readonly promisedMinor: number
    /** A hold is in force, or an agency has it: it is not asked for, and its absence is no fault. */
    readonly keptBack?: boolean
  }>
  readonly chargesMinor: number
  /** The levels before it were sent. */
  readonly earlierLevelsDone: boolean
  /** One went out in this debt cycle already. */
  readonly demandedBefore: boolean
}

/** What a demand must leave room for, as data. @category policies @since 0.1.0 */
export interface FinalDemandPolicy {
  /** Days from sending to the deadline, at least. */
  readonly minDeadlineDays: number
  readonly needsApproval: boolean
}

/** Ten days, and a person's yes. @category policies @since 0.1.0 */
export const shippedFinalDemandPolicy: FinalDemandPolicy = { minDeadlineDays: 10, needsApproval: true }

/** Why a final demand must not go out like this. @category rejections @since 0.1.0 */
export type FinalDemandFault =
  | 'demanded-before'
  | 'earlier-levels-missing'
  | 'nothing-owed'
  | 'disputed'
  | 'promised'
  | 'kept-back'
  | 'not-past-due'
  | 'balance-changed'
  | 'not-the-whole-balance'
  | 'total-differs'
  | 'nobody-named'
  | 'deadline-too-near'
  | 'not-one-consequence'
  | 'incomplete'
  | 'not-approved'

/**
 * Everything wrong with a final demand on the day of sending, in a fixed order; nothing wrong: it may go. A payment between
 * writing and sending shows as a changed balance.
 *
 * @law no final demand passes while a dispute covers it
 * @category policies
 * @since 0.1.0
 */
export const finalDemandFaults = (
  draft: FinalDemandDraft,
  account: DemandedAccount,
  policy: FinalDemandPolicy,
): ReadonlyArray<FinalDemandFault> => {
  const owed = new Map(account.items.map((item) => [item.itemId, item]))
  const asked = new Set(draft.items.map(({ itemId }) => itemId))
  const covered = draft.items.map(({ itemId }) => owed.get(itemId))
  const undemanded = account.items.filter(
    ({ itemId, openMinor, disputedMinor, promisedMinor, keptBack = false }) =>
      openMinor > 0 && disputedMinor === 0 && promisedMinor === 0 && !keptBack && !asked.has(itemId),
  )
  const sumMinor = draft.items.reduce((so, { amountMinor }) => so + amountMinor, draft.chargesMinor)
  const faults: ReadonlyArray<readonly [FinalDemandFault, boolean]> = [
    ['demanded-before', account.demandedBefore],
    ['earlier-levels-missing', !account.earlierLevelsDone],
    ['nothing-owed', draft.items.length === 0],
    ['disputed', covered.some((item) => (item?.disputedMinor ?? 0) > 0)],
    ['promised', covered.some((item) => (item?.promisedMinor ?? 0) > 0)],
    ['kept-back', covered.some((item) => item?.keptBack === true)],
    ['not-past-due', draft.items.some(({ dueOn }) => dueOn >= account.on)],
    [
      'balance-changed',
      draft.chargesMinor !== account.chargesMinor ||
        draft.items.some(({ itemId, amountMinor }) => owed.get(itemId)?.openMinor !== amountMinor),
    ],
    ['not-the-whole-balance', undemanded.length > 0],
    ['total-differs', sumMinor !== draft.totalMinor],
    ['nobody-named', draft.addressee === '' || draft.address === ''],
    ['deadline-too-near', draft.deadlineOn < addDays(account.on, policy.minDeadlineDays)],
    ['not-one-consequence', draft.consequences.length !== 1],
    ['incomplete', [draft.creditor, draft.paymentInstructions, draft.contact].includes('')],
    ['not-approved', policy.needsApproval && (draft.approvedBy ?? '') === ''],
  ]
  return faults.filter(([, wrong]) => wrong).map(([fault]) => fault)
}
