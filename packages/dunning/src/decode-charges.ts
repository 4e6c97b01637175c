/** Policies of interest, fees and escalation out of JSON files, or what is wrong with which field. */
import { currencyCode, day, exactDecimal, nonEmptyText, oneOf, wholeNumber, yesNo } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { EscalationPolicy } from './policies/escalation/escalate.js'
import type { PlacementPolicy } from './policies/escalation/placement-advice.js'
import type { FeePolicy } from './policies/fees/notice-fee.js'
import type { InterestPolicy } from './policies/interest/interest-to-bill.js'
import { faultsOf, listShape, objectOf, type Shape, taggedBy, valueOf } from './policy-shape.js'

const wholeFrom = (least: number): Shape =>
  valueOf(
    new t.Type<number, unknown, unknown>(
      'whole',
      (value): value is number => wholeNumber.is(value) && value >= least,
      (value, context) => (wholeNumber.is(value) && value >= least ? t.success(value) : t.failure(value, context)),
      t.identity,
    ),
    `a whole number from ${least}`,
  )

const [count, positive] = [wholeFrom(0), wholeFrom(1)]
const [word, date, decimal, flag, currency] = [
  valueOf(nonEmptyText, 'a text'),
  valueOf(day, 'a day'),
  valueOf(exactDecimal, 'a decimal'),
  valueOf(yesNo, 'true or false'),
  valueOf(currencyCode, 'a currency'),
]
const one = (...words: ReadonlyArray<string>): Shape => valueOf(oneOf(...words), words.join(' or '))
const named = { id: word, version: positive }

const table = objectOf(
  { id: word, source: word, rates: listShape(objectOf({ from: date, percent: decimal })) },
  { knownUntil: date },
)
const interestShape = objectOf(
  {
    ...named,
    terms: objectOf(
      {
        rate: taggedBy({
          FixedRate: { percent: decimal },
          DatedRates: { table },
          ReferenceRate: {
            table,
            marginPercent: decimal,
            fixing: one('each-day', 'half-year', 'half-year-before-start', 'start'),
          },
        }),
        dayCountDays: positive,
        compounding: one('none', 'every-30-days'),
        rounding: one('once', 'per-span', 'daily'),
        disputed: one('accrues', 'waits'),
      },
      { longestDays: count },
    ),
    minimumMinor: count,
    paymentDays: count,
  },
  { fixedSum: objectOf({ currency, bands: listShape(objectOf({ fromMinor: count, amountMinor: count })) }) },
)

const charge = taggedBy({ Fixed: { amountMinor: count }, Percent: { percent: decimal } })
const feeShape = objectOf({
  ...named,
  paymentDays: count,
  rule: taggedBy({
    NoFee: {},
    FixedFee: { currency, amountMinor: count },
    PercentFee: [{ percent: decimal }, { leastMinor: count, mostMinor: count }],
    BandedFee: {
      levels: listShape(objectOf({ level: positive, bands: listShape(objectOf({ fromMinor: count, charge })) })),
    },
  }),
})

const escalationShape = objectOf({
  ...named,
  finalDemandAfterDays: count,
  agencyAfterDays: count,
  agencyMinimums: listShape(objectOf({ currency, minor: count })),
  minimumPer: one('item', 'account'),
  guardsHold: one('item', 'account'),
  needsApproval: flag,
  needsDocuments: flag,
})

const placementShape = objectOf({
  ...named,
  minSignals: positive,
  overDays: count,
  silentTouches: positive,
  silentChannels: positive,
  brokenPromises: positive,
  differentExcuses: positive,
})

type Read<Policy> = E.Either<ReadonlyArray<string>, Policy>

const read = <Policy>(json: unknown, shape: Shape, more: (policy: Policy) => ReadonlyArray<string>): Read<Policy> => {
  const faults = faultsOf(json, shape)
  if (faults.length > 0) return E.left(faults)
  const wrong = more(json as Policy)
  return wrong.length > 0 ? E.left(wrong) : E.right(json as Policy)
}

/** The days of a table stand in order, each once. */
const disordered = (days: ReadonlyArray<string | number>, path: string): ReadonlyArray<string> =>
  days.every((one, at) => at === 0 || one > (days[at - 1] ?? one)) ? [] : [`${path}: not in order, each once`]

/**
 * Read a policy of interest. Rates stand in the order of their days and bands in that of their amounts.
 *
 * @rejects a line for each thing wrong, by field
 * @law policies of charges written as JSON are the same when they are read
 * @category codecs
 * @since 0.1.0
 */
export const decodeInterestPolicy = (json: unknown): Read<InterestPolicy> =>
  read<InterestPolicy>(json, interestShape, ({ terms: { rate }, fixedSum }) => [
    ...(rate._tag === 'FixedRate'
      ? []
      : disordered(
          rate.table.rates.map(({ from }) => from),
          'terms.rate.table.rates',
        )),
    ...disordered(fixedSum?.bands.map(({ fromMinor }) => fromMinor) ?? [], 'fixedSum.bands'),
  ])

/**
 * Read a policy of fees.
 *
 * @rejects a line for each thing wrong, by field
 * @law policies of charges written as JSON are the same when they are read
 * @category codecs
 * @since 0.1.0
 */
export const decodeFeePolicy = (json: unknown): Read<FeePolicy> =>
  read<FeePolicy>(json, feeShape, ({ rule }) =>
    rule._tag === 'PercentFee' && rule.leastMinor !== undefined && rule.leastMinor > (rule.mostMinor ?? rule.leastMinor)
      ? ['rule.leastMinor: above mostMinor']
      : [],
  )

/**
 * Read a policy of escalation.
 *
 * @rejects a line for each thing wrong, by field
 * @law policies of charges written as JSON are the same when they are read
 * @category codecs
 * @since 0.1.0
 */
export const decodeEscalationPolicy = (json: unknown): Read<EscalationPolicy> => read(json, escalationShape, () => [])

/**
 * Read a policy of placement advice.
 *
 * @rejects a line for each thing wrong, by field
 * @law policies of charges written as JSON are the same when they are read
 * @category codecs
 * @since 0.1.0
 */
export const decodePlacementPolicy = (json: unknown): Read<PlacementPolicy> => read(json, placementShape, () => [])
