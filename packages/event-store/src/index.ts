export type {
  Appended,
  AppendConflict,
  AppendOptions,
  AppendResult,
  ClaimTaken,
  DuplicateAppend,
  EventStore,
  JsonObject,
  JsonValue,
  NewFact,
  PageHandler,
  ReadAllFilter,
  ReadFilter,
  ReadResult,
  StoredFact,
  StoreHead,
  Subscription,
  SubscriptionEnd,
  UnknownOutcome,
} from './port.js'
export type { Any, Exactly, Exists, Expected, Head, NoStream } from './expected.js'
export { any, exactly, exists, expectationHolds, expectedAt, noStream } from './expected.js'
export { categoryOf } from './stream-category.js'
export { stampOf } from './recording-time.js'
export type { AppendIndex, AppendRequest, FactPlace } from './append-rule.js'
export { withoutWriting } from './append-rule.js'
export { AppendSignal } from './append-signal.js'
export type { FollowSource } from './follow-store.js'
export { followStore } from './follow-store.js'
export { frozenDeep } from './frozen-deep.js'
export { inMemoryEventStore } from './memory-store.js'
export type { StoreLaw, StoreUnderTest } from './laws/law.js'
export { storeLaws } from './laws/index.js'
export type { SampleFact } from './laws/sample-fact.js'
export { sampleFact } from './laws/sample-fact.js'
