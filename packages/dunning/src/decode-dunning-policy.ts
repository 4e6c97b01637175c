/** A policy of dunning out of a JSON file, or what is wrong with which field. */
import {
  currencyCode,
  day,
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
import type * as t from 'io-ts'
import type { DunningPolicy, LadderStep, RunDays, StepKind } from './dunning-policy.js'
import type { Channel } from './model.js'
import { contradictionsIn } from './policy-contradictions.js'

const moneys = listOf(struct({ currency: currencyCode, minor: wholeNumber }))
const channel: t.Type<Channel> = oneOf('e-mail', 'text', 'letter', 'statement', 'call', 'visit', 'portal')
const kind: t.Type<StepKind> = oneOf(
  'reminder',
  'past-due-notice',
  'call',
  'executive-contact',
  'final-demand',
  'hold-advice',
  'placement',
)

const runDaysCodecs = {
  EveryDays: struct({ _tag: tagLiteral('EveryDays'), from: day, days: wholeNumber }),
  Weekdays: struct({ _tag: tagLiteral('Weekdays'), weekdays: listOf(wholeNumber) }),
  DaysOfMonth: struct({ _tag: tagLiteral('DaysOfMonth'), days: listOf(wholeNumber) }),
  ListedDays: struct({ _tag: tagLiteral('ListedDays'), days: listOf(day) }),
}

const stepFields = {
  required: {
    level: wholeNumber,
    kind,
    channel,
    mode: oneOf<LadderStep['mode']>('net-days', 'end-of-month', 'previous-date', 'delivered-days'),
    delayDays: wholeNumber,
  },
  optional: { minimums: moneys, minimumPercent: exactDecimal },
}

const named = { id: nonEmptyText, version: wholeNumber }

const policyFields = {
  ItemLadder: {
    required: {
      _tag: tagLiteral('ItemLadder'),
      ...named,
      steps: listOf(struct(stepFields.required, stepFields.optional)),
      sequential: yesNo,
      graceDays: wholeNumber,
      tolerances: moneys,
      repeatsLastStep: yesNo,
      credits: oneOf('matched-first', 'in-notice', 'left-aside'),
      sendWithinDays: wholeNumber,
    },
    optional: { minArrearsDays: wholeNumber, intervalDays: wholeNumber, postingWindowDays: wholeNumber },
  },
  AccountStates: {
    required: {
      _tag: tagLiteral('AccountStates'),
      ...named,
      by: oneOf('oldest-due-age', 'invoice-age', 'unpaid-count', 'unpaid-balance'),
      states: listOf(struct({ name: nonEmptyText, from: wholeNumber })),
    },
    optional: { currency: currencyCode },
  },
  DunningCampaign: {
    required: {
      _tag: tagLiteral('DunningCampaign'),
      ...named,
      thresholds: moneys,
      maxAttempts: wholeNumber,
      daysBetween: wholeNumber,
      gap: oneOf('at-least', 'more-than'),
      spacing: oneOf('per-currency', 'per-account'),
      channel,
      sendWithinDays: wholeNumber,
    },
    optional: {},
  },
}

/**
 * Read a policy. Every field that is wrong, missing or not known is named; so is what contradicts itself: two steps
 * of one level, a first step that counts from the one before, a run day that no calendar has.
 *
 * @rejects a line for each thing wrong, by field
 * @law a policy of dunning written as JSON is the same when it is read
 * @category codecs
 * @since 0.1.0
 */
export const decodeDunningPolicy = (json: unknown): E.Either<ReadonlyArray<string>, DunningPolicy> => {
  const record = recordOf(json)
  const { runDays, ...rest } = record
  const tag = tagOf(record)
  if (!hasKey(policyFields, tag)) return E.left([`_tag: "${tag}" is none of ${Object.keys(policyFields).join(', ')}`])
  const { required, optional } = policyFields[tag]
  const framed = struct<t.Props, t.Props>(required, optional).decode(rest)
  const days = readRunDays(runDays)
  const errors = [
    ...(E.isLeft(framed) ? reportErrors(framed.left) : []),
    ...(E.isLeft(days) ? days.left : []),
    ...unknownFields(record, { ...required, ...optional, runDays: null }, ''),
    ...stepsIn(record).flatMap((step, index) =>
      unknownFields(step, { ...stepFields.required, ...stepFields.optional }, `steps.${index}.`),
    ),
  ]
  if (E.isLeft(framed) || E.isLeft(days) || errors.length > 0) return E.left(errors)
  const policy = { ...framed.right, runDays: days.right } as DunningPolicy
  const wrong = contradictionsIn(policy)
  return wrong.length > 0 ? E.left(wrong) : E.right(policy)
}

const readRunDays = (json: unknown): E.Either<ReadonlyArray<string>, RunDays> => {
  const tag = tagOf(recordOf(json))
  if (!hasKey(runDaysCodecs, tag))
    return E.left([`runDays._tag: "${tag}" is none of ${Object.keys(runDaysCodecs).join(', ')}`])
  const codec: t.Type<RunDays> = runDaysCodecs[tag] as t.Type<RunDays>
  const read = codec.decode(json)
  return E.isLeft(read) ? E.left(reportErrors(read.left).map((line) => `runDays.${line}`)) : read
}

const recordOf = (json: unknown): Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Readonly<Record<string, unknown>>) : {}

const tagOf = ({ _tag }: Readonly<Record<string, unknown>>): string => (typeof _tag === 'string' ? _tag : '')

const stepsIn = ({ steps }: Readonly<Record<string, unknown>>): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  Array.isArray(steps) ? steps.map(recordOf) : []

const hasKey = <Known extends object>(known: Known, key: string): key is Extract<keyof Known, string> =>
  Object.hasOwn(known, key)

const unknownFields = (given: Readonly<Record<string, unknown>>, known: object, path: string): ReadonlyArray<string> =>
  Object.keys(given)
    .filter((key) => !Object.hasOwn(known, key))
    .map((key) => `${path}${key}: there is no such field`)
