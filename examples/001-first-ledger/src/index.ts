export { type Advice, adviceOn } from './advice-on.js'
export { firstLedger } from './first-ledger.js'
