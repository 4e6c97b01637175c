export { cashCodecs } from './codec.js'
export type {
  ApplicationLine,
  ApplyCash,
  ApplyCredit,
  CancelRefund,
  CancelReturn,
  CashCommand,
  DiscountAsk,
  PlaceOnAccount,
  RecallCashTransfer,
  RecordMatch,
  RecordReceipt,
  RecordRemittance,
  Refund,
  ReleaseFromAccount,
  ReturnCashTransfer,
  ReturnFee,
  ReturnReceipt,
  ReverseCardPayment,
  ReverseWriteOff,
  TransferCashIn,
  TransferCashOut,
  Unapply,
  VoidReceipt,
  WriteOff,
} from './commands.js'
export type {
  AcceptDeduction,
  CancelChargeback,
  CreditLine,
  DifferenceCommand,
  NetAgainstPayables,
  NettingLine,
  Payable,
  RaiseChargeback,
  RecordDeduction,
  RejectDeduction,
  ReverseNetting,
} from './commands/differences.js'
export type { CashContext, CustomerCredit, OfferedDiscount, OwedItem } from './context.js'
export type { CashDecided } from './decided.js'
export { decideCash } from './decide.js'
export type {
  CardPaymentReversed,
  CashApplied,
  CashFact,
  CashTransferRecalled,
  CashTransferredIn,
  CashTransferredOut,
  CashTransferReturned,
  CashUnapplied,
  CreditApplied,
  CreditUnapplied,
  PaymentMatched,
  PlacedOnAccount,
  ReceiptRecorded,
  ReceiptReturned,
  ReceiptVoided,
  RefundCancelled,
  Refunded,
  ReleasedFromAccount,
  ReturnCancelled,
  TakenBack,
  WriteOffReversed,
  WrittenOff,
} from './events.js'
export type {
  ChargebackItemCancelled,
  ChargebackItemRaised,
  DeductionAccepted,
  DeductionRecorded,
  DeductionRejected,
  DifferenceFact,
  Netted,
  NettingReversed,
} from './events/differences.js'
export type { RemittanceRecorded } from './events/remittance.js'
export { evolveCash } from './evolve.js'
export {
  type AdvisedDeduction,
  type ApplicationPolicy,
  type ChargebackPolicy,
  type CrossAmount,
  type DifferenceLimit,
  type EndedDeduction,
  type NettedLine,
  type NettingPolicy,
  type Payer,
  type PaymentMethod,
  type PolicyRef,
  type ReceiptId,
  receiptMinorOf,
  type ReleasedApplication,
  type RemittanceLine,
  type ReturnKind,
  type SourceKind,
  type TakenDiscount,
  type TaxReduction,
  type WriteOffPolicy,
  type WriteOffReason,
} from './model.js'
export type { ReceiptWords } from './receipt-words.js'
export { boundedShares } from './policies/bounded-shares.js'
export { chargebackDueOn } from './policies/chargeback-due.js'
export { type ComponentRule, type Components, spreadOverComponents } from './policies/component-rules.js'
export { type AvailableDiscount, baseAfterCredits, discountAvailable } from './policies/discount-available.js'
export { discountTax } from './policies/discount-tax.js'
export { fullSatisfactionClaim, fullSatisfactionPhrases } from './policies/full-satisfaction-claim.js'
export { exchangeLess, type LinkPart, partOfExchange } from './policies/part-of-exchange.js'
export { pendingDeductions, pendingMinor } from './policies/pending-deductions.js'
export { type NettingProposal, type NettingSide, proposeNetting } from './policies/propose-netting.js'
export { type ItemSettlement, settleClaim, settleItem, type SettlementCase } from './policies/settle-item.js'
export { type TakeBack, takeBackOrder } from './policies/take-back-order.js'
export { beyondTolerance, type ToleranceCase, toleratedMinor } from './policies/tolerated-difference.js'
export { itemDecreases, moneyTakenOn, whereMoneyLies } from './policies/where-money-lies.js'
export { limitWithoutApproval, missingApproval, type WriteOffRequest } from './policies/write-off-approval.js'
export type {
  AlreadyEnded,
  AmountDiffers,
  ArrivedByTransfer,
  ApprovalRequired,
  BeyondTolerance,
  CashRejection,
  CurrencyMismatch,
  IdAlreadyUsed,
  InvalidAmount,
  MissingField,
  NettingNotAgreed,
  NotACardPayment,
  NotEnoughFree,
  NotFound,
  OverApplied,
  OverDeducted,
  StillInUse,
  TooEarly,
} from './rejections.js'
export type { CashRequest, ChargeCustomer, CreditCustomer, VoidCharge } from './requests.js'
export {
  type ApplicationRecord,
  type CashState,
  type ChargebackRecord,
  type CreditRecord,
  type DeductionRecord,
  initialCash,
  type ItemRecord,
  type NettingRecord,
  type ReceiptRecord,
  type RefundRecord,
  type StandingDeduction,
  takenOffMinor,
  type TransferRecord,
  unappliedMinor,
  type WriteOffRecord,
} from './state.js'
export { autoCash } from './matching/autocash/auto-cash.js'
export type { AutoCashAttempt, AutoCashItem, AutoCashLine, AutoCashOptions } from './matching/autocash/model.js'
export type { AutoCashReceipt, AutoCashResult, AutoCashRule, AutoCashRuleSet } from './matching/autocash/model.js'
export { byAge, type EligibleItem, eligibleItems, totalBalance } from './matching/autocash/open-balance.js'
export { exactAutoCash } from './matching/autocash/exact-rule-set.js'
export { type RuleSetChoices, ruleSetFor } from './matching/autocash/rule-set-for.js'
export { candidatePlan } from './matching/decision/candidate-plan.js'
export type { CleanUp, CleanUpAct, CleanUpCredit, CleanUpDebit, CleanUpPair } from './matching/clean-up/model.js'
export type { CleanUpPolicy, CleanUpProposal, CleanUpQuestion, CleanUpRule } from './matching/clean-up/model.js'
export type { LeftBecause, LeftOver } from './matching/clean-up/model.js'
export { proposeCleanUp } from './matching/clean-up/propose-clean-up.js'
export { type DecidedPayment, decideBatch } from './matching/decision/decide-batch.js'
export { decidePayment } from './matching/decision/decide-payment.js'
export { evidenceRuleSet } from './matching/decision/evidence-rule-set.js'
export type { EvidenceRuleSet, ItemNotInFull, MatchAnswer, MatchCandidate } from './matching/decision/model.js'
export type { MatchDecision, MatchItem, MatchObstacle, MatchPayment, MatchRoute } from './matching/decision/model.js'
export type { MatchRule, MatchTerm, NearMiss, NearMissPolicy, NearMissReason } from './matching/decision/model.js'
export type { NoAnswer, Suspicion } from './matching/decision/model.js'
export { type AmountBand, type Demands, demandsFor, type MatchAdjustment } from './matching/decision/policy-model.js'
export { type MatchPermission, type SuspicionPolicy, type TolerancePolicy } from './matching/decision/policy-model.js'
export { type ClosedItem, type MatchHistory, prepareHistory } from './matching/decision/suspicion.js'
export { type PreparedHistory } from './matching/decision/suspicion.js'
export { explainMatch } from './matching/decision/explain.js'
export { type PreparedItems, prepareItems } from './matching/decision/prepared.js'
export { ruleSetName } from './matching/decision/rule-set-identity.js'
export { type RecordedMatch, recordMatch, type Verdict, verifyMatch } from './matching/decision/verify.js'
export { identifyPayer, plainAccount } from './matching/payer/identify-payer.js'
export type { IdentifiedPayer, KnownPayers, PayerAccount, PayerClue, PayerClues } from './matching/payer/model.js'
export type { ReadClue } from './matching/payer/model.js'
export type { Difference, MatchPlan, PlannedCharge, PlannedLine } from './matching/plan/model.js'
export { planCommands, type PlanObstacle } from './matching/plan/plan-commands.js'
export type { PlanIds, PlannedThing, PlanPolicies } from './matching/plan/posting.js'
export type { ItemOrder, PaymentOrder, ReconcileModel, ReconcileStep } from './matching/reconcile-model/model.js'
export { reconcile } from './matching/reconcile-model/reconcile.js'
export { reconcileModel } from './matching/reconcile-model/rule-set.js'
export { autoCashMatcher, autoCashPlan } from './matching/registry/auto-cash-matcher.js'
export { type BadRuleSet, decodeRuleSet } from './matching/registry/decode-rule-set.js'
export { type ChangedDecision, diffDecisions } from './matching/registry/diff-decisions.js'
export { evidenceMatcher } from './matching/registry/evidence-matcher.js'
export { type MatcherFault, matcherFaults } from './matching/registry/matcher-faults.js'
export { matcherOf } from './matching/registry/matcher-of.js'
export type { DecidedWriteOff, Matcher, MatcherAnswer, MatcherDecision } from './matching/registry/model.js'
export type { MatcherItem, MatchQuestion, WeighedAnswer } from './matching/registry/model.js'
export { type PlanFault, planFaults } from './matching/registry/plan-faults.js'
export { reconcileMatcher } from './matching/registry/reconcile-matcher.js'
export { emptyRegistry, findMatcher, matcherNames, type MatcherRegistry } from './matching/registry/registry.js'
export { registerMatcher, type RegistryRejection } from './matching/registry/registry.js'
export { type RuleSetKind, ruleSetKind, shippedKinds } from './matching/registry/rule-set-kinds.js'
export { shippedMatchers } from './matching/registry/shipped.js'
export { storeDecisions, type StoredDecisions, type StoredVerdict } from './matching/registry/stored-decisions.js'
export { verifyStored } from './matching/registry/stored-decisions.js'
export type { AnsweredMatch, AskedMatch, MatchedCandidate, MatchedDifference } from './matching/record/model.js'
export { log2Centibits, log2RatioCentibits, powerOfHalf, wholeWeight } from './matching/solver/centibits.js'
export { coincidences, type Coincidences, type SumClass } from './matching/solver/coincidences.js'
export { decideSum } from './matching/solver/decide-sum.js'
export { allBut, type FewItemsFound, type FewItemsLimits, type FewItemsSet, kSum } from './matching/solver/few-items.js'
export { type CreditLink, netLinked } from './matching/solver/net-linked.js'
export { pack, type PackCandidate, type Packed, type PackedGroup } from './matching/solver/pack.js'
export type { Packing } from './matching/solver/pack-group.js'
export { type PairSums, type PreparedSums, prepareSums } from './matching/solver/prepare-sums.js'
export { countSets } from './matching/solver/set-counts.js'
export type { SmallCardinality } from './matching/solver/small-sets.js'
export { type GroupSet, groupSums, oldestSums, runSums, type StructuredSet } from './matching/solver/structured-sums.js'
export { wholeSum } from './matching/solver/structured-sums.js'
export type { SumAnswer, SumCertificate, SumMethod, SumWindow, SumWitness } from './matching/solver/sum-answer.js'
export { defaultWorkBudget } from './matching/solver/work-meter.js'
export { isValidKidMod11, kidMod11Of } from './matching/remittance/check-digits/kid-mod11.js'
export { isValidLuhn, luhnOf } from './matching/remittance/check-digits/luhn.js'
export { isValidOgm, ogmOf } from './matching/remittance/check-digits/ogm.js'
export { isValidQrr, qrrOf } from './matching/remittance/check-digits/qrr.js'
export { isValidRf, rfOf } from './matching/remittance/check-digits/rf.js'
export { type CheckScheme, type StructuredReference } from './matching/remittance/check-digits/structured-references.js'
export { structuredReferences } from './matching/remittance/check-digits/structured-references.js'
export { isValidViite, viiteOf } from './matching/remittance/check-digits/viite.js'
export { type ByComponent, combinedScore, type ScoredCandidate } from './matching/remittance/combined-score.js'
export { scoreOutcome, type ScoreOutcome, type ScoreThresholds } from './matching/remittance/combined-score.js'
export { evidenceByItem, type ItemEvidence } from './matching/remittance/evidence.js'
export { addIdentifiers, emptyIdentifierIndex, type IdentifierIndex } from './matching/remittance/identifier-index.js'
export { removeIdentifiers } from './matching/remittance/identifier-index.js'
export { type Landing, landingRates, type LandingRates } from './matching/remittance/landing.js'
export type { FoundHow, Mention, Mentions, Ratio } from './matching/remittance/mention.js'
export { isOneSlip } from './matching/remittance/one-slip.js'
export { addName, bankNameThresholds, emptyNameIndex } from './matching/remittance/payer-names/name-index.js'
export { type NameIndex, type NameThresholds, payerByName } from './matching/remittance/payer-names/name-index.js'
export { type PayerByName, type RankedPayer, removeNames } from './matching/remittance/payer-names/name-index.js'
export { nameSimilarity, sameName } from './matching/remittance/payer-names/name-similarity.js'
export { nameWords } from './matching/remittance/payer-names/name-words.js'
export { editsBetween, fullScore, normalReference, referenceScore } from './matching/remittance/reference-score.js'
export { type ReferenceStrip } from './matching/remittance/reference-score.js'
export { mentionsIn, mostMentions, type ScanOptions } from './matching/remittance/scan.js'
