import { decimal, keyedGet, type LinkExchange, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  type ApplicationLine,
  type CashCommand,
  type CashFact,
  type OwedItem,
  type ReceiptRecorded,
  unappliedMinor,
} from '../../src/index.js'
import { after, apply, day, decide, factsOf, item, policy, receipt, stateOf } from '../room.js'

/** A USD item carried in EUR. */
const dollars = (itemId: string, minor: number, baseMinor: number): OwedItem =>
  item(itemId, {
    currency: 'USD',
    owedMinor: minor,
    netMinor: minor,
    grossMinor: minor,
    taxes: [],
    discount: undefined,
    carrying: { value: { baseCurrency: 'EUR', baseMinor }, payableMinor: minor, owedBaseMinor: baseMinor },
  })

const usd = (minor: number, baseMinor?: number): ReceiptRecorded =>
  receipt({
    currency: 'USD',
    amountMinor: minor,
    ...(baseMinor === undefined ? {} : { exchange: { baseCurrency: 'EUR', baseMinor } }),
  })

const line = (applicationId: string, itemId: string, minor: number): ApplicationLine => ({
  applicationId,
  itemId,
  amount: money('USD', minor),
})

const exchanges = (facts: ReadonlyArray<CashFact>): ReadonlyArray<LinkExchange | undefined> =>
  facts.flatMap((fact) => (fact._tag === 'CashApplied' ? [fact.exchange] : []))

const one = dollars('I', 100_00, 85_00)

describe('an application realises on its link', () => {
  it('a loss where the receipt is worth less than the item was carried at', () => {
    const [exchange] = exchanges(
      factsOf(decide([usd(100_00, 80_00)], apply('2026-01-12', line('1', 'I', 100_00)), [one])),
    )
    expect(exchange).toEqual({
      baseCurrency: 'EUR',
      sourceBaseMinor: 80_00,
      clearedBaseMinor: 85_00,
      realisedBaseMinor: -5_00,
    })
  })

  it('on each link its own, the receipt giving each its share and the last the rest', () => {
    const items = [dollars('A', 100_00, 75_00), dollars('B', 100_00, 80_00)]
    const command = apply('2026-01-12', line('1', 'A', 100_00), line('2', 'B', 100_00))
    const found = exchanges(factsOf(decide([usd(200_00, 150_01)], command, items)))
    expect(found.map((exchange) => [exchange?.sourceBaseMinor, exchange?.realisedBaseMinor])).toEqual([
      [75_01, 1],
      [75_00, -5_00],
    ])
  })

  it('the last part of an item clears what is left of its value', () => {
    const thirds = dollars('I', 3_00, 10_00)
    const parts = ['1', '2', '3'].map((id) => line(id, 'I', 1_00))
    const found = exchanges(factsOf(decide([usd(3_00, 10_00)], apply('2026-01-12', ...parts), [thirds])))
    expect(found.map((exchange) => exchange?.clearedBaseMinor)).toEqual([3_33, 3_33, 3_34])
  })

  it('clears the item though the receipt has no value, and realises nothing then', () => {
    const [exchange] = exchanges(factsOf(decide([usd(100_00)], apply('2026-01-12', line('1', 'I', 40_00)), [one])))
    expect(exchange).toEqual({ baseCurrency: 'EUR', clearedBaseMinor: 34_00 })
  })

  it('a discount clears its own part, which is no loss in exchange', () => {
    const offered = {
      ...one,
      discount: {
        taxMode: 'reduce-on-payment' as const,
        baseMinor: 100_00,
        graceDays: 0,
        tiers: [{ lastDay: day('2026-01-20'), percent: decimal('10') }],
      },
    }
    const asked = { ...line('1', 'I', 90_00), discount: { _tag: 'Allowed', policy } as const }
    const [exchange] = exchanges(factsOf(decide([usd(90_00, 70_00)], apply('2026-01-12', asked), [offered])))
    expect(exchange).toEqual({
      baseCurrency: 'EUR',
      sourceBaseMinor: 70_00,
      clearedBaseMinor: 76_50,
      discountBaseMinor: 8_50,
      realisedBaseMinor: -6_50,
    })
  })

  it('refuses values in two base currencies', () => {
    const francs = { ...usd(100_00), exchange: { baseCurrency: 'CHF', baseMinor: 90_00 } }
    expect(decide([francs], apply('2026-01-12', line('1', 'I', 100_00)), [one])).toMatchObject({
      left: { _tag: 'CurrencyMismatch', expected: 'EUR', got: 'CHF' },
    })
  })
})

describe('taking back', () => {
  const paid = after([usd(100_00, 80_00)])
  const unapply = (amountMinor?: number): CashCommand => ({
    _tag: 'Unapply',
    on: day('2026-01-20'),
    applicationId: '1',
    ...(amountMinor === undefined ? {} : { amountMinor }),
    because: 'reallocation',
    reason: 'wrong invoice',
  })
  const applied = [...paid, ...factsOf(decide(paid, apply('2026-01-12', line('1', 'I', 100_00)), [one]))]

  it('takes back what the link realised, and leaves its item and receipt as they were', () => {
    const [taken] = factsOf(decide(applied, unapply(), [one]))
    expect(taken).toMatchObject({ exchange: { realisedBaseMinor: -5_00, clearedBaseMinor: 85_00 } })
    const state = stateOf([...applied, ...factsOf(decide(applied, unapply(), [one]))])
    expect(keyedGet(state.items, 'I')?.clearedBaseMinor).toBe(0)
    expect(keyedGet(state.receipts, 'R')?.baseUsedMinor).toBe(0)
  })

  it('takes back its part of it with a part, and the rest with the last', () => {
    const third = factsOf(decide(applied, unapply(33_33), [one]))
    expect(third[0]).toMatchObject({ exchange: { sourceBaseMinor: 26_66, clearedBaseMinor: 28_33 } })
    const rest = factsOf(decide([...applied, ...third], unapply(), [one]))
    expect(rest[0]).toMatchObject({ exchange: { sourceBaseMinor: 53_34, clearedBaseMinor: 56_67 } })
  })

  it('a return releases the link with what it realised, and puts it back when it is itself reversed', () => {
    const returned = after(applied, { _tag: 'ReturnReceipt', on: day('2026-01-20'), receiptId: 'R', kind: 'nsf' })
    const [fact] = returned.slice(applied.length)
    expect(fact).toMatchObject({ released: [{ applicationId: '1', exchange: { realisedBaseMinor: -5_00 } }] })
    expect(keyedGet(stateOf(returned).items, 'I')?.clearedBaseMinor).toBe(0)
    const cancel: CashCommand = { _tag: 'CancelReturn', on: day('2026-01-25'), receiptId: 'R' }
    expect(factsOf(decide(returned, cancel, [one]))[0]).toMatchObject({
      reapplied: [{ applicationId: '1', exchange: { realisedBaseMinor: -5_00 } }],
    })
  })

  it('a link put back that closes its item clears all that is left by then', () => {
    const thirds = dollars('I', 3_00, 10_00)
    const first = usd(1_00, 4_00)
    const second = { ...usd(5_00, 20_00), receiptId: 'S' }
    const other = (...lines: ReadonlyArray<ApplicationLine>): CashCommand =>
      ({
        ...apply('2026-01-12', ...lines),
        receiptId: 'S',
      }) as CashCommand
    const play = (facts: ReadonlyArray<CashFact>, command: CashCommand): ReadonlyArray<CashFact> => [
      ...facts,
      ...factsOf(decide(facts, command, [thirds])),
    ]
    let facts: ReadonlyArray<CashFact> = [first, second]
    facts = play(facts, apply('2026-01-12', line('1', 'I', 1_00)))
    facts = play(facts, other(line('2', 'I', 2_00)))
    facts = play(facts, { _tag: 'ReturnReceipt', on: day('2026-01-20'), receiptId: 'R', kind: 'nsf' })
    facts = play(facts, { ...(unapply() as object), applicationId: '2' } as CashCommand)
    facts = play(facts, { ...other(line('3', 'I', 2_00)), on: day('2026-01-21') } as CashCommand)
    facts = play(facts, { _tag: 'CancelReturn', on: day('2026-01-25'), receiptId: 'R' })
    expect(facts.at(-1)).toMatchObject({ reapplied: [{ exchange: { clearedBaseMinor: 3_33, realisedBaseMinor: 67 } }] })
    expect(keyedGet(stateOf(facts).items, 'I')?.clearedBaseMinor).toBe(10_00)
  })

  it('a write-off takes its share of the value, and gives the same back', () => {
    const giveUp: CashCommand = {
      _tag: 'WriteOff',
      on: day('2026-01-12'),
      writeOffId: 'W',
      itemId: 'I',
      amount: money('USD', 3_00),
      reason: 'small-balance',
      requestedBy: 'clerk',
      policy: { id: 'w', version: 1, smallBalanceMaxMinor: 5_00, limits: [] },
    }
    const [written] = factsOf(decide([], giveUp, [one]))
    expect(written).toMatchObject({ exchange: { baseCurrency: 'EUR', clearedBaseMinor: 2_55 } })
    const reverse: CashCommand = { _tag: 'ReverseWriteOff', on: day('2026-01-20'), writeOffId: 'W', reason: 'paid' }
    const back = factsOf(decide(written === undefined ? [] : [written], reverse, [one]))
    expect(back[0]).toMatchObject({ exchange: { clearedBaseMinor: 2_55 } })
  })
})

describe('an application across currencies', () => {
  const euros = receipt({ amountMinor: 200_00 })
  const crossing = (minor: number, givenMinor: number): ApplicationLine => ({
    ...line('1', 'I', minor),
    receiptAmount: money('EUR', givenMinor),
  })

  it('records both amounts; money in the base currency is worth what it is', () => {
    const [applied] = factsOf(decide([euros], apply('2026-01-12', crossing(100_00, 88_00)), [one]))
    expect(applied).toMatchObject({
      currency: 'USD',
      amountMinor: 100_00,
      cross: { currency: 'EUR', amountMinor: 88_00 },
      exchange: { sourceBaseMinor: 88_00, clearedBaseMinor: 85_00, realisedBaseMinor: 3_00 },
    })
    const found = keyedGet(stateOf([euros, ...(applied === undefined ? [] : [applied])]).receipts, 'R')
    expect(found === undefined ? undefined : unappliedMinor(found)).toBe(112_00)
  })

  it('is refused where the line does not say what the receipt gives', () => {
    expect(decide([euros], apply('2026-01-12', line('1', 'I', 100_00)), [one])).toMatchObject({
      left: { _tag: 'CurrencyMismatch', expected: 'EUR', got: 'USD' },
    })
  })

  it('takes no more of the receipt than it has, and no more off the item than is open', () => {
    expect(decide([euros], apply('2026-01-12', crossing(100_00, 200_01)), [one])).toMatchObject({
      left: { _tag: 'NotEnoughFree', freeMinor: 200_00, askedMinor: 200_01 },
    })
    expect(decide([euros], apply('2026-01-12', crossing(100_01, 88_00)), [one])).toMatchObject({
      left: { _tag: 'OverApplied', openMinor: 100_00, askedMinor: 100_01 },
    })
  })

  it('in one currency the receipt gives what the item gets', () => {
    const same = { ...line('1', 'I', 100_00), receiptAmount: money('USD', 99_00) }
    expect(decide([usd(200_00)], apply('2026-01-12', same), [one])).toMatchObject({
      left: { _tag: 'InvalidAmount', field: 'lines[0].receiptAmount' },
    })
    const equal = { ...same, receiptAmount: money('USD', 100_00) }
    expect(factsOf(decide([usd(200_00)], apply('2026-01-12', equal), [one]))[0]).not.toHaveProperty('cross')
  })

  it('gives back to the receipt in its own currency, part by part and the rest with the last', () => {
    const applied = [euros, ...factsOf(decide([euros], apply('2026-01-12', crossing(3_00, 1_00)), [one]))]
    const back = (amountMinor: number): CashCommand => ({
      _tag: 'Unapply',
      on: day('2026-01-20'),
      applicationId: '1',
      amountMinor,
      because: 'reallocation',
      reason: 'wrong invoice',
    })
    const some = factsOf(decide(applied, back(1_00), [one]))
    expect(some[0]).toMatchObject({ amountMinor: 1_00, cross: { currency: 'EUR', amountMinor: 33 } })
    const rest = factsOf(decide([...applied, ...some], back(2_00), [one]))
    expect(rest[0]).toMatchObject({ amountMinor: 2_00, cross: { currency: 'EUR', amountMinor: 67 } })
    const found = keyedGet(stateOf([...applied, ...some, ...rest]).receipts, 'R')
    expect(found === undefined ? undefined : unappliedMinor(found)).toBe(200_00)
  })

  it('keeps no penny, and uses of the receipt only what goes with what the item takes', () => {
    const asked = { ...crossing(104_00, 104_00), discount: { _tag: 'Allowed', policy } as const }
    expect(factsOf(decide([euros], apply('2026-01-12', asked), [one]))[0]).toMatchObject({
      amountMinor: 100_00,
      pennyMinor: 0,
      cross: { currency: 'EUR', amountMinor: 100_00 },
    })
  })
})

describe('a receipt with a value', () => {
  it('is recorded with what the bank booked or what its rate gives, and refused where the two differ', () => {
    const record = (exchange: object): CashCommand =>
      ({
        _tag: 'RecordReceipt',
        on: day('2026-01-10'),
        receiptId: 'N',
        amount: money('USD', 100_00),
        method: 'wire',
        exchange: { baseCurrency: 'EUR', ...exchange },
      }) as CashCommand
    expect(factsOf(decide([], record({ rate: decimal('0.9') })))[0]).toMatchObject({
      exchange: { baseCurrency: 'EUR', baseMinor: 90_00, rate: decimal('0.9') },
    })
    expect(factsOf(decide([], record({ baseMinor: 89_90 })))[0]).toMatchObject({
      exchange: { baseCurrency: 'EUR', baseMinor: 89_90 },
    })
    expect(decide([], record({ rate: decimal('0.90'), baseMinor: 95_00 }))).toMatchObject({
      left: { _tag: 'InvalidExchange', field: 'exchange', problem: 'rate-and-base-differ' },
    })
  })

  it('sends its part of the value on, and the last part goes with what is left', () => {
    const out = (transferId: string, minor: number): CashCommand => ({
      _tag: 'TransferCashOut',
      on: day('2026-01-13'),
      transferId,
      receiptId: 'R',
      amount: money('USD', minor),
      toCustomer: 'C-18',
    })
    const sent = after([usd(3_00, 10_00)], out('T', 1_00), out('U', 2_00))
    expect(sent.map((fact) => ('exchange' in fact ? fact.exchange : undefined))).toEqual([
      { baseCurrency: 'EUR', baseMinor: 10_00 },
      { baseCurrency: 'EUR', baseMinor: 3_33 },
      { baseCurrency: 'EUR', baseMinor: 6_67 },
    ])
    const home = after(sent, { _tag: 'ReturnCashTransfer', on: day('2026-01-20'), transferId: 'T', reason: 'wrong' })
    expect(home.at(-1)).toMatchObject({ exchange: { baseMinor: 3_33 } })
    expect(keyedGet(stateOf(home).receipts, 'R')?.baseUsedMinor).toBe(6_67)
  })

  it('is taken in with the value that it left with, and with no impossible one', () => {
    const into = (baseMinor: number, baseCurrency = 'EUR'): CashCommand => ({
      _tag: 'TransferCashIn',
      on: day('2026-01-10'),
      transferId: 'T',
      receiptId: 'R',
      amount: money('USD', 1_00),
      fromCustomer: 'C-17',
      method: 'wire',
      exchange: { baseCurrency, baseMinor },
    })
    expect(factsOf(decide([], into(0)))[0]).toMatchObject({ exchange: { baseCurrency: 'EUR', baseMinor: 0 } })
    expect(decide([], into(-1))).toMatchObject({ left: { field: 'exchange.baseMinor', problem: 'not-positive' } })
    expect(decide([], into(1, 'EURO'))).toMatchObject({ left: { problem: 'unknown-currency' } })
  })
})
