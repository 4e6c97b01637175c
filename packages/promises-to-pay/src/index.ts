export { promisesCodecs, promiseTermsCodec } from './codec.js'
export type {
  Asked,
  AssessPromises,
  ConfirmPromise,
  MakePromise,
  MakePromisePlan,
  PromiseDraft,
  PromisesCommand,
  SupersedePromise,
  WithdrawPromise,
} from './commands.js'
export type { ItemReduction, OwedDocument, PromisesContext, ReceivedMoney, VerdictContext } from './context.js'
export type { PromisesDecided } from './decided.js'
export { decidePromises } from './decide.js'
export type {
  Acceleration,
  PromiseBroken,
  PromiseConfirmed,
  PromiseKept,
  PromiseMade,
  PromisePartlyKept,
  PromiseReopened,
  PromisesFact,
  PromiseSuperseded,
  PromiseVerdictFact,
  PromiseVoided,
  PromiseWithdrawn,
} from './events.js'
export { evolvePromises } from './evolve.js'
export {
  type CountedReceipt,
  type CountingBasis,
  type CountsAs,
  defaultPromiseTerms,
  type ItemVerdict,
  type LateMoney,
  type PlanPlace,
  type PromisedItem,
  type PromiseId,
  type PromiseStanding,
  type PromiseTerms,
  type ReopenCause,
  type ReopenReason,
  type VerdictProof,
  type VerdictState,
} from './model.js'
export { allotReceipts, type Claim } from './policies/allot-receipts.js'
export { openBalancePromises, type OpenPromise, openPromisesOn } from './policies/open-promises.js'
export { type EarlierPromise, promiseLevel } from './policies/promise-level.js'
export {
  promiseRates,
  type PromiseRates,
  promiseReliability,
  type RatedPromise,
  ratedAs,
  type ReliabilityRow,
} from './policies/promise-rates.js'
export { promiseTolerance } from './policies/promise-tolerance.js'
export { type PromiseOnRecord, promiseVerdicts } from './policies/promise-verdicts.js'
export { type RecordedVerdict, reopenCause } from './policies/reopen-cause.js'
export { type PromisedLine, type PromiseToJudge, type Verdict, verdictOf } from './policies/verdict-of.js'
export { windowEnd } from './policies/window-end.js'
export type {
  CurrencyMismatch,
  InvalidAmount,
  InvalidPromiseTerms,
  ItemUnknown,
  MissingField,
  MorePromisedThanOwed,
  NothingOwed,
  NothingToAssess,
  PromiseAlreadyConfirmed,
  PromiseAlreadyMade,
  PromiseDayPassed,
  PromisedForThePast,
  PromiseEnded,
  PromisesRejection,
  PromiseUnknown,
  TooEarly,
} from './rejections.js'
export {
  type Cover,
  initialPromises,
  type PromiseLine,
  type PromiseRecord,
  type PromisesState,
  standingMinor,
} from './state.js'
