import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import {
  accountStream,
  daysBetween,
  type Fact,
  formatMinor,
  instantOn,
  type LocalDate,
  localDate,
  type Recorded,
} from '@quittance/kernel'
import { addFact, agingReport, emptyLedgerView, type LedgerView } from '@quittance/projections'
import { accountDecider, type AccountFact, decideAccount, evolveAccount } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { loadLogProfile } from '../src/import/event-log/log-profile.js'
import { readLog } from '../src/import/event-log/read-log.js'
import type { RowCommand } from '../src/import/invoice-commands.js'

const shared = (path: string): string => fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url))
const log = shared('events/traffic-fines/events.csv.gz')
const answers = shared('expected/events/traffic-fines.json')
const there = existsSync(log) && existsSync(answers)

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

interface Move {
  readonly on: LocalDate
  readonly minor: number
}

/** A fine as its facts say at the end, and when each kind of fact first came. */
interface Fine {
  claimedMinor: number
  paidMinor: number
  readonly claims: Array<Move>
  readonly payments: Array<Move>
  readonly firstOn: Map<string, LocalDate>
}

/** The facts of the whole log, decided and folded account by account; nothing of it is stored. */
const replay = (view: LedgerView): ReadonlyMap<string, Fine> => {
  const profile = loadLogProfile('traffic-fines', (file) => file)
  const read = readLog(log, gunzipSync(readFileSync(log)).toString('utf8'), profile)
  expect(read.problems).toEqual([])
  const fines = new Map<string, Fine>()
  let [position, state, customer] = [0, accountDecider.initial(), '']
  for (const one of read.commands) {
    if (one.customer !== customer) [state, customer] = [accountDecider.initial(), one.customer]
    const decided = decideAccount(one.command, state)
    if (E.isLeft(decided)) throw new Error(`line ${one.lines[0]}: ${decided.left._tag}`)
    for (const fact of decided.right) {
      evolveAccount(state, fact)
      position += 1
      const stream = accountStream('fines', customer)
      const envelope = { id: '', stream, revision: 0, position, actor: '', commandId: '', commandHash: '' }
      const recorded = { ...envelope, correlationId: '', effectiveOn: fact.on, recordedAt: instantOn(fact.on, noon) }
      addFact(view, { ...recorded, fact } as unknown as Recorded<Fact>)
      note(fines, one, fact)
    }
  }
  return fines
}

const note = (fines: Map<string, Fine>, { customer }: RowCommand, fact: AccountFact): void => {
  const fine: Fine = fines.get(customer) ?? {
    claimedMinor: 0,
    paidMinor: 0,
    claims: [],
    payments: [],
    firstOn: new Map(),
  }
  fines.set(customer, fine)
  const kind = kindOf(fact)
  if (!fine.firstOn.has(kind)) fine.firstOn.set(kind, fact.on)
  if (fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued') {
    fine.claimedMinor += fact.totals.payableMinor
    fine.claims.push({ on: fact.on, minor: fact.totals.payableMinor })
  } else if (fact._tag === 'ReceiptRecorded') {
    fine.paidMinor += fact.amountMinor
    fine.payments.push({ on: fact.on, minor: fact.amountMinor })
  }
}

const kindOf = (fact: AccountFact): string => {
  if (fact._tag === 'DebitNoteIssued') return fact.reason
  // Nothing was open any more: the agency was turned to, and had nothing to collect.
  if (fact._tag === 'TouchRecorded' && fact.words === 'to credit collection') return 'PlacedWithAgency'
  if (fact._tag === 'TouchRecorded') return fact.outcome === 'paid' ? 'ReceiptRecorded' : fact.outcome
  return fact._tag
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

const noon = '12:00:00.000'
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
  const view = emptyLedgerView()
  const fines = there ? replay(view) : new Map<string, Fine>()
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
})
