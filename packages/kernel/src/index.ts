export type { Brand } from './brand.js'
export { allocate, type ResidueRule } from './allocate.js'
export {
  type BasePool,
  drawBase,
  itemBaseOf,
  type LinkAmounts,
  type LinkExchange,
  linkExchange,
  sourceBaseOf,
} from './base-pool.js'
export { type BusinessCalendar, type DayShift, isBusinessDay, shiftDay } from './calendar.js'
export { canonicalJson, type Json, type JsonObject } from './canonical-json.js'
export { type Checker, compileChecker } from './codec/compile.js'
export { baseValueCodec, linkExchangeCodec } from './codec/exchange.js'
export {
  currencyCode,
  day,
  either,
  exactDecimal,
  listOf,
  moment,
  nonEmptyText,
  oneOf,
  tagLiteral,
  text,
  textMap,
  wholeNumber,
  yesNo,
} from './codec/leaf.js'
export {
  type Codecs,
  codecsOf,
  type DataOf,
  type DecodeFailure,
  type Encoded,
  type RoomCodecs,
} from './codec/registry.js'
export { reportErrors } from './codec/report.js'
export { struct, type StructOf } from './codec/struct.js'
export { firstVersion, type Version, type Versions } from './codec/versions.js'
export { type CurrencyCode, currencyExponent, isCurrencyCode } from './currency.js'
export {
  compareDecimals,
  type Decimal,
  decimal,
  type DecimalRefusal,
  formatDecimal,
  grossUp,
  maxDecimalScale,
  multiplyDecimals,
  normalDecimal,
  parseDecimal,
  percentOf,
} from './decimal.js'
export type { Decided, Decider, Decision, Fact } from './decider.js'
export { accept, acceptAndRequest, firstRefusal, refuse } from './decisions.js'
export { atRate, type BaseValue, type InvalidExchange, type StatedValue, valueInBase } from './exchange.js'
export { type Evolve, foldOwned, foldShared } from './fold.js'
export {
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  fractionOfDecimal,
  multiplyFractions,
  roundFraction,
  subtractFractions,
  wholeFraction,
} from './fraction.js'
export { sha256Hex, uuidV5 } from './hash.js'
export { accountStream, factId, parseAccountStream, policiesStream } from './ids.js'
export { type Instant, instant, instantMillis, instantOn, isInstant, utcDayOf } from './instant.js'
export { invariant } from './invariant.js'
export {
  emptyKeyed,
  type Keyed,
  keyedDelete,
  keyedEntries,
  keyedGet,
  keyedSet,
  keyedSize,
  keyedValues,
} from './keyed.js'
export {
  addDays,
  addMonths,
  type CalendarParts,
  dateOf,
  daysBetween,
  daysInMonth,
  earlierOf,
  endOfMonth,
  epochDay,
  fromEpochDay,
  isLocalDate,
  laterOf,
  type LocalDate,
  localDate,
  partsOf,
  weekday,
} from './local-date.js'
export {
  addMoney,
  formatMinor,
  formatMoney,
  type Money,
  money,
  type MoneyRefusal,
  parseMoney,
  subtractMoney,
} from './money.js'
export type { Envelope, Recorded } from './recorded.js'
export { divideRounded, scaleMinor, sumMinor, toSafe } from './rounding.js'
