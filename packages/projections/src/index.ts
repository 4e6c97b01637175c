export {
  type AgeBasis,
  type AgingOptions,
  type AgingReport,
  agingReport,
  type AgingRow,
  type AgingSums,
  type CreditTreatment,
} from './aging/aging-report.js'
export {
  type AgingScheme,
  bucketFinder,
  type EdgeRule,
  fiveBuckets,
  monthEndBounds,
  schemeOfLabels,
} from './aging/scheme.js'
export { addCauseFact, addCauseFacts } from './causes/add-cause-fact.js'
export {
  type CauseReason,
  type CauseRule,
  type EvidenceRank,
  evidenceRanks,
  type Found,
  noSettings,
  type RuleSettings,
} from './causes/cause-rule.js'
export { type CauseRules, type ChosenRule, type EvidenceWeighing, shippedWeighing } from './causes/cause-rules.js'
export { type AccountFile, type CauseNote, type CauseView, emptyCauseView, type NotesBy } from './causes/cause-view.js'
export type { CausedItem, CauseTag, LostBy, ProductAmount, TagRole } from './causes/caused-item.js'
export type { ReasonTables } from './causes/cause-said.js'
export { decodeCauseRules } from './causes/decode-cause-rules.js'
export { explainItem, type ItemExplanation } from './causes/explain-item.js'
export type {
  ApplicationOnFile,
  DeductionOnFile,
  HeldMoney,
  ItemDossier,
  ItemStanding,
  RebillOnFile,
} from './causes/item-dossier.js'
export type { CauseScope } from './causes/late-items.js'
export type { MismatchSettings } from './causes/mismatches.js'
export { causeWords, readWords } from './causes/read-words.js'
export { type CauseBooks, type CauseQuestion, rootCauses, type RootCauses } from './causes/root-causes.js'
export { ruleSettings, type SettingsCodec } from './causes/rule-settings.js'
export { bouncedDelivery, type BouncedSettings } from './causes/rules/bounced-delivery.js'
export { cashMisapplied, type CashMisappliedSettings } from './causes/rules/cash-misapplied.js'
export { cashPostedLate, type CashPostedLateSettings } from './causes/rules/cash-posted-late.js'
export { chargebackReason, type ChargebackReasonSettings } from './causes/rules/chargeback-reason.js'
export { confirmedByPerson, type ConfirmedSettings } from './causes/rules/confirmed-by-person.js'
export { correctionReason, type CorrectionSettings } from './causes/rules/correction-reason.js'
export { creditAndRebill, type CreditAndRebillSettings } from './causes/rules/credit-and-rebill.js'
export { currencyMismatch } from './causes/rules/currency-mismatch.js'
export { customerRejection, type RejectionSettings } from './causes/rules/customer-rejection.js'
export { acceptedDeduction, type DeductionSettings, pendingDeduction } from './causes/rules/deductions.js'
export {
  type ClaimSettings,
  type DisputeSettings,
  raisedDispute,
  resolvedDispute,
  taggedDispute,
} from './causes/rules/disputes.js'
export { duplicateBilling, type DuplicateSettings } from './causes/rules/duplicate-billing.js'
export { excuse, type ExcuseSettings } from './causes/rules/excuse.js'
export { goodsLate, type GoodsLateSettings } from './causes/rules/goods-late.js'
export { goodsDamaged, goodsShort } from './causes/rules/goods-not-received.js'
export { goodsSubstituted } from './causes/rules/goods-substituted.js'
export { lateDiscount, type LateDiscountSettings } from './causes/rules/late-discount.js'
export { lateInvoice, type LateInvoiceSettings } from './causes/rules/late-invoice.js'
export { lateSending, type LateSendingSettings } from './causes/rules/late-sending.js'
export { priceMismatch, type PriceMismatchSettings } from './causes/rules/price-mismatch.js'
export { productMismatch } from './causes/rules/product-mismatch.js'
export { purchaseOrderMismatch } from './causes/rules/purchase-order-mismatch.js'
export { quantityMismatch } from './causes/rules/quantity-mismatch.js'
export { remittanceCode, type RemittanceCodeSettings } from './causes/rules/remittance-code.js'
export { remittanceIgnored, type RemittanceIgnoredSettings } from './causes/rules/remittance-ignored.js'
export { returnedPayment, type ReturnedPaymentSettings } from './causes/rules/returned-payment.js'
export { shortPayment, type ShortPaymentSettings } from './causes/rules/short-payment.js'
export { taxMismatch } from './causes/rules/tax-mismatch.js'
export { termsMismatch } from './causes/rules/terms-mismatch.js'
export { unappliedCash, type UnappliedCashSettings } from './causes/rules/unapplied-cash.js'
export { wrongRecipient } from './causes/rules/wrong-recipient.js'
export { shippedCauseRules, shippedRuleFunctions } from './causes/shipped-rules.js'
export {
  type BlamedPart,
  counterfactualAging,
  type CounterfactualAging,
} from './causes/reports/counterfactual-aging.js'
export { type DisputeGrouping, disputeTimes, type DisputeTimes } from './causes/reports/dispute-times.js'
export { interestMinor, pastDueMinorDays } from './causes/reports/interest-cost.js'
export {
  type AccuracyQuestion,
  type FirstPassRejections,
  firstPassRejections,
  type InvoiceAccuracy,
  invoiceAccuracy,
} from './causes/reports/invoice-accuracy.js'
export {
  type FaultShown,
  type InvoiceFault,
  invoiceFaults,
  type InvoiceRecord,
  invoiceRecords,
} from './causes/reports/invoice-records.js'
export { monthEnds } from './causes/reports/month-ends.js'
export {
  type ParetoGrouping,
  paretoOf,
  type ParetoQuestion,
  type ParetoRow,
  type ParetoWeight,
} from './causes/reports/pareto.js'
export { lateMinorOf, type ReportRow } from './causes/reports/report-row.js'
export { type TrendPoint, upstreamTrend } from './causes/reports/upstream-trend.js'
export { commissionByRep, type OutcomeSum, type RepCommission } from './commission/commission-by-rep.js'
export { commissionRegister, type CommissionRow, type FaultRow } from './commission/commission-register.js'
export {
  commissionEligibility,
  type CommissionEligibility,
  type CommissionOutcome,
  type SoldInvoice,
} from './commission/eligibility.js'
export {
  type CommissionPolicy,
  type CommissionTerms,
  commissionTermsOn,
  decodeCommissionPolicy,
  shippedCommissionPolicy,
} from './commission/policy.js'
export { debtorHistory, type DebtorChange } from './debtors/debtor-history.js'
export {
  addDebtorFact,
  type DebtorView,
  emptyDebtorView,
  noteDebtorFact,
  returnedPaymentsAt,
} from './debtors/debtor-view.js'
export { decodeDebtorPolicy } from './debtors/decode-policy.js'
export type { DebtorFinding, SetAside, SignalFinding } from './debtors/finding.js'
export { judgeDebtor } from './debtors/judge-debtor.js'
export { payerRecords, type PromiseExcuse } from './debtors/payer-records.js'
export {
  type PromiseNote,
  type PromiseNotes,
  type PromiseVerdictOnRecord,
  verdictsOnRecord,
} from './debtors/promise-notes.js'
export { type ItemExcuse, owedItemRecords } from './debtors/owed-item-records.js'
export {
  type BrokenPromisesSignal,
  type ClearingRule,
  type DaysLateSignal,
  type DebtorLevel,
  type DebtorPolicy,
  type DebtorSignal,
  type FalseExcusesSignal,
  habitualDebtorPolicy,
  type LateInARowSignal,
  latePayerPolicy,
  type LateShareSignal,
  type LevelRule,
  type LongPastDueSignal,
  type ReturnedPaymentsSignal,
} from './debtors/policy.js'
export {
  type EvidenceWindow,
  type GivenExcuse,
  isInWindow,
  type OwedItemRecord,
  type PayerRecord,
  type ReturnedPayment,
  type SettledPromise,
} from './debtors/record.js'
export { brokenPromises } from './debtors/signals/broken-promises.js'
export {
  daysLateOnAverage,
  lateInARow,
  lateShare,
  longPastDue,
  signedDaysLate,
  type WeightedDays,
  weightedDaysLate,
} from './debtors/signals/late-items.js'
export { type ExcuseCount, excuseCounts, falseExcuses, returnedPayments } from './debtors/signals/words-and-returns.js'
export { type AccountAction, accountActions, namedDayAhead, type PlannedStepOf } from './desk/account-actions.js'
export { type CallPack, callPack, type CallPackOptions, type PromiseRecordOf } from './desk/call-pack.js'
export { concentration, type ConcentrationRow, newlyPastDue } from './desk/concentration.js'
export {
  type ContactBook,
  type ContactEntry,
  contactsAt,
  type CustomerContacts,
  type HoldingFact,
  type LadderFact,
  noteContact,
} from './desk/contact-book.js'
export { type CollectorLoad, type DeskCoverage, deskCoverage, type UnderTheFloor } from './desk/coverage.js'
export { type CreditStanding, creditStanding, type CreditTerms } from './desk/credit-standing.js'
export { type DeskAccount, deskAccount, deskAccounts, type DeskBooks, type DeskSums } from './desk/desk-account.js'
export { type HeldBack, heldBackOn } from './desk/held-back.js'
export { ladderSteps } from './desk/ladder-steps.js'
export { noteOrder, type OrderBook, type UnbilledOrder, unbilledOrders } from './desk/order-book.js'
export { programmeReport, type ProgrammeRow, withoutAction } from './desk/programme-report.js'
export { promisedParts } from './desk/promised-parts.js'
export {
  brokenWithin,
  brokenYesterday,
  freshlyBroken,
  largestAsks,
  newOrder,
  type WorkInputs,
  workInputs,
} from './desk/work-inputs.js'
export {
  type DeskWork,
  newOrders,
  type RestingAccount,
  restReasons,
  type WorkList,
  workList,
  type WorkListOptions,
} from './desk/work-list.js'
export { placementDocuments } from './escalation/placement-documents.js'
export { placementEvidence, type PlacementQuestion } from './escalation/placement-evidence.js'
export {
  type RealisedExchange,
  realisedExchange,
  type RealisedLink,
  type RealisedMovement,
} from './exchange/realised-exchange.js'
export {
  type ExchangeRates,
  type NotRevalued,
  type Revaluation,
  revalue,
  type RevaluedFigures,
  type RevaluedItem,
} from './exchange/revalue.js'
export {
  type Deadline,
  type DeductionDays,
  deductionDeadlines,
  type DeductionDeadlines,
} from './deductions/deadlines.js'
export {
  deductionRegister,
  type DeductionState,
  type DeductionVerdict,
  type RegisteredDeduction,
} from './deductions/deduction-register.js'
export { invalidDeductionRates, type InvalidRate, type JudgedDeduction } from './deductions/invalid-rate.js'
export {
  decodeDeductionPolicy,
  type DeductionPolicy,
  type DeductionWindows,
  shippedDeductionPolicy,
  windowsWith,
} from './deductions/policy.js'
export { type CausedAmount, causeRanking, type CauseWeight } from './disputes/cause-ranking.js'
export {
  causeEntry,
  type CauseEntry,
  type CauseFamily,
  type CauseStage,
  causeStages,
  type CauseTaxonomy,
  shippedCauses,
  unknownCause,
} from './disputes/cause-taxonomy.js'
export { type CodeMapping, mapCode, type MappedCode, x12Reasons } from './disputes/code-mapping.js'
export { type CycleTimes, cycleTimes, type DisputeDays } from './disputes/cycle-times.js'
export { decodeCauseTaxonomy, decodeCodeMapping } from './disputes/decode-causes.js'
export { type DeductionClass, deductionEnding, type DeductionEnding } from './disputes/deduction-class.js'
export {
  type DisputeCase,
  disputeCase,
  type DisputeMovement,
  type DisputeMovementKind,
} from './disputes/dispute-case.js'
export { type CaseMovement, disputeCases, type RegisteredCase } from './disputes/dispute-cases.js'
export {
  type DisputeRemainder,
  type DisputeRemainderPolicy,
  disputeRemainders,
  type RemainderStays,
} from './disputes/dispute-remainders.js'
export { type DisputeEvidence, disputeRegister, type RegisteredDispute } from './disputes/dispute-register.js'
export { type GroupedItem, type LateGroup, paidLateBy } from './disputes/paid-late-by.js'
export { remainderToWriteOff, type RemainderPolicy } from './disputes/remainder-write-off.js'
export {
  type SubstantiationStep,
  type SubstantiationTerms,
  type UnsubstantiatedDispute,
  unsubstantiatedDisputes,
} from './disputes/unsubstantiated-disputes.js'
export { type ExplainedAmount, type UpstreamShare, upstreamShare } from './disputes/upstream-share.js'
export { addFact, addFacts } from './ledger-view/add-fact.js'
export { because, type Cause } from './ledger-view/because.js'
export { type Delta, deltasOfFact, type LedgerFact, type SubjectKind } from './ledger-view/deltas-of-fact.js'
export {
  type Account,
  type Delivery,
  type DueChange,
  type DeductionNote,
  type DisputeNote,
  type DisputeWork,
  emptyLedgerView,
  type GivenUp,
  type LedgerView,
  type LinkMovement,
  type Subject,
  type SubjectIndex,
} from './ledger-view/ledger-view.js'
export { balanceSign, type Measure, measures } from './ledger-view/measures.js'
export { type HeldCredit, heldCredits, type OpenItem, type OpenItemFilter, openItems } from './open-items/open-items.js'
export { cashConversionCycle, type CycleDays, daysOfTurnover } from './metrics/cash-cycle.js'
export { type AppliedReceipt, type CashRates, cashRates } from './metrics/cash-rates.js'
export { type CollectedPeriod, collectionEffectiveness } from './metrics/collection-effectiveness.js'
export {
  averageDaysDelinquent,
  bestPossibleDso,
  countBackDso,
  type CountedBack,
  type MonthSales,
  type SalesPeriod,
  simpleDso,
} from './metrics/days-sales-outstanding.js'
export { type KeptRates, keptRates } from './metrics/kept-rates.js'
export {
  type MonthlyDso,
  monthlyDso,
  type Period,
  type PeriodFigures,
  periodFigures,
} from './metrics/ledger-figures.js'
export {
  averageDaysLate,
  averageDaysToPay,
  type DaysOfAmount,
  type PaidPart,
  weightedDaysOf,
} from './metrics/weighted-days.js'
export {
  type DistressKind,
  type DistressPolicy,
  distressPolicy,
  type DistressSign,
  distressSigns,
  type MoreSigns,
} from './payers/distress-signs.js'
export { signsOfPayer } from './payers/signs-of-payer.js'
export {
  type HabitChange,
  type PayerHabit,
  payerProfile,
  type PayerProfile,
  type PayerProfilePolicy,
  payerProfilePolicy,
} from './payers/payer-profile.js'
export { type PayerLateness, payerLateness } from './payers/payer-lateness.js'
export type { PointInTime } from './point-in-time.js'
export { accountPromises, type PromiseAt, type RecordedStanding } from './promises/account-promises.js'
export { promisesDue } from './promises/promises-due.js'
export { reliabilityBy, type ReliabilityAt, type ReliabilityGrouping } from './promises/reliability-by.js'
export {
  type BalanceForward,
  balanceForward,
  type StatementMovement,
  type StatementPeriod,
} from './statement/balance-forward.js'
export { type OpenItemStatement, openItemStatement, type OpenItemTotals } from './statement/open-item-statement.js'
export { describeTag } from './timeline/describe-tag.js'
export { describeFact } from './timeline/describe-fact.js'
export { documentTimeline, type TimelineStep } from './timeline/document-timeline.js'
export {
  compareNotices,
  type ComparedNotice,
  type LevelDifference,
  type NoticeComparison,
  type NoticesByCustomer,
  type NoticeSums,
  type OneSidedItem,
} from './what-if/compare-notices.js'
export { type AskPair, type DatedAsk, pairAsks } from './what-if/pair-asks.js'
