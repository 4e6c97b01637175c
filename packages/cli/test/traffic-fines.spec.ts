import { readFileSync } from 'node:fs'
import { daysBetween, formatMinor, instantOn, type LocalDate, localDate } from '@quittance/kernel'
import { agingReport, emptyLedgerView, type LedgerView } from '@quittance/projections'
import { describe, expect, it } from 'vitest'
import { ladderOf } from '../src/dunning/ladder-of.js'
import { chargeDifference } from '../src/what-if/charge-difference.js'
import { answers, entity, type Fine, type Move, noon, replayLog, there } from './traffic-fines-log.js'

interface Snapshot {
  readonly fines: number
  readonly claimed: string
  readonly paid: string
  readonly open: string
  readonly openFines: number
  readonly openByAge: Readonly<Record<string, string>>
}

interface Expected extends Pick<Snapshot, 'fines' | 'claimed' | 'paid'> {
  readonly events: number
  readonly paidInFull: number
  readonly overpaid: number
  readonly partlyPaid: number
  readonly partlyPaidBalance: string
  readonly neverPaid: number
  readonly sentToCollection: number
  readonly sentToCollectionBalance: string
  readonly days: Readonly<
    Record<string, { readonly n: number; readonly min: number; readonly median: number; readonly max: number }>
  >
  readonly asOf: Readonly<Record<string, Snapshot>>
}

/** The log's words for what our facts are called. */
const kinds: Readonly<Record<string, string>> = {
  'Create Fine': 'InvoiceIssued',
  'Send Fine': 'postage',
  'Insert Fine Notification': 'InvoiceDelivered',
  'Add penalty': 'penalty',
  'Send for Credit Collection': 'PlacedWithAgency',
  Payment: 'ReceiptRecorded',
}

const euros = (minor: number): string => formatMinor(minor, 'EUR')
const sumOf = (minors: ReadonlyArray<number>): string => euros(minors.reduce((so, minor) => so + minor, 0))

const ages: ReadonlyArray<readonly [string, number, number]> = [
  ['0-30', 0, 30],
  ['31-60', 31, 60],
  ['61-90', 61, 90],
  ['91-180', 91, 180],
  ['181-365', 181, 365],
  ['365+', 366, Infinity],
]

const snapshot = (view: LedgerView, fines: ReadonlyMap<string, Fine>, day: string): Snapshot => {
  const asOf = localDate(day)
  const at = { asOf, knownAt: instantOn(localDate('2100-01-01'), noon) }
  const balances = new Map(
    agingReport(view, at).customers.map(({ customer, currencies }) => [customer, currencies[0]?.totalMinor ?? 0]),
  )
  const created = [...fines].filter(([, { firstOn }]) => (firstOn.get('InvoiceIssued') ?? '9999') <= asOf)
  const open = created.flatMap(([customer, { firstOn }]) => {
    const minor = balances.get(customer) ?? 0
    return minor <= 0 ? [] : [{ minor, days: daysBetween(firstOn.get('InvoiceIssued') as LocalDate, asOf) }]
  })
  const upTo = (moves: ReadonlyArray<Move>): number =>
    moves.reduce((so, { on, minor }) => (on <= asOf ? so + minor : so), 0)
  return {
    fines: created.length,
    claimed: sumOf(created.map(([, { claims }]) => upTo(claims))),
    paid: sumOf(created.map(([, { payments }]) => upTo(payments))),
    open: sumOf(open.map(({ minor }) => minor)),
    openFines: open.length,
    openByAge: Object.fromEntries(
      ages.map(([name, from, to]) => [
        name,
        sumOf(open.filter(({ days }) => days >= from && days <= to).map(({ minor }) => minor)),
      ]),
    ),
  }
}

describe.skipIf(!there)('the log of traffic fines (needs ../shared/data/events/traffic-fines)', () => {
  const expected = there
    ? (JSON.parse(readFileSync(answers, 'utf8')) as Expected)
    : ({ asOf: {}, days: {} } as Expected)
  const { view, fines, accounts } = there
    ? replayLog()
    : { view: emptyLedgerView(), fines: new Map<string, Fine>(), accounts: new Map() }
  const all = [...fines.values()]
  const balance = ({ claimedMinor, paidMinor }: Fine): number => claimedMinor - paidMinor

  it('has as many fines, and as much claimed and paid, as were counted apart from us', () => {
    expect({
      fines: all.length,
      claimed: sumOf(all.map(({ claimedMinor }) => claimedMinor)),
      paid: sumOf(all.map(({ paidMinor }) => paidMinor)),
    }).toEqual({ fines: expected.fines, claimed: expected.claimed, paid: expected.paid })
  })

  it('tells who paid in full, too much, in part and never', () => {
    const part = all.filter((fine) => fine.paidMinor > 0 && balance(fine) > 0)
    expect({
      paidInFull: all.filter((fine) => fine.paidMinor > 0 && balance(fine) === 0).length,
      overpaid: all.filter((fine) => balance(fine) < 0).length,
      partlyPaid: part.length,
      partlyPaidBalance: sumOf(part.map(balance)),
      neverPaid: all.filter(({ paidMinor }) => paidMinor === 0).length,
    }).toEqual({
      paidInFull: expected.paidInFull,
      overpaid: expected.overpaid,
      partlyPaid: expected.partlyPaid,
      partlyPaidBalance: expected.partlyPaidBalance,
      neverPaid: expected.neverPaid,
    })
  })

  it('knows which were sent to collection, and what is open on them', () => {
    const sent = all.filter(({ firstOn }) => firstOn.has('PlacedWithAgency'))
    expect({ sentToCollection: sent.length, sentToCollectionBalance: sumOf(sent.map(balance)) }).toEqual({
      sentToCollection: expected.sentToCollection,
      sentToCollectionBalance: expected.sentToCollectionBalance,
    })
  })

  it.each(Object.entries(expected.days))(
    'has as many days from %s as were counted',
    (pair, { n, min, median, max }) => {
      const [from = '', to = ''] = pair.split(' -> ').map((word) => kinds[word])
      const days = all
        .flatMap(({ firstOn }) => {
          const [start, end] = [firstOn.get(from), firstOn.get(to)]
          return start === undefined || end === undefined ? [] : [daysBetween(start, end)]
        })
        .sort((a, b) => a - b)
      const middle = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]] as [number, number]
      expect({ n: days.length, min: days[0], median: (middle[0] + middle[1]) / 2, max: days.at(-1) }).toEqual({
        n,
        min,
        median,
        max,
      })
    },
  )

  it.each(Object.entries(expected.asOf))('as of %s', (day, figures) => {
    expect(snapshot(view, fines, day)).toEqual(figures)
  })

  it('has a penalty on the day on which the ladder asks for one, wherever something is open before that day', () => {
    const span = { from: localDate('2000-01-01'), to: localDate('2013-06-30'), runsAt: 'morning' as const }
    const found = chargeDifference({ entity, accounts }, ladderOf('traffic-fines-penalty'), 'penalty', span)
    const { onlyRecorded, ...sums } = found
    // Counted apart from us: 39,981 are recorded, and on 39,959 of them something was open.
    expect(sums).toEqual({ recorded: 39_981, proposed: 39_959, equal: 39_959, otherDay: [], onlyProposed: [] })
    const because = onlyRecorded.map((one) => one.because)
    expect(because).toHaveLength(22)
    expect(because.filter((why) => why === 'nothing-open')).toHaveLength(18)
    expect(because.filter((why) => why === 'nothing-claimed')).toHaveLength(4)
  })
})
