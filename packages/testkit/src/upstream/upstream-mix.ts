/** How much of what happens in a simulated trade: data, so that a mix nobody has seen can be run. */
import { nonEmptyText, reportErrors, struct, wholeNumber } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import {
  type CustomerTrouble,
  customerTroubleKinds,
  type LookAlike,
  lookAlikes,
  type UpstreamError,
  upstreamErrorKinds,
} from './error-kind.js'

/** What a customer does about an error. @category model @since 0.1.0 */
export type Reaction = 'dispute' | 'shortPay' | 'excuse' | 'silence'

/** How we put an error right, or do not. @category model @since 0.1.0 */
export type Ending = 'credit' | 'rebill' | 'rejected' | 'unsettled'

/** Which facts reach the ledger, each so many times of a thousand. @category model @since 0.1.0 */
export type RecordKind = (typeof recordKinds)[number]

/** What blurs the facts, each so many times of a thousand. @category model @since 0.1.0 */
export type NoiseKind = (typeof noiseKinds)[number]

/**
 * A mix. Everything per mille: errors, troubles and look-alikes of a thousand orders; reactions and endings are weights
 * against each other; records and noise of a thousand times that there is something to write down or to blur.
 *
 * @category model
 * @since 0.1.0
 */
export interface UpstreamMix {
  readonly name: string
  readonly customers: number
  readonly months: number
  /** Orders of one customer in a year of 365 days, on average. */
  readonly ordersPerYear: number
  readonly errors: Readonly<Record<UpstreamError, number>>
  readonly troubles: Readonly<Record<CustomerTrouble, number>>
  readonly lookAlikes: Readonly<Record<LookAlike, number>>
  /** Of a thousand customers, how many simply pay late. */
  readonly slowPayers: number
  /** Of a thousand customers, how many never dispute or deduct: they ask, or wait. */
  readonly meekCustomers: number
  readonly reactions: Readonly<Record<Reaction, number>>
  readonly endings: Readonly<Record<Ending, number>>
  readonly records: Readonly<Record<RecordKind, number>>
  readonly noise: Readonly<Record<NoiseKind, number>>
}

const recordKinds = [
  'orders',
  'agreements',
  'deliveries',
  'proofs',
  'sendings',
  'remittances',
  'deductions',
  'touches',
  'investigations',
  'confirmations',
] as const

const noiseKinds = [
  'missingCodes',
  'vagueCodes',
  'wrongCodes',
  'unmappedCodes',
  'clerkErrors',
  'vagueReasons',
  'falseExcuses',
  'oldDueDateKept',
] as const

const reactions: ReadonlyArray<Reaction> = ['dispute', 'shortPay', 'excuse', 'silence']
const endings: ReadonlyArray<Ending> = ['credit', 'rebill', 'rejected', 'unsettled']

const counts = <Key extends string>(keys: ReadonlyArray<Key>) =>
  struct(Object.fromEntries(keys.map((key) => [key, wholeNumber])) as Record<Key, typeof wholeNumber>)

const shape = struct({
  name: nonEmptyText,
  customers: wholeNumber,
  months: wholeNumber,
  ordersPerYear: wholeNumber,
  errors: counts(upstreamErrorKinds),
  troubles: counts(customerTroubleKinds),
  lookAlikes: counts(lookAlikes),
  slowPayers: wholeNumber,
  meekCustomers: wholeNumber,
  reactions: counts(reactions),
  endings: counts(endings),
  records: counts(recordKinds),
  noise: counts(noiseKinds),
})

/**
 * Read a mix. Shares are whole numbers from 0 to 1000; errors and troubles together, and look-alikes together, are at most
 * 1000; a share that is not named by the model is an error, not a wish passed over.
 *
 * @rejects a line for each thing wrong, by field
 * @law a mix written as JSON is the same when it is read
 * @category codecs
 * @since 0.1.0
 */
export const decodeUpstreamMix = (json: unknown): E.Either<ReadonlyArray<string>, UpstreamMix> => {
  const read = shape.decode(json)
  if (E.isLeft(read)) return E.left(reportErrors(read.left))
  const mix = read.right as UpstreamMix
  const groups = { ...mix } as unknown as Readonly<Record<string, Readonly<Record<string, number>>>>
  const known: Readonly<Record<string, ReadonlyArray<string>>> = {
    errors: upstreamErrorKinds,
    troubles: customerTroubleKinds,
    lookAlikes,
    reactions,
    endings,
    records: recordKinds,
    noise: noiseKinds,
  }
  const problems = [
    ...Object.entries(known).flatMap(([group, keys]) =>
      Object.entries(groups[group] ?? {}).flatMap(([key, value]) => [
        ...(keys.includes(key) ? [] : [`${group}.${key}: there is no such share`]),
        ...outside(`${group}.${key}`, value, 0, 1000),
      ]),
    ),
    ...(['slowPayers', 'meekCustomers'] as const).flatMap((key) => outside(key, mix[key], 0, 1000)),
    ...(['customers', 'ordersPerYear'] as const).flatMap((key) => outside(key, mix[key], 1, 100_000)),
    ...outside('months', mix.months, 1, 120),
    ...outside('errors and troubles together', sumOf(mix.errors) + sumOf(mix.troubles), 0, 1000),
    ...outside('lookAlikes together', sumOf(mix.lookAlikes), 0, 1000),
    ...outside('reactions together', sumOf(mix.reactions), 1, 4000),
    ...outside('endings together', sumOf(mix.endings), 1, 4000),
  ]
  return problems.length > 0 ? E.left(problems) : E.right(mix)
}

const sumOf = (shares: Readonly<Record<string, number>>): number =>
  Object.values(shares).reduce((so, share) => so + share, 0)

const outside = (field: string, value: number, least: number, most: number): ReadonlyArray<string> =>
  value >= least && value <= most ? [] : [`${field}: is ${value}, expected ${least} to ${most}`]
