export { dunningCodecs } from './codec.js'
export { channelCodec } from './codec/notices.js'
export type {
  AssignCollector,
  ContactCommand,
  DunningCommand,
  RecordExcuse,
  RecordOrderPlaced,
  RecordTouch,
  ReportDistressSign,
  ReviewCall,
} from './commands.js'
export type { BillInterest, ChargeCommand, ChargeNoticeFee } from './commands/charges.js'
export type {
  CarryOutConsequence,
  EscalationCommand,
  PlaceWithAgency,
  RecallFromAgency,
  RecordAgencyRemittance,
  SendFinalDemand,
} from './commands/escalations.js'
export type {
  AssignLadder,
  ClaimNotice,
  GiveNotice,
  IgnoreNotice,
  LiftHold,
  NoticeCommand,
  PlaceHold,
  ReportNoticeFailed,
  ReportNoticeSent,
  RunCampaign,
  RunDunning,
} from './commands/notices.js'
export type { AccountOnDay, AskableItem, DunningContext, OwedInstalment, OwedOverTime } from './context.js'
export { decideDunning } from './decide.js'
export { missedRunDays } from './decide/run-dunning.js'
export type { DunningDecided } from './decided.js'
export type {
  CallReviewed,
  CollectorAssigned,
  ContactFact,
  DistressSignReported,
  DunningFact,
  ExcuseGiven,
  OrderPlaced,
  TouchRecorded,
} from './events.js'
export type { BilledItem, ChargeFact, InterestBilled, InterestUse, NoticeFeeCharged } from './events/charges.js'
export type {
  AgencyRemitted,
  ConsequenceCarriedOut,
  EscalationFact,
  FinalDemandSent,
  PlacedWithAgency,
  Recalled,
} from './events/escalations.js'
export type {
  HoldLifted,
  HoldPlaced,
  LadderAssigned,
  NoticeClaimed,
  NoticeDue,
  NoticeFact,
  NoticeFailed,
  NoticeIgnored,
  NoticeSent,
} from './events/notices.js'
export { evolveDunning } from './evolve.js'
export type {
  AskedItem,
  Channel,
  Checklist,
  ClaimedLine,
  ContactRole,
  InstalmentRef,
  LadderUse,
  NextAction,
  NoticeItem,
  NoticeOrigin,
  ReviewPoint,
  TouchOutcome,
} from './model.js'
export { decodeCreditPolicy } from './decode-credit-policy.js'
export {
  creditLimitsOf,
  type CreditPolicy,
  type CurrencyLimits,
  shippedCreditPolicy,
} from './policies/credit/credit-policy.js'
export { isOnLadder, levelReached, questionOn, type RunScope } from './policies/ladder/question-on.js'
export { stillAsked } from './policies/ladder/still-asked.js'
export type {
  AlreadyEnded,
  CurrencyMismatch,
  DayInThePast,
  DemandNotReady,
  DunningKind,
  DunningRejection,
  HistoryNotAtHand,
  IdAlreadyUsed,
  InvalidAmount,
  InvalidLadder,
  ItemNotPlaced,
  ItemPlaced,
  KeptFromAgency,
  ItemUnknown,
  MissingField,
  MoneyUnmatched,
  NotFound,
  PlacementNotReady,
  NothingDue,
  NothingToAsk,
  NoticeClaimedBefore,
  NoticeExpired,
  NoticeNotClaimed,
  NoticeNotForSending,
  TooEarly,
  FeeChargedBefore,
  NothingToBill,
} from './rejections.js'
export type { ChargeLateness, DunningRequest } from './requests.js'
export {
  type DemandRecord,
  type DunningState,
  type HoldRecord,
  initialDunning,
  type ItemDunning,
  type LadderChange,
  type LevelNote,
  type NoticeRecord,
  type NoticeStanding,
  type PlacementRecord,
  type ChargeRecord,
} from './state.js'
export {
  agencyCommission,
  type AgencyAccount,
  type Collected,
  inAgencyWindow,
  type Placement,
} from './policies/escalation/agency-commission.js'
export {
  escalate,
  type EscalationCase,
  type EscalationHold,
  type EscalationItem,
  type EscalationPolicy,
  type EscalationStep,
  type HeldBack,
} from './policies/escalation/escalate.js'
export {
  expectedRecovery,
  type ExpectedRecovery,
  type RecoveryPoint,
  type RecoveryTable,
  surveyedRecovery,
} from './policies/escalation/expected-recovery.js'
export {
  type DemandConsequence,
  type DemandedAccount,
  type FinalDemandDraft,
  type FinalDemandFault,
  finalDemandFaults,
  type FinalDemandPolicy,
  shippedFinalDemandPolicy,
} from './policies/escalation/final-demand-faults.js'
export {
  limitationDate,
  limitationNear,
  type LimitationRestart,
  type LimitationRule,
  limitationRules,
  type LimitationStart,
} from './policies/escalation/limitation-date.js'
export { itemsToDemand, type OverdueItem, overdueItems } from './policies/escalation/overdue-items.js'
export {
  type FiredSignal,
  type PlacementAdvice,
  placementAdvice,
  type PlacementEvidence,
  type PlacementPolicy,
  type PlacementSignal,
  shippedPlacementPolicy,
  type Witnessed,
} from './policies/escalation/placement-advice.js'
export {
  type HeldDocument,
  type MissingDocument,
  type PlacementDocument,
  type PlacementFile,
  placementFile,
  type PlacementFileNeeds,
  shippedPlacementNeeds,
} from './policies/escalation/placement-file.js'
export { type PlacedItem, recallReason, type RecallPolicy } from './policies/escalation/recall-reason.js'
export { type ChargeItem, type NoticeClaim, noticeClaim } from './policies/fees/claimable.js'
export {
  bandedFee,
  type ChargedNotice,
  type FeeBand,
  type FeePolicy,
  type FeeRule,
  type FeeWithoutRate,
  noticeFee,
} from './policies/fees/notice-fee.js'
export {
  accrueInterest,
  dailyMinor,
  exactInterest,
  type InterestAccrual,
  type InterestSpan,
  type InterestTerms,
  type LateItem,
  monthlyCompounded,
} from './policies/interest/accrue-interest.js'
export { type BalanceChange, balanceOn, type BalanceStep, balanceSteps } from './policies/interest/balance-steps.js'
export {
  changeDays,
  type DatedRate,
  halfYearOf,
  type InterestRate,
  type NoRateKnown,
  percentOn,
  type RateFixing,
  type RateTable,
} from './policies/interest/dated-rates.js'
export { addExact, type ExactAmount, exactAmount, exactZero, roundExact } from './policies/interest/exact-amount.js'
export {
  type BearingInstalment,
  type BearingItem,
  type InterestLine,
  type InterestPolicy,
  interestToBill,
} from './policies/interest/interest-to-bill.js'
export {
  bankOfEnglandRates,
  ecbRefinancingRates,
  germanBaseRates,
  promptPaymentRates,
} from './policies/interest/reference-rates.js'
export {
  deBgb,
  eu2011,
  type FixedSum,
  type FixedSumBand,
  fixedSumMinor,
  frL441,
  statutoryRegimes,
  type StatutoryRegime,
  statutoryTerms,
  uk1998,
  usPromptPayment,
} from './policies/interest/statutory-regimes.js'
export { type InterestBilling, unbilledInterest } from './policies/interest/unbilled-interest.js'
export {
  decodeEscalationPolicy,
  decodeFeePolicy,
  decodeInterestPolicy,
  decodePlacementPolicy,
} from './decode-charges.js'
export { decodeDeskPolicy } from './decode-desk-policy.js'
export { decodeDunningPolicy } from './decode-dunning-policy.js'
export { type DeskPolicy, deskPolicy } from './desk-policy.js'
export type {
  AccountStates,
  CreditTreatment,
  DunningCampaign,
  DunningPolicy,
  ItemLadder,
  LadderStep,
  RunDays,
  StateMeasure,
  StateThreshold,
  StepKind,
  StepMode,
} from './dunning-policy.js'
export { type AskedOfItem, askedOfItem } from './policies/ladder/asked-of-item.js'
export { type CoverableAsk, coverWithCredits } from './policies/ladder/cover-with-credits.js'
export { creditsInNotice } from './policies/ladder/credits-in-notice.js'
export { type AskAtStep, fallBack, meetsMinimums } from './policies/ladder/fall-back.js'
export { letterLevel, type LetterLevelRule } from './policies/ladder/letter-level.js'
export { nextChangeOn } from './policies/ladder/next-change-on.js'
export { noticesOfProposal } from './policies/ladder/notices-of-proposal.js'
export { proposeNotices } from './policies/ladder/propose-notices.js'
export { type ItemNotice, type PolicyChange, reachedLevel } from './policies/ladder/reached-level.js'
export { nextStepOf } from './policies/ladder/next-step-of.js'
export { type LadderHistory, type LadderReplay, replayLadder } from './policies/ladder/replay-ladder.js'
export { firstRunDayFrom, runDaysIn } from './policies/ladder/run-days-in.js'
export { stepDueOn } from './policies/ladder/step-due-on.js'
export { stepForItem } from './policies/ladder/step-for-item.js'
export { askInCampaign, type CampaignAsk } from './policies/states/ask-in-campaign.js'
export { lastClearDay } from './policies/states/last-clear-day.js'
export { accountState, type UnpaidItem } from './policies/states/account-state.js'
export {
  advanceCampaign,
  afterClearing,
  type AttemptCount,
  campaignAtStart,
  type CampaignAttempt,
  type CampaignRun,
  type CampaignStanding,
  gapHasPassed,
  reachesThreshold,
} from './policies/states/advance-campaign.js'
export { nextStateOn, type StateChange, stateChanges } from './policies/states/state-changes.js'
export { contradictionsIn } from './policy-contradictions.js'
export type {
  DunnableItem,
  DunningHold,
  HeldItem,
  HoldReason,
  NoticeCredit,
  NoticeLine,
  NoticeProposal,
  ReachedLevel,
  RunQuestion,
  SkippedItem,
  UnappliedCredit,
} from './run-question.js'
export {
  type CallPolicy,
  callPolicy,
  type CallRest,
  callRest,
  type CallSummary,
  callSummary,
  type NamedInvoice,
  partsToAsk,
  type SpokenSum,
} from './policies/call/call-summary.js'
export {
  type CollectiblePart,
  collectibleParts,
  type MoneyInHand,
  type OwedPart,
} from './policies/call/collectible-parts.js'
export {
  type CoverageFloor,
  coverageFloor,
  longestGapDays,
  nextTouchBy,
  plannedTouches,
} from './policies/coverage/planned-touches.js'
export {
  type CoverageAccount,
  type CoverageOrder,
  type CoveragePolicy,
  type CoverageReport,
  smallAccountCoverage,
  type UncoveredAccount,
} from './policies/coverage/small-account-coverage.js'
export {
  type CreditExposure,
  creditExposure,
  type ExposedItem,
  type ExposurePolicy,
  exposurePolicy,
  type OtherExposure,
} from './policies/credit/credit-exposure.js'
export {
  type CreditLimits,
  type ExceededLimit,
  exceededLimits,
  type OrderAdvice,
  orderAdvice,
  type OrderBasis,
  orderMinor,
  type OrderToCheck,
} from './policies/credit/order-advice.js'
export {
  type CallChecklist,
  type ChecklistItem,
  type ReviewAnswer,
  reviewCall,
  type ReviewResult,
  shippedCallChecklist,
} from './policies/programme/call-review.js'
export {
  type ContactNote,
  type ContactSignPolicy,
  contactSignPolicy,
  type ContactSigns,
  contactSigns,
  isTwoWay,
} from './policies/programme/contact-signs.js'
export {
  differentExcuses,
  type ExcuseAsk,
  type ExcuseFollowUp,
  excuseFollowUp,
  type ExcuseTable,
  shippedExcuses,
} from './policies/programme/excuse-asks.js'
export {
  type ActionableItem,
  type ActionKind,
  type ItemAction,
  nextAction,
  nextActions,
  type PlannedStep,
} from './policies/programme/next-action.js'
export {
  isInProgramme,
  type ProgrammePolicy,
  programmePolicy,
  programmeScope,
  type ScopedItem,
} from './policies/programme/programme-scope.js'
export {
  type CallCandidate,
  type CallRestReason,
  callRestReasons,
  type QuietPolicy,
  quietPolicy,
} from './policies/worklist/call-rest-reasons.js'
export {
  orderWork,
  type RankedWork,
  type ScorePart,
  type WorkCandidate,
  type WorkPolicy,
  workPolicy,
  workScore,
  type WorkWeight,
} from './policies/worklist/order-work.js'
export { type DayPlan, type DeferredWork, planDay, type WaitingWork } from './policies/worklist/plan-day.js'
