/** A debtor policy out of a JSON file, or what is wrong with which field. */
import {
  exactDecimal,
  listOf,
  nonEmptyText,
  oneOf,
  reportErrors,
  struct,
  tagLiteral,
  wholeNumber,
  yesNo,
} from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { DebtorPolicy, DebtorSignal } from './policy.js'

const window = struct({ windowDays: wholeNumber, includesFirstDay: yesNo })
const named = { name: nonEmptyText }

const signalCodecs = {
  BrokenPromises: struct(
    {
      _tag: tagLiteral('BrokenPromises'),
      ...named,
      minSettled: wholeNumber,
      minBroken: wholeNumber,
      ratePercent: exactDecimal,
      partlyKeptPercent: exactDecimal,
    },
    { window },
  ),
  LateInARow: struct({ _tag: tagLiteral('LateInARow'), ...named, minInARow: wholeNumber, graceDays: wholeNumber }),
  DaysLate: struct(
    { _tag: tagLiteral('DaysLate'), ...named, minItems: wholeNumber, moreThanDays: wholeNumber },
    { window },
  ),
  LongPastDue: struct({ _tag: tagLiteral('LongPastDue'), ...named, moreThanDays: wholeNumber }),
  LateShare: struct({ _tag: tagLiteral('LateShare'), ...named, minMatured: wholeNumber, ratePercent: exactDecimal }),
  FalseExcuses: struct({ _tag: tagLiteral('FalseExcuses'), ...named, minFalse: wholeNumber }, { window }),
  ReturnedPayments: struct({ _tag: tagLiteral('ReturnedPayments'), ...named, minReturned: wholeNumber }, { window }),
}

const frame = struct(
  {
    id: nonEmptyText,
    version: wholeNumber,
    levels: listOf(
      struct({
        level: oneOf('promise-breaker', 'habitual'),
        allOf: listOf(nonEmptyText),
        anyOf: listOf(nonEmptyText),
      }),
    ),
  },
  { clearing: struct({ keptInARow: wholeNumber, cleanDays: wholeNumber }) },
)
const causes = listOf(nonEmptyText)

/**
 * Read a policy. Every field that is wrong, missing or not known is named; so is a level that speaks of a signal that
 * is not there, and a name that two signals share.
 *
 * @rejects a line for each thing wrong, by field
 * @law a policy written as JSON is the same when it is read
 * @category codecs
 * @since 0.1.0
 */
export const decodeDebtorPolicy = (json: unknown): E.Either<ReadonlyArray<string>, DebtorPolicy> => {
  const { signals, excludeCauses, ...rest } =
    typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {}
  const framed = frame.decode(rest)
  const read = Array.isArray(signals) ? signals.map(readSignal) : []
  const listed = excludeCauses === 'all' ? E.right('all' as const) : causes.decode(excludeCauses)
  const errors = [
    ...(E.isLeft(framed) ? reportErrors(framed.left) : []),
    ...(Array.isArray(signals) ? [] : ['signals: expected a list']),
    ...read.flatMap((signal) => (E.isLeft(signal) ? signal.left : [])),
    ...(E.isLeft(listed) ? ['excludeCauses: expected "all" or a list of texts'] : []),
  ]
  if (E.isLeft(framed) || E.isLeft(listed) || errors.length > 0) return E.left(errors)
  const known = read.flatMap((signal) => (E.isRight(signal) ? [signal.right] : []))
  const policy: DebtorPolicy = { ...framed.right, signals: known, excludeCauses: listed.right }
  const names = wrongNames(policy)
  return names.length > 0 ? E.left(names) : E.right(policy)
}

const readSignal = (json: unknown, index: number): E.Either<ReadonlyArray<string>, DebtorSignal> => {
  const tag = typeof json === 'object' && json !== null && '_tag' in json ? String(json._tag) : ''
  if (!Object.hasOwn(signalCodecs, tag))
    return E.left([`signals.${index}._tag: "${tag}" is none of ${Object.keys(signalCodecs).join(', ')}`])
  const read = signalCodecs[tag as keyof typeof signalCodecs].decode(json)
  return E.isLeft(read)
    ? E.left(reportErrors(read.left).map((line) => `signals.${index}.${line}`))
    : E.right(read.right)
}

const wrongNames = ({ signals, levels }: DebtorPolicy): ReadonlyArray<string> => {
  const names = signals.map(({ name }) => name)
  const twice = names.filter((name, index) => names.indexOf(name) < index)
  const missing = levels.flatMap(({ allOf, anyOf }, index) =>
    [...allOf, ...anyOf]
      .filter((name) => !names.includes(name))
      .map((name) => `levels.${index}: there is no signal "${name}"`),
  )
  return [...twice.map((name) => `signals: two are called "${name}"`), ...missing]
}
