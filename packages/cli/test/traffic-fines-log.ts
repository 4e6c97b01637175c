/** The log of traffic fines, read and decided once for all tests of it. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { accountStream, type Fact, instantOn, type LocalDate, type Recorded } from '@quittance/kernel'
import { addFact, emptyLedgerView, type LedgerView } from '@quittance/projections'
import { accountDecider, type AccountFact, decideAccount, evolveAccount } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import { loadLogProfile } from '../src/import/event-log/log-profile.js'
import { readLog } from '../src/import/event-log/read-log.js'
import type { RowCommand } from '../src/import/invoice-commands.js'

const shared = (path: string): string => fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url))
const log = shared('events/traffic-fines/events.csv.gz')
/** Figures that were counted apart from us. */
export const answers = shared('expected/events/traffic-fines.json')
export const there = existsSync(log) && existsSync(answers)

export interface Move {
  readonly on: LocalDate
  readonly minor: number
}

/** A fine as its facts say at the end, and when each kind of fact first came. */
export interface Fine {
  claimedMinor: number
  paidMinor: number
  readonly claims: Array<Move>
  readonly payments: Array<Move>
  readonly firstOn: Map<string, LocalDate>
}

/** The log read into facts. */
export interface Replayed {
  readonly view: LedgerView
  readonly fines: ReadonlyMap<string, Fine>
  /** The facts of each fine, which is an account of its own. */
  readonly accounts: ReadonlyMap<string, ReadonlyArray<AccountFact>>
}

export const entity = 'fines'
export const noon = '12:00:00.000'

/** The facts of the whole log, decided and folded account by account; nothing of it is stored. */
export const replayLog = (): Replayed => {
  const view = emptyLedgerView()
  const accounts = new Map<string, Array<AccountFact>>()
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
      const stream = accountStream(entity, customer)
      const envelope = { id: '', stream, revision: 0, position, actor: '', commandId: '', commandHash: '' }
      const recorded = { ...envelope, correlationId: '', effectiveOn: fact.on, recordedAt: instantOn(fact.on, noon) }
      addFact(view, { ...recorded, fact } as unknown as Recorded<Fact>)
      note(fines, one, fact)
    }
    const facts = accounts.get(customer)
    if (facts === undefined) accounts.set(customer, [...decided.right])
    else facts.push(...decided.right)
  }
  return { view, fines, accounts }
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
