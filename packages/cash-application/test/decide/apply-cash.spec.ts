import { decimal, keyedGet, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { unappliedMinor } from '../../src/index.js'
import { after, apply, applied, day, decide, factsOf, item, line, policy, receipt, stateOf } from '../room.js'

const allowed = { _tag: 'Allowed', policy } as const
const claimed = (claimedMinor: number) => ({ _tag: 'Claimed', claimedMinor, policy }) as const

describe('applying cash', () => {
  it('takes an amount off an item and off what is free of the receipt', () => {
    const facts = after([receipt()], apply('2026-01-12', line('1', 'A', 119_00)))
    expect(facts[1]).toEqual(applied)
    const state = stateOf(facts)
    expect(keyedGet(state.items, 'A')?.cashMinor).toBe(119_00)
    expect(unappliedMinor(keyedGet(state.receipts, 'R') ?? expect.fail('there is a receipt'))).toBe(81_00)
  })

  it('grants what is earned on the day the money came, whatever the day it is applied', () => {
    expect(factsOf(decide([receipt()], apply('2026-02-28', line('1', 'A', 116_62, allowed))))).toMatchObject([
      {
        amountMinor: 116_62,
        discount: {
          discountMinor: 2_38,
          kind: 'earned',
          lastDay: '2026-01-15',
          netMinor: 2_00,
          taxReductions: [{ taxMinor: 38 }],
        },
        policy: { id: 'usual', version: 4 },
      },
    ])
  })

  it.each([
    [116_61, 116_61, 0, 0],
    [116_62, 116_62, 2_38, 0],
    [116_67, 116_62, 2_38, 5],
    [116_68, 116_62, 2_38, 0],
    [119_00, 116_62, 2_38, 0],
  ])(
    'with %i of cash for a payable of 11662 applies %i, grants %i and keeps %i',
    (cash, appliedMinor, discountMinor, penny) => {
      const [fact] = factsOf(decide([receipt()], apply('2026-01-12', line('1', 'A', cash, allowed))))
      expect(fact).toMatchObject({ amountMinor: appliedMinor, pennyMinor: penny })
      expect(fact).toMatchObject(discountMinor === 0 ? {} : { discount: { discountMinor } })
    },
  )

  it('keeps no more pennies of a receipt than the policy allows, over all its lines', () => {
    const lines = [line('1', 'A', 116_65, allowed), line('2', 'B', 83_35, allowed)]
    const small = item('B', { owedMinor: 83_32, discount: undefined })
    expect(factsOf(decide([receipt()], apply('2026-01-12', ...lines), [small]))).toMatchObject([
      { pennyMinor: 3 },
      { pennyMinor: 0 },
    ])
  })

  it('leaves what was taken without a right to open, under its name', () => {
    const wide = item('A', {
      owedMinor: 1000_00,
      grossMinor: 1000_00,
      discount: { ...(item('A').discount ?? expect.fail()), baseMinor: 1000_00 },
    })
    const given = [receipt({ amountMinor: 950_00 })]
    expect(factsOf(decide(given, apply('2026-01-12', line('1', 'A', 950_00, claimed(50_00))), [wide]))).toMatchObject([
      {
        amountMinor: 950_00,
        discount: { discountMinor: 20_00 },
        shortfall: { amountMinor: 30_00, cause: 'unearned-discount' },
      },
    ])
  })

  it('applies all lines or none, and each line sees what those before it used', () => {
    const both = apply('2026-01-12', line('1', 'A', 100_00), line('2', 'A', 19_00), line('3', 'B', 81_00))
    expect(factsOf(decide([receipt()], both))).toHaveLength(3)
    const over = apply('2026-01-12', line('1', 'A', 100_00), line('2', 'A', 19_01))
    expect(decide([receipt()], over)).toMatchObject({
      left: { _tag: 'OverApplied', itemId: 'A', openMinor: 19_00, askedMinor: 19_01 },
    })
    const dry = apply('2026-01-12', line('1', 'A', 119_00), line('2', 'B', 81_01))
    expect(decide([receipt()], dry)).toMatchObject({
      left: { _tag: 'NotEnoughFree', freeMinor: 81_00, askedMinor: 81_01 },
    })
  })

  it('takes the discount of an item once only', () => {
    const rest = item('A', { owedMinor: 238_00, grossMinor: 238_00 })
    const twice = apply('2026-01-12', line('1', 'A', 50_00, claimed(2_38)), line('2', 'A', 50_00, claimed(2_38)))
    expect(factsOf(decide([receipt()], twice, [rest]))).toMatchObject([
      { discount: { discountMinor: 2_38 } },
      { shortfall: { amountMinor: 2_38 } },
    ])
  })

  it('refuses in the order of the list of refusals, whatever the line', () => {
    const free = [receipt({ amountMinor: 10_00 })]
    const wrong = (...lines: Parameters<typeof apply>[1][]) => decide([...free, applied], apply('2026-01-01', ...lines))
    const early = line('9', 'LATER', 999_00)
    expect(decide([], apply('2026-01-01'))).toMatchObject({ left: { _tag: 'MissingField', field: 'lines' } })
    expect(wrong(line('', 'A', 1), line('1', 'X', 0))).toMatchObject({
      left: { _tag: 'InvalidAmount', field: 'lines[1].amount' },
    })
    expect(wrong(line('', 'A', 1), line('1', 'X', 1, claimed(-1)))).toMatchObject({
      left: { _tag: 'InvalidAmount', field: 'lines[1].discount' },
    })
    expect(wrong(line('1', 'A', 1), line('', 'X', 1))).toMatchObject({
      left: { _tag: 'MissingField', field: 'lines[1].applicationId' },
    })
    expect(wrong(line('2', 'A', 1, { _tag: 'Allowed', policy: { ...policy, id: '' } }))).toMatchObject({
      left: { _tag: 'MissingField', field: 'lines[0].discount.policy.id' },
    })
    expect(wrong(line('2', 'X', 1), line('1', 'A', 1))).toMatchObject({
      left: { _tag: 'IdAlreadyUsed', kind: 'application', id: '1' },
    })
    expect(wrong(line('2', 'X', 1), line('2', 'A', 1))).toMatchObject({ left: { _tag: 'IdAlreadyUsed', id: '2' } })
    expect(decide([], apply('2026-01-01', line('2', 'X', 1)))).toMatchObject({
      left: { _tag: 'NotFound', kind: 'receipt' },
    })
    expect(wrong(line('2', 'GONE', 1), line('3', 'X', 1))).toMatchObject({
      left: { _tag: 'NotFound', kind: 'item', id: 'X' },
    })
    expect(wrong(line('2', 'DOLLARS', 1), line('3', 'GONE', 1))).toMatchObject({
      left: { _tag: 'AlreadyEnded', kind: 'item', id: 'GONE', ended: 'voided' },
    })
    expect(wrong(early, line('3', 'DOLLARS', 1))).toMatchObject({
      left: { _tag: 'CurrencyMismatch', expected: 'USD', got: 'EUR' },
    })
    expect(wrong(line('3', 'A', 999_00), early)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-10' } })
    expect(decide(free, apply('2026-01-12', line('3', 'A', 119_01)))).toMatchObject({ left: { _tag: 'NotEnoughFree' } })
    expect(decide([receipt()], apply('2026-01-12', line('3', 'A', 119_01)))).toMatchObject({
      left: { _tag: 'OverApplied' },
    })
  })

  it('finds a receipt that is over before an item of another currency, after an item that is not there', () => {
    const over = after([receipt()], { _tag: 'ReturnReceipt', on: day('2026-01-11'), receiptId: 'R', kind: 'nsf' })
    expect(decide(over, apply('2026-01-12', line('1', 'X', 1)))).toMatchObject({
      left: { _tag: 'NotFound', kind: 'item' },
    })
    expect(decide(over, apply('2026-01-12', line('1', 'DOLLARS', 1)))).toMatchObject({
      left: { _tag: 'AlreadyEnded', kind: 'receipt', ended: 'returned' },
    })
  })

  it('refuses an amount of another currency than its receipt', () => {
    const dollars = { ...line('1', 'DOLLARS', 1), amount: money('USD', 1) }
    expect(decide([receipt()], apply('2026-01-12', dollars))).toMatchObject({
      left: { _tag: 'CurrencyMismatch', expected: 'EUR', got: 'USD' },
    })
  })

  it('waits for the money, and for the day on which it or the item became free again', () => {
    expect(decide([receipt()], apply('2026-01-09', line('1', 'A', 1)))).toMatchObject({
      left: { notBefore: '2026-01-10' },
    })
    const freed = after([receipt(), applied], {
      _tag: 'Unapply',
      on: day('2026-01-20'),
      applicationId: '1',
      because: 'reallocation',
      reason: 'wrong invoice',
    })
    expect(decide(freed, apply('2026-01-19', line('2', 'B', 1)))).toMatchObject({ left: { notBefore: '2026-01-20' } })
    const other = [...freed, receipt({ receiptId: 'R2' })]
    expect(decide(other, { ...apply('2026-01-19', line('2', 'A', 1)), receiptId: 'R2' } as never)).toMatchObject({
      left: { notBefore: '2026-01-20' },
    })
  })

  it('never closes an item that an oversized discount would close without any cash', () => {
    const all = item('A', {
      discount: {
        ...(item('A').discount ?? expect.fail()),
        tiers: [{ lastDay: day('2026-01-15'), amountMinor: 119_00 }],
      },
    })
    expect(decide([receipt()], apply('2026-01-12', line('1', 'A', 1_00, allowed)), [all])).toMatchObject({
      left: { _tag: 'OverApplied' },
    })
    expect(decimal('2')).toEqual({ unscaled: 2, scale: 0 })
  })

  it('gives exactly the discount and keeps exactly the penny that a plan counted on', () => {
    const exactly = (discountMinor: number, pennyMinor: number) =>
      ({ _tag: 'Exactly', discountMinor, pennyMinor, policy }) as const
    const decideOn = (minor: number, discount: ReturnType<typeof exactly>) =>
      decide([receipt()], apply('2026-01-12', line('1', 'A', minor, discount)))
    expect(factsOf(decideOn(116_67, exactly(2_38, 5)))).toMatchObject([
      { amountMinor: 116_62, discount: { discountMinor: 2_38 }, pennyMinor: 5, policy: { id: 'usual' } },
    ])
    expect(factsOf(decideOn(50_00, exactly(1_00, 0)))).toMatchObject([
      { amountMinor: 50_00, discount: { discountMinor: 1_00 }, pennyMinor: 0 },
    ])
    expect(decideOn(116_61, exactly(2_39, 0))).toMatchObject({
      left: { _tag: 'AmountDiffers', kind: 'discount', id: '1', expectedMinor: 2_38, askedMinor: 2_39 },
    })
    expect(decideOn(116_68, exactly(2_38, 6))).toMatchObject({
      left: { _tag: 'AmountDiffers', kind: 'penny', id: '1', expectedMinor: 5, askedMinor: 6 },
    })
    expect(decideOn(50_05, exactly(0, 5))).toMatchObject({
      left: { _tag: 'AmountDiffers', kind: 'penny', expectedMinor: 0, askedMinor: 5 },
    })
    expect(decideOn(5, exactly(0, 5))).toMatchObject({ left: { _tag: 'OverApplied' } })
    for (const wrong of [exactly(-1, 0), exactly(0, 0.5)])
      expect(decideOn(50_00, wrong)).toMatchObject({ left: { _tag: 'InvalidAmount', field: 'lines[0].discount' } })
  })

  it('keeps no second penny beyond the maximum of the receipt', () => {
    const lines = ['A', 'B'].map((itemId, at) =>
      line(`${at}`, itemId, 119_03, { _tag: 'Exactly', discountMinor: 0, pennyMinor: 3, policy }),
    )
    expect(decide([receipt({ amountMinor: 300_00 })], apply('2026-01-12', ...lines))).toMatchObject({
      left: { _tag: 'AmountDiffers', kind: 'penny', id: '1', expectedMinor: 2 },
    })
  })
})
