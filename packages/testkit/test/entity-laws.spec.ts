import { accountStream, factId, instant, localDate, type Recorded } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'
import { describe, expect, it } from 'vitest'
import {
  type AccountLog,
  auditEntity,
  entityLaws,
  inTransitMinor,
  postTransfer,
  type TransferBook,
} from '../src/index.js'

/** Facts of several accounts in the order of the store: 100.00 comes in at the parent, 60.00 of it go to the child. */
const logsOf = (...told: ReadonlyArray<readonly [string, AccountFact]>): ReadonlyArray<AccountLog> => {
  const logs = new Map<string, Array<Recorded<AccountFact>>>()
  for (const [index, [customer, fact]] of told.entries()) {
    const stream = accountStream('acme', customer)
    const log = logs.get(stream) ?? []
    logs.set(stream, log)
    log.push({
      id: factId('acme', stream, `c${index}`, 0),
      stream,
      revision: log.length,
      position: index + 1,
      effectiveOn: fact.on,
      recordedAt: instant('2026-02-01T09:00:00.000Z'),
      actor: 'ann',
      commandId: `c${index}`,
      commandHash: `h${index}`,
      correlationId: `c${index}`,
      fact,
    })
  }
  return [...logs.values()]
}

const day = (of: number): ReturnType<typeof localDate> => localDate(`2026-01-${String(of).padStart(2, '0')}`)
const currency = 'EUR'
const there = { receiptId: 'R/child', transferId: 'T', currency, amountMinor: 60_00 }
const here = { ...there, receiptId: 'R' }
const taken = { fromUnappliedMinor: 0, fromOnAccountMinor: 0, released: [] }

const came: AccountFact = {
  _tag: 'ReceiptRecorded',
  on: day(5),
  currency,
  receiptId: 'R',
  amountMinor: 100_00,
  method: 'wire',
}
const out: AccountFact = { _tag: 'CashTransferredOut', on: day(6), ...here, toCustomer: 'child' }
const into: AccountFact = {
  _tag: 'CashTransferredIn',
  on: day(6),
  ...there,
  fromCustomer: 'parent',
  valueOn: day(5),
  method: 'wire',
}
const givenBack: AccountFact = { _tag: 'CashTransferReturned', on: day(8), ...there, side: 'destination', reason: 'x' }
const home: AccountFact = { _tag: 'CashTransferReturned', on: day(8), ...here, side: 'source', reason: 'x' }
const bounced: ReadonlyArray<AccountFact> = [
  {
    _tag: 'ReceiptReturned',
    on: day(9),
    currency,
    receiptId: 'R',
    returnedMinor: 40_00,
    ...taken,
    fromUnappliedMinor: 40_00,
    kind: 'nsf',
    feeMinor: 0,
  },
  {
    _tag: 'CashTransferRecalled',
    on: day(9),
    currency,
    transferId: 'T',
    receiptId: 'R',
    returnedMinor: 60_00,
    ...taken,
    side: 'source',
  },
]
const givenUp = (minor: number): AccountFact => ({
  _tag: 'CashTransferRecalled',
  on: day(10),
  currency,
  transferId: 'T',
  receiptId: 'R/child',
  returnedMinor: minor,
  ...taken,
  fromUnappliedMinor: minor,
  side: 'destination',
})
const paidOut: AccountFact = {
  _tag: 'Refunded',
  on: day(7),
  currency,
  refundId: 'RF',
  source: 'receipt',
  sourceId: 'R/child',
  amountMinor: 20_00,
  fromOnAccountMinor: 0,
}

const parent = (...facts: ReadonlyArray<AccountFact>): ReadonlyArray<readonly [string, AccountFact]> =>
  facts.map((fact) => ['parent', fact] as const)
const child = (...facts: ReadonlyArray<AccountFact>): ReadonlyArray<readonly [string, AccountFact]> =>
  facts.map((fact) => ['child', fact] as const)
const saysOf = (...told: ReadonlyArray<readonly [string, AccountFact]>): ReadonlyArray<string> =>
  auditEntity(logsOf(...told)).map(({ says }) => says)

describe('the laws of an entity', () => {
  it('find nothing at any stage of an honest transfer', () => {
    expect(saysOf(...parent(came, out), ...child(into, givenBack), ...parent(home))).toEqual([])
    expect(saysOf(...parent(came, out), ...child(into), ...parent(...bounced), ...child(givenUp(60_00)))).toEqual([])
    expect(
      saysOf(...parent(came, out), ...child(into, paidOut), ...parent(...bounced), ...child(givenUp(40_00))),
    ).toEqual([])
    expect(entityLaws.every((law) => law.holds(logsOf(...parent(came, out))))).toBe(true)
    expect(new Set(entityLaws.map(({ name }) => name)).size).toBe(entityLaws.length)
  })

  it('find money that is home and at the other account', () => {
    expect(saysOf(...parent(came, out), ...child(into), ...parent(home))).toEqual([
      'after CashTransferReturned: transfer T: 6000 is home, and -6000 in transit',
      'as of 2026-01-08, after CashTransferReturned: transfer T: 6000 is home, and -6000 in transit',
      'after CashTransferReturned: 6000 EUR came from nowhere',
    ])
    expect(saysOf(...parent(came, out, home), ...child(into))[0]).toBe(
      'after CashTransferredIn: transfer T: 6000 is home, and -6000 in transit',
    )
  })

  it('find money that was given up though nothing bounced', () => {
    expect(saysOf(...parent(came, out), ...child(into, givenUp(60_00)))).toEqual([
      'after CashTransferRecalled: transfer T: given up, though nothing bounced',
      'as of 2026-01-10, after CashTransferRecalled: transfer T: given up, though nothing bounced',
      'after CashTransferRecalled: 6000 EUR are nowhere',
    ])
  })

  it('find a receipt that arrived and was voided or returned as if it had come from outside', () => {
    const voided: AccountFact = {
      _tag: 'ReceiptVoided',
      on: day(8),
      currency,
      receiptId: 'R/child',
      amountMinor: 60_00,
      reason: 'x',
    }
    expect(saysOf(...parent(came, out), ...child(into, voided))).toEqual(['after ReceiptVoided: 6000 EUR are nowhere'])
    const [returned] = bounced
    const takenThere = {
      ...returned,
      receiptId: 'R/child',
      returnedMinor: 60_00,
      fromUnappliedMinor: 60_00,
    } as AccountFact
    expect(saysOf(...parent(came, out), ...child(into, takenThere))).toEqual([
      'after ReceiptReturned: 6000 EUR are nowhere',
    ])
  })

  it('let a receipt be voided where it had come in', () => {
    const voided: AccountFact = {
      _tag: 'ReceiptVoided',
      on: day(5),
      currency,
      receiptId: 'R',
      amountMinor: 100_00,
      reason: 'x',
    }
    expect(saysOf(...parent(came, voided))).toEqual([])
  })

  it('find a recall that was cancelled', () => {
    const cancelled: AccountFact = {
      _tag: 'ReturnCancelled',
      on: day(11),
      currency,
      receiptId: 'R/child',
      returnedMinor: 60_00,
      reapplied: [],
    }
    expect(
      saysOf(...parent(came, out), ...child(into), ...parent(...bounced), ...child(givenUp(60_00), cancelled)),
    ).toEqual(['after ReturnCancelled: 6000 EUR came from nowhere'])
  })

  it('find two stories about one transfer', () => {
    const first = (...told: ReadonlyArray<readonly [string, AccountFact]>): string | undefined => saysOf(...told)[0]
    const sent = parent(came, out)
    expect(first(...child(into))).toBe('after CashTransferredIn: transfer T: nobody sent it')
    expect(first(...sent, ['cousin', into])).toContain('sent to child, arrived at cousin')
    expect(first(...sent, ...child({ ...into, fromCustomer: 'aunt' } as AccountFact))).toContain(
      'sent by parent, arrived from aunt',
    )
    expect(first(...sent, ...child({ ...into, amountMinor: 60_01 } as AccountFact))).toContain(
      '6000 left, 6001 arrived',
    )
    expect(first(...sent, ...child({ ...into, currency: 'USD' } as AccountFact))).toContain(
      'left in EUR, arrived in USD',
    )
    expect(first(...parent(came, { ...out, toCustomer: 'parent' } as AccountFact))).toContain(
      'parent sent it to itself',
    )
    expect(saysOf(...sent, ...child(into, givenBack), ...parent(home, home)).join()).toContain(
      '6000 left, 12000 came home',
    )
  })

  it('find a transfer that is right in the end and wrong on a day in between', () => {
    const told = [...parent(came, out), ...child(into, { ...givenBack, on: day(10) } as AccountFact), ...parent(home)]
    expect(auditEntity(logsOf(...told))).toEqual([
      {
        law: 'as of every day, money that left an account is at the other, at home or in transit',
        stream: 'account-acme_parent',
        revision: 2,
        says: 'as of 2026-01-08, after CashTransferReturned: transfer T: 6000 is home, and -6000 in transit',
      },
    ])
  })

  it('say which account breaks a law of its own', () => {
    const [log = []] = logsOf(...parent(came, out))
    const gap = log.map((one) => ({ ...one, revision: one.revision * 2 }))
    expect(auditEntity([gap])).toMatchObject([
      { law: 'revisions without gaps', stream: 'account-acme_parent', revision: 2 },
    ])
  })
})

describe('what is in transit', () => {
  const transit = (...told: ReadonlyArray<readonly [string, AccountFact]>): number => {
    const books = new Map<string, TransferBook>()
    for (const recorded of logsOf(...told).flat()) postTransfer(books, recorded)
    return inTransitMinor(books.get('T') ?? expect.fail('there is a transfer'))
  }

  it('is all of it before it arrives and while it goes home, and nothing at either end', () => {
    expect(transit(...parent(came, out))).toBe(60_00)
    expect(transit(...parent(came, out), ...child(into))).toBe(0)
    expect(transit(...parent(came, out), ...child(into, givenBack))).toBe(60_00)
    expect(transit(...parent(came, out), ...child(into, givenBack), ...parent(home))).toBe(0)
  })

  it('is less than nothing while the destination holds what bounced, or had paid it out', () => {
    expect(transit(...parent(came, out), ...child(into), ...parent(...bounced))).toBe(-60_00)
    expect(
      transit(...parent(came, out), ...child(into, paidOut), ...parent(...bounced), ...child(givenUp(40_00))),
    ).toBe(-20_00)
  })
})
