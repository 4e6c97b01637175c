export { anyMinor, currencies, decimals, moneyAmounts, percents, positiveMinor } from './arbitraries/amounts.js'
export { businessCalendars, businessDays } from './arbitraries/days.js'
export { documentDrafts, taxes } from './arbitraries/documents.js'
export { accountHistories, historySteps, seededHistory } from './arbitraries/histories.js'
export { dayRules, dueRules, paymentTerms } from './arbitraries/terms.js'
export type { AccountHistory, Attempt } from './history/account-history.js'
export { type Dice, diceOf, numbersFrom } from './history/dice.js'
export { playAccount, recordFacts, type Step } from './history/play.js'
export { auditEntity, type EntityFinding, entityLaws } from './laws/audit-entity.js'
export { auditLaws, auditLog, type Finding } from './laws/audit-laws.js'
export { type Books, type CreditBook, emptyBooks, type ItemBook, type ReceiptBook } from './laws/books.js'
export { type EntityBreach, type EntityLaw, entityLaw, type EntityLogs } from './laws/entity-law.js'
export { type AccountLog, type AuditLaw, auditLaw, type Breach } from './laws/law.js'
export { oneResultPerCommand, readBackAsWritten, revisionsWithoutGaps } from './laws/log-laws.js'
export {
  balancesTie,
  everyCutInBounds,
  itemsConserved,
  nothingOverApplied,
  receiptsConserved,
} from './laws/money-laws.js'
export { postFact } from './laws/post-fact.js'
export { nothingBeforeItsCause } from './laws/reference-law.js'
export { madeBy, type Reference, referredToBy } from './laws/references.js'
export { inTransitMinor, postTransfer, type TransferBook, type TransferSide } from './laws/transfer-book.js'
export { entityConserved, transfersConserved, transfersConservedEveryDay } from './laws/transfer-laws.js'
export { type Answered, type Given, type Scenario, scenario } from './scenario.js'
