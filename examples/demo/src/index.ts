export { runDemo } from './run-demo.js'
export { latestSettledDispute, type SettledDispute } from './latest-settled-dispute.js'
export { type LedgerSummary, summaryOf } from './ledger-summary.js'
