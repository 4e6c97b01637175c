export type { AccountCommand, AccountFact, AccountRejection } from './account/account.js'
export { accountCodecs } from './account/codec.js'
export { openBaseOf, openMinorOf } from './account/contexts.js'
export { accountOnDay } from './account/dunning-context.js'
export { accountDecider, decideAccount } from './account/decide.js'
export { accountKnownBy, type AccountReplay, replayAccount, type RunsAt } from './account/replay-account.js'
export { evolveAccount, evolveRecorded } from './account/evolve.js'
export type {
  AccountAlreadyOpen,
  AccountClosed,
  AccountIsClosed,
  AccountLife,
  AccountLifeCommand,
  AccountLifeFact,
  AccountLifeRejection,
  AccountNotSettled,
  AccountOpened,
  AccountReopened,
  CloseAccount,
  OpenAccount,
  ReopenAccount,
} from './account/life.js'
export { type AccountState, type CommandRecord, initialAccount } from './account/state.js'
export type { AccountAt } from './ledger/account-cache.js'
export { claimsOf, documentClaim, receiptClaim, transferClaim } from './ledger/claims.js'
export type {
  CommandIdReused,
  LedgerFailure,
  NotBounced,
  NumberTaken,
  OutcomeUnknown,
  SameAccount,
  TooBusy,
  UnreadableCommand,
  UnreadableHistory,
} from './ledger/failures.js'
export type { HistoricCommand, HistoryPlan, ImportMeta } from './ledger/import-history.js'
export { type Ledger, type LedgerOptions, openLedger } from './ledger/ledger.js'
export { commandHash, type CommandMeta } from './ledger/prepare-facts.js'
export { readFact, readFacts } from './ledger/read-facts.js'
export {
  type DunningProgress,
  type DunningReport,
  type DunningRun,
  type DunningWatch,
  runDunningOn,
} from './ledger/run-dunning-on.js'
export {
  type NoticeAdapter,
  type NoticeToSend,
  type SendAnswer,
  sendNotice,
  type SendOutcome,
} from './ledger/send-notice.js'
export type { AnswerOf } from './ledger/run-on-each.js'
export type { Outcome } from './ledger/run-commands.js'
export type { CashTransfer, TransferFailure } from './ledger/transfer.js'
export { chargeCommands, type ChargePosting } from './matching/charge-commands.js'
export { cleanUpQuestionOf, type CleanUpTerms } from './matching/clean-up-question.js'
export { matchHistoryOf } from './matching/match-history.js'
export { freeReceipts, matchItemsOf, matchPaymentOf } from './matching/match-items.js'
export {
  emptyPayerDirectory,
  findPayer,
  type FoundPayer,
  nameTheUnnamed,
  noteCustomer,
  type PayerDirectory,
} from './matching/payer-directory.js'
export { cautiousPosting, type PostingPolicies } from './matching/posting-policies.js'
export { type PostedMatch, postMatches, type PostingMeta } from './matching/post-matches.js'
export {
  type MatchProposal,
  type MatchTerms,
  type PaymentToMatch,
  proposeMatches,
  type ProposalStatus,
} from './matching/propose-matches.js'
export type { ReasonedAnswer } from './matching/question.js'
export { isSuspense, suspenseCustomer } from './matching/suspense.js'
export { type MatchVerdict, verifyRecordedMatch } from './matching/verify-recorded-match.js'
export { policyCodecs } from './runs/codec.js'
export type { DunningPolicyAdopted, DunningRunFinished, PolicyFact } from './runs/events.js'
export { policyStandings, type PolicyStanding } from './runs/policy-standings.js'
export { type MissedDays, type NightParts, type NightReport, runMissedDays } from './runs/run-missed-days.js'
export { type AccountBalance, accountBalances } from './policies/account-balance.js'
export { type ItemStatus, itemStatus } from './policies/item-status.js'
export { noticesToSend } from './policies/notices-to-send.js'
export { unpaidItems } from './policies/unpaid-items.js'

// What an embedder needs beside the ledger itself, so that one import is enough to begin with.
export { inMemoryEventStore } from '@quittance/event-store'
export { dueOnReceipt, netDays, type PaymentTerms } from '@quittance/invoicing'
export {
  addDays,
  decimal,
  formatMoney,
  type Instant,
  instant,
  type LocalDate,
  localDate,
  type Money,
  money,
  parseMoney,
} from '@quittance/kernel'
