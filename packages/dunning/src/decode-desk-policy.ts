/** A desk policy out of a JSON file, or what is wrong with which field. */
import {
  compareDecimals,
  decimal,
  exactDecimal,
  isCurrencyCode,
  listOf,
  nonEmptyText,
  reportErrors,
  struct,
  wholeNumber,
  yesNo,
} from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { type DeskPolicy, deskPolicy } from './desk-policy.js'

const sections = {
  call: { overDays: wholeNumber, maxNamed: wholeNumber, largeSharePercent: exactDecimal },
  work: {
    weights: listOf(struct({ component: nonEmptyText, weight: exactDecimal })),
    tiers: listOf(nonEmptyText),
    ties: listOf(nonEmptyText),
  },
  quiet: { quietDays: wholeNumber, quietOnLastDay: yesNo },
  floor: { touches: wholeNumber, periodDays: wholeNumber },
  coverage: { coverageDays: wholeNumber, smallBelowMinor: t.record(t.string, wholeNumber) },
  programme: { fromDaysPastDue: wholeNumber },
  signs: {
    silentAfterDays: wholeNumber,
    unansweredTouches: wholeNumber,
    unansweredChannels: wholeNumber,
    firstContactDays: wholeNumber,
  },
  orders: { days: wholeNumber, graceDays: wholeNumber },
}
type Section = keyof typeof sections
const names = Object.keys(sections) as ReadonlyArray<Section>
const frame = { id: nonEmptyText, version: wholeNumber }
const days = { brokenFirstDays: wholeNumber, brokenPromiseDays: wholeNumber }

/**
 * Read a policy. A section or field that is not there has its default; every one that is wrong or not known is named,
 * and so is what cannot be: three invoices to name, a floor of no contact, a share above all.
 *
 * @rejects a line for each thing wrong, by field
 * @law a desk policy written as JSON is the same when it is read
 * @category codecs
 * @since 0.1.0
 */
export const decodeDeskPolicy = (json: unknown): E.Either<ReadonlyArray<string>, DeskPolicy> => {
  const given = recordOf(json)
  const framed = struct(frame, days).decode(given)
  const errors = [
    ...(E.isLeft(framed) ? reportErrors(framed.left) : []),
    ...unknownIn(given, { ...frame, ...sections, ...days }, ''),
    ...names.flatMap((name) => wrongSection(name, given[name])),
  ]
  if (E.isLeft(framed) || errors.length > 0) return E.left(errors)
  const read = Object.fromEntries(names.map((name) => [name, { ...deskPolicy[name], ...recordOf(given[name]) }]))
  const { brokenFirstDays, brokenPromiseDays } = deskPolicy
  const { id, version, ...own } = { brokenFirstDays, brokenPromiseDays, ...framed.right }
  const policy = { ...own, id, version, ...read } as unknown as DeskPolicy
  const impossible = impossibleIn(policy)
  return impossible.length > 0 ? E.left(impossible) : E.right(policy)
}

const wrongSection = (name: Section, json: unknown): ReadonlyArray<string> => {
  if (json === undefined) return []
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [`${name}: expected an object`]
  const known: t.Props = sections[name]
  const read = t.partial(known).decode(json)
  const wrong = E.isLeft(read) ? reportErrors(read.left).map((line) => `${name}.${line}`) : []
  return [...wrong, ...unknownIn(recordOf(json), known, `${name}.`)]
}

const impossibleIn = ({ call, floor, coverage, quiet, ...rest }: DeskPolicy): ReadonlyArray<string> => {
  const unless = (holds: boolean, line: string): ReadonlyArray<string> => (holds ? [] : [line])
  const maxNamed: number = call.maxNamed
  const unknown = Object.keys(coverage.smallBelowMinor).filter((currency) => !isCurrencyCode(currency))
  return [
    ...unless(maxNamed === 1 || maxNamed === 2, 'call.maxNamed: one invoice or two'),
    ...unless(call.overDays >= 0, 'call.overDays: 0 or more'),
    ...unless(
      compareDecimals(call.largeSharePercent, decimal('0')) > 0 &&
        compareDecimals(call.largeSharePercent, decimal('100')) <= 0,
      'call.largeSharePercent: above 0, at most 100',
    ),
    ...unless(
      floor.touches >= 1 && floor.periodDays >= floor.touches,
      'floor: one contact at least, one a day at most',
    ),
    ...unless(quiet.quietDays >= 0, 'quiet.quietDays: 0 or more'),
    ...unless(rest.programme.fromDaysPastDue >= 1, 'programme.fromDaysPastDue: 1 or more'),
    ...unless(rest.brokenFirstDays >= 1, 'brokenFirstDays: 1 or more'),
    ...unless(rest.brokenPromiseDays >= 0, 'brokenPromiseDays: 0 or more'),
    ...unknown.map((currency) => `coverage.smallBelowMinor.${currency}: no currency`),
  ]
}

const recordOf = (json: unknown): Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Readonly<Record<string, unknown>>) : {}

const unknownIn = (given: Readonly<Record<string, unknown>>, known: object, path: string): ReadonlyArray<string> =>
  Object.keys(given)
    .filter((key) => !Object.hasOwn(known, key))
    .map((key) => `${path}${key}: there is no such field`)
