import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { autoCash, type AutoCashItem, type AutoCashOptions, type AutoCashRule, ruleSetFor } from '../../../src/index.js'

const item = (itemId: string, openMinor: number, dueOn: string, more: Partial<AutoCashItem> = {}): AutoCashItem => ({
  itemId,
  openMinor,
  on: localDate('2026-01-01'),
  dueOn: localDate(dueOn),
  ...more,
})

const run = (
  rules: ReadonlyArray<AutoCashRule>,
  items: ReadonlyArray<AutoCashItem>,
  amountMinor: number,
  options: Partial<AutoCashOptions> = {},
  receivedOn = '2026-03-15',
): ReturnType<typeof autoCash> =>
  autoCash(
    {
      id: 'test',
      version: 1,
      rules,
      options: {
        discounts: 'none',
        discountGraceDays: 0,
        lateCharges: false,
        disputed: true,
        partial: true,
        remainder: 'unapplied',
        ...options,
      },
    },
    items,
    { amountMinor, receivedOn: localDate(receivedOn) },
  )

const cash = (result: ReturnType<typeof autoCash>): Readonly<Record<string, number>> =>
  Object.fromEntries(result.lines.map(({ itemId, cashMinor }) => [itemId, cashMinor]))

describe('match payment with invoice', () => {
  it('closes the one item of that balance', () => {
    expect(
      cash(
        run(['match-payment-with-invoice'], [item('A', 100_00, '2026-04-01'), item('B', 50_00, '2026-04-01')], 50_00),
      ),
    ).toEqual({ B: 50_00 })
  })

  it('takes the earliest due of several and says so', () => {
    const result = run(
      ['match-payment-with-invoice'],
      [item('A', 50_00, '2026-04-02'), item('B', 50_00, '2026-04-01')],
      50_00,
    )
    expect(cash(result)).toEqual({ B: 50_00 })
    expect(result.tieBreak).toContain('earliest due')
  })

  it('grants no more of a discount than earlier payments left of it', () => {
    const discount = {
      taxMode: 'reduce-on-payment',
      baseMinor: 100_00,
      graceDays: 0,
      tiers: [{ lastDay: localDate('2026-03-15'), percent: decimal('2') }],
    } as const
    const items = [item('A', 60_00, '2026-04-01', { discount, discountTakenMinor: 1_50 })]
    const earned = { discounts: 'earned' } as const
    expect(run(['match-payment-with-invoice'], items, 59_50, earned).lines[0]?.discountMinor).toBe(50)
    expect(run(['match-payment-with-invoice'], items, 58_00, earned).outcome).toBe('none')
  })

  it('matches the discounted balance while the discount is earned, grace days included', () => {
    const discount = {
      taxMode: 'reduce-on-payment' as const,
      baseMinor: 100_00,
      graceDays: 0,
      tiers: [{ lastDay: localDate('2026-03-10'), percent: decimal('2') }],
    }
    const items = [item('A', 100_00, '2026-04-01', { discount })]
    const earned = { discounts: 'earned', discountGraceDays: 5 } as const
    expect(run(['match-payment-with-invoice'], items, 98_00, earned, '2026-03-15').lines[0]?.discountMinor).toBe(2_00)
    expect(run(['match-payment-with-invoice'], items, 98_00, earned, '2026-03-16').outcome).toBe('none')
    expect(
      run(['match-payment-with-invoice'], items, 98_00, { discounts: 'earned-and-unearned' }, '2026-03-16').lines[0]
        ?.discountKind,
    ).toBe('unearned')
  })
})

describe('clear the account', () => {
  it('uses credits as well, and all of them', () => {
    const items = [item('A', 300_00, '2026-03-10'), item('B', 150_00, '2026-04-10'), item('CM', -50_00, '2026-03-01')]
    expect(cash(run(['clear-the-account'], items, 400_00))).toEqual({ CM: -50_00, A: 300_00, B: 150_00 })
  })

  it('leaves disputed items out where the options say so', () => {
    const items = [item('A', 300_00, '2026-03-10'), item('B', 150_00, '2026-04-10', { disputed: true })]
    expect(cash(run(['clear-the-account'], items, 300_00, { disputed: false }))).toEqual({ A: 300_00 })
    const tried = run(['clear-the-account'], items, 300_00)
    expect(tried).toMatchObject({ outcome: 'none', tried: [{ balanceMinor: 450_00 }], remainderMinor: 300_00 })
  })
})

describe('clear past due', () => {
  it('does not count an item due on the day of the receipt', () => {
    const items = [item('A', 200_00, '2026-03-14'), item('B', 100_00, '2026-03-15')]
    expect(cash(run(['clear-past-due'], items, 200_00))).toEqual({ A: 200_00 })
    expect(run(['clear-past-due'], items, 300_00).outcome).toBe('none')
  })

  it('clears the term with the oldest due day when two terms fit', () => {
    const items = [
      item('A', 100_00, '2026-02-20', { termId: 'net30' }),
      item('B', 150_00, '2026-02-25', { termId: 'net30' }),
      item('C', 250_00, '2026-02-10', { termId: 'net15' }),
    ]
    const result = run(['clear-past-due-by-term'], items, 250_00)
    expect(result).toMatchObject({ termId: 'net15' })
    expect(cash(result)).toEqual({ C: 250_00 })
  })
})

describe('apply to the oldest first', () => {
  const items = [
    item('123', 200_00, '2026-03-11'),
    item('124', 300_00, '2026-03-08'),
    item('125', 150_00, '2026-03-13'),
  ]

  it('pays the last item in part', () => {
    const result = run(['apply-to-oldest-first'], items, 600_00)
    expect(result.lines.map(({ itemId, cashMinor, openMinor }) => [itemId, cashMinor, openMinor])).toEqual([
      ['124', 300_00, 0],
      ['123', 200_00, 0],
      ['125', 100_00, 50_00],
    ])
  })

  it('stops at the first item it cannot close when part payments are off, and skips nothing', () => {
    const result = run(['apply-to-oldest-first'], [...items, item('126', 10_00, '2026-03-20')], 600_00, {
      partial: false,
      remainder: 'on-account',
    })
    expect(cash(result)).toEqual({ '124': 300_00, '123': 200_00 })
    expect(result).toMatchObject({ remainderMinor: 100_00, remainder: 'on-account' })
  })

  it('stops before an item with late charges when those may not be paid', () => {
    const late = [item('A', 100_00, '2026-03-01'), item('B', 100_00, '2026-03-02', { lateChargeMinor: 5_00 })]
    expect(cash(run(['apply-to-oldest-first'], late, 300_00))).toEqual({ A: 100_00 })
    expect(cash(run(['apply-to-oldest-first'], late, 300_00, { lateCharges: true }))).toEqual({ A: 100_00, B: 105_00 })
  })
})

describe('combination', () => {
  it('closes the only set that fits', () => {
    expect(
      cash(
        run(
          ['combination'],
          [item('A', 100_00, '2026-04-01'), item('B', 230_00, '2026-04-01'), item('C', 55_00, '2026-04-01')],
          155_00,
        ),
      ),
    ).toEqual({ A: 100_00, C: 55_00 })
  })

  it('names every set when several fit, and applies nothing', () => {
    const items = [
      ['A', 100_00],
      ['B', 200_00],
      ['C', 300_00],
      ['D', 150_00],
      ['E', 150_00],
    ] as const
    const result = run(
      ['combination', 'apply-to-oldest-first'],
      items.map(([id, minor]) => item(id, minor, '2026-04-01')),
      300_00,
    )
    expect(result).toMatchObject({ outcome: 'ambiguous', lines: [], remainderMinor: 300_00 })
    expect(result.candidates.map((set) => [...set].sort().join('')).sort()).toEqual(['AB', 'C', 'DE'])
  })

  it('says undecided rather than none when the search is cut short', () => {
    const items = Array.from({ length: 60 }, (_, at) => item(`I${at}`, 1_000_000 + at * 7919, '2026-04-01'))
    expect(run(['combination'], items, 20_000_001).outcome).toBe('undecided')
  })
})

describe('the rule set of a receipt', () => {
  it('is that of the site, else the customer, else the system', () => {
    const choices = { system: 'SYS', byCustomer: { c1: 'C1' }, bySite: { 'c1/s2': 'S2' } }
    expect([
      ruleSetFor(choices, 'c1', 's2'),
      ruleSetFor(choices, 'c1', 's9'),
      ruleSetFor(choices, 'c2', 's1'),
      ruleSetFor(choices, 'toString', undefined),
    ]).toEqual(['S2', 'C1', 'SYS', 'SYS'])
  })
})
