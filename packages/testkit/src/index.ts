export { anyMinor, currencies, decimals, moneyAmounts, percents, positiveMinor } from './arbitraries/amounts.js'
export { businessCalendars, businessDays } from './arbitraries/days.js'
export { documentDrafts, taxes } from './arbitraries/documents.js'
export { accountHistories, historySteps, seededHistory } from './arbitraries/histories.js'
export { type AmountProfile, amountProfiles, openAmounts } from './arbitraries/matching/amount-profiles.js'
export { type GivenSizes, matchingGivens } from './arbitraries/matching/givens.js'
export { corrupted, type Corruption, corruptions, remittanceText } from './arbitraries/matching/remittance.js'
export { dayRules, dueRules, paymentTerms } from './arbitraries/terms.js'
export type { AccountHistory, Attempt } from './history/account-history.js'
export { type Dice, diceOf, numbersFrom } from './history/dice.js'
export { playAccount, recordFacts, type Step } from './history/play.js'
export { auditEntity, type EntityFinding, entityLaws } from './laws/audit-entity.js'
export { auditLaws, auditLog, type Finding } from './laws/audit-laws.js'
export {
  type BaseBook,
  type Books,
  type CreditBook,
  emptyBooks,
  type ItemBook,
  type LinkBook,
  type ReceiptBook,
} from './laws/books.js'
export { type EntityBreach, type EntityLaw, entityLaw, type EntityLogs } from './laws/entity-law.js'
export { type AccountLog, type AuditLaw, auditLaw, type Breach } from './laws/law.js'
export { chargebacksOwed, deductionsCredited, deductionsEndOnce } from './laws/difference-laws.js'
export { oneResultPerCommand, readBackAsWritten, revisionsWithoutGaps } from './laws/log-laws.js'
export {
  asManyDaysLater,
  currencyIsAName,
  largerItemTurnsNothing,
  otherCurrencyIsNoise,
  toldTwiceAppliedOnce,
  usedUpIsUsedUp,
} from './laws/matching/change.js'
export { explanationsDiffer, noSilentChoice, noSilentTieBreak, twinsAreSaid } from './laws/matching/honesty.js'
export {
  type MatchingEffort,
  type MatchingLaw,
  matchingLaw,
  type MatchingVerdict,
} from './laws/matching/matching-law.js'
export { matchingLaws } from './laws/matching/matching-laws.js'
export {
  allOrNothing,
  currenciesStayApart,
  earnedDiscountsOnly,
  everyCentAccountedFor,
  linesAreReal,
  nothingCrossesZero,
  nothingTakenTwice,
} from './laws/matching/money.js'
export {
  askedAgain,
  dayByDay,
  idsRenamedAtWill,
  idsRenamedInOrder,
  oldestFirst,
  orderOfItems,
  orderOfPayments,
} from './laws/matching/order.js'
export {
  type MatchingGiven,
  type MatchingRules,
  type OfferedItem,
  type OfferedPayment,
  rulesOf,
} from './laws/matching/rules.js'
export { lettersAreNoise, linesAreASet, wordsAreNoise } from './laws/matching/text.js'
export {
  balancesTie,
  baseValuesConserved,
  everyCutInBounds,
  itemsConserved,
  nothingOverApplied,
  receiptsConserved,
  realisedOnTheLink,
} from './laws/money-laws.js'
export { postFact } from './laws/post-fact.js'
export { noMoneyCountsTwice, oneStandingAtATime, verdictsProven } from './laws/promise-laws.js'
export { nothingBeforeItsCause } from './laws/reference-law.js'
export { madeBy, type Reference, referredToBy } from './laws/references.js'
export { inTransitMinor, postTransfer, type TransferBook, type TransferSide } from './laws/transfer-book.js'
export { entityConserved, transfersConserved, transfersConservedEveryDay } from './laws/transfer-laws.js'
export { type Answered, type Given, type Scenario, scenario } from './scenario.js'
export { type PayerClass, payerClasses, type PayerMix } from './payers/payer-class.js'
export { payerWorld, type PayerWorld } from './payers/payer-world.js'
export { simulatePayer } from './payers/simulate-payer.js'
export {
  type CustomerTrouble,
  customerTroubleKinds,
  customerTroubles,
  type LookAlike,
  lookAlikes,
  type UpstreamError,
  upstreamErrorKinds,
  upstreamErrors,
} from './upstream/error-kind.js'
export type { UpstreamTruth } from './upstream/trade.js'
export {
  decodeUpstreamMix,
  type Ending,
  type NoiseKind,
  type Reaction,
  type RecordKind,
  type UpstreamMix,
} from './upstream/upstream-mix.js'
export { type UpstreamAccount, upstreamWorld, type UpstreamWorld } from './upstream/upstream-world.js'
