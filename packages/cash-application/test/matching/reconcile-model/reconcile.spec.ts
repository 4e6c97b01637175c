import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  type MatcherItem,
  type MatchPayment,
  type MatchPlan,
  type MatchQuestion,
  reconcile,
  type ReconcileModel,
  reconcileModel,
} from '../../../src/index.js'

const item = (itemId: string, openMinor: number, more: Partial<MatcherItem> = {}): MatcherItem => ({
  itemId,
  openMinor,
  on: localDate('2026-01-02'),
  dueOn: localDate('2026-02-01'),
  identifiers: [itemId],
  ...more,
})

const payment = (amountMinor: number, text = '', more: Partial<MatchPayment> = {}): MatchPayment => ({
  paymentId: 'P1',
  amountMinor,
  receivedOn: localDate('2026-02-03'),
  text,
  ...more,
})

const discount = (percent: string, lastDay: string): Partial<MatcherItem> => ({
  discount: {
    taxMode: 'never-reduced',
    baseMinor: 1000_00,
    graceDays: 0,
    tiers: [{ percent: decimal(percent), lastDay: localDate(lastDay) }],
  },
})

const inOrder: ReconcileModel = { ...reconcileModel, steps: ['exact-single', 'in-order'] }

type Told = Readonly<Record<string, readonly [string, MatchPlan | string | ReadonlyArray<MatchPlan>]>>

const run = (
  items: ReadonlyArray<MatcherItem>,
  payments: ReadonlyArray<MatchPayment>,
  ruleSet: Partial<ReconcileModel> = {},
  writeOffs: MatchQuestion['writeOffs'] = [],
): Told =>
  Object.fromEntries(
    reconcile({ items, payments, writeOffs }, { ...inOrder, ...ruleSet }).map(({ paymentId, answer }) => {
      switch (answer._tag) {
        case 'Apply':
          return [
            paymentId,
            [`${answer.by}${answer.tieBreak === undefined ? '' : ` (${answer.tieBreak})`}`, answer.plan],
          ]
        case 'Ambiguous':
          return [paymentId, [answer._tag, answer.plans]]
        case 'Undecided':
        case 'None':
          return [paymentId, [answer._tag, '']]
      }
    }),
  )

const plan = (
  lines: ReadonlyArray<
    readonly [string, number, number] | readonly [string, number, number, MatchPlan['lines'][number]['differences']]
  >,
  more: Partial<MatchPlan> = {},
): MatchPlan => ({
  lines: lines.map(([itemId, cashMinor, openMinor, differences = []]) => ({
    itemId,
    cashMinor,
    differences,
    openMinor,
  })),
  pennyMinor: 0,
  remainderMinor: 0,
  remainder: 'unapplied',
  ...more,
})

const tolerant: Partial<ReconcileModel> = {
  steps: ['exact-single', 'customer-total', 'within-tolerance'],
  tolerance: { percent: decimal('1') },
}

describe('a tolerance', () => {
  it('is a percentage of what is open, and the last cent of it still counts', () => {
    expect(run([item('A', 1000_00)], [payment(990_00)], tolerant)).toEqual({
      P1: ['within-tolerance', plan([['A', 990_00, 0, [{ _tag: 'SmallDifference', amountMinor: 10_00 }]]])],
    })
    expect(run([item('A', 1000_00)], [payment(989_99)], tolerant)).toEqual({ P1: ['None', ''] })
  })

  it('is the smaller of a percentage, an amount and the write-off limit', () => {
    const both = { ...tolerant, tolerance: { percent: decimal('1'), amountMinor: 3_00 } }
    expect(run([item('A', 1000_00)], [payment(996_99)], both)).toEqual({ P1: ['None', ''] })
    expect(run([item('A', 1000_00)], [payment(997_00)], both)).toMatchObject({ P1: ['within-tolerance', {}] })
    expect(run([item('A', 1000_00)], [payment(997_00)], { ...both, writeOffLimitMinor: 2_99 })).toEqual({
      P1: ['None', ''],
    })
  })

  it('is for one item alone: two items must be paid to the cent', () => {
    const items = [item('A', 100_00), item('B', 200_00)]
    expect(run(items, [payment(299_99, 'A B')], { ...tolerant, tolerance: { amountMinor: 5_00 } })).toEqual({
      P1: [
        'reference',
        plan([
          ['A', 100_00, 0],
          ['B', 199_99, 1],
        ]),
      ],
    })
  })

  it('that fits two items is for a person, who sees both', () => {
    const items = [item('A', 1000_00), item('B', 995_00, { dueOn: localDate('2026-03-01') })]
    expect(run(items, [payment(990_00)], tolerant)).toMatchObject({
      P1: ['Ambiguous', [{ lines: [{ itemId: 'A' }] }, { lines: [{ itemId: 'B' }] }]],
    })
  })

  it('never reaches an item that did not exist when the money came', () => {
    const later = item('A', 1000_00, { on: localDate('2026-02-04') })
    expect(run([later], [payment(995_00)], tolerant)).toEqual({ P1: ['None', ''] })
  })
})

describe('the write-off limit', () => {
  it('looks at what is open now: a large rest of an item stays open', () => {
    const items = [item('S', 45_00), item('B', 500_00, { dueOn: localDate('2026-02-02') })]
    const left = plan([
      ['S', 45_00, 0],
      ['B', 455_00, 45_00],
    ])
    expect(run(items, [payment(500_00)], { steps: ['in-order'], writeOffLimitMinor: 10 })).toEqual({
      P1: ['in-order', left],
    })
  })

  it('takes a small rest of the last item with it', () => {
    const items = [item('A', 100_00), item('B', 200_00)]
    const { P1 } = run(items, [payment(299_95)], { writeOffLimitMinor: 5 })
    expect(P1?.[1]).toEqual(
      plan([
        ['A', 100_00, 0],
        ['B', 199_95, 0, [{ _tag: 'SmallDifference', amountMinor: 5 }]],
      ]),
    )
  })

  it('is not for a person to go beyond', () => {
    const decided = [{ itemId: 'A', amountMinor: 5_00 }]
    expect(run([item('A', 100_00)], [payment(95_00)], { writeOffLimitMinor: 4_99 }, decided)).toEqual({
      P1: ['in-order', plan([['A', 95_00, 5_00]])],
    })
  })
})

describe('references', () => {
  it('win over order, and a part payment of what is named is applied', () => {
    const items = [item('A1', 100_00), item('B2', 100_00, { dueOn: localDate('2026-03-01') })]
    expect(run(items, [payment(40_00, 'payment B2')])).toEqual({ P1: ['reference', plan([['B2', 40_00, 60_00]])] })
  })

  it('keep what is too much from other items', () => {
    const items = [item('A1', 100_00), item('B2', 100_00)]
    expect(run(items, [payment(130_00, 'A1')])).toEqual({
      P1: ['reference', plan([['A1', 100_00, 0]], { remainderMinor: 30_00 })],
    })
  })

  it('bind payments that carry the same one into one', () => {
    const payments = [payment(500_00, 'R7'), payment(500_00, 'r-7', { paymentId: 'P2' })]
    expect(run([item('R7', 1000_00)], payments, tolerant)).toEqual({
      P1: ['reference', plan([['R7', 500_00, 500_00]])],
      P2: ['reference', plan([['R7', 500_00, 0]])],
    })
  })

  it('leave a payment its money of which nothing was needed: a penny is kept only where something is paid', () => {
    const payments = [payment(1000_00, 'R7'), payment(1, 'R7', { paymentId: 'P2' })]
    expect(run([item('R7', 1000_00)], payments, { maxPennyMinor: 50 })).toEqual({
      P1: ['reference', plan([['R7', 1000_00, 0]])],
      P2: ['None', ''],
    })
  })

  it('of no item still bind payments, where together they are one item', () => {
    const payments = [
      payment(300_00, 'rent'),
      payment(700_00, 'Rent', { paymentId: 'P2' }),
      payment(1_00, 'x', { paymentId: 'P3' }),
    ]
    expect(run([item('A', 1000_00)], payments, tolerant)).toEqual({
      P1: ['same-memo', plan([['A', 300_00, 700_00]])],
      P2: ['same-memo', plan([['A', 700_00, 0]])],
      P3: ['None', ''],
    })
  })
})

describe('steps', () => {
  const items = [
    item('A', 40_00, { dueOn: localDate('2026-01-05') }),
    item('B', 60_00, { dueOn: localDate('2026-01-10') }),
  ]
  const all: Partial<ReconcileModel> = { steps: ['customer-total', 'exact-single', 'in-order'] }

  it.each([
    [100_00, 'customer-total'],
    [60_00, 'exact-single'],
    [50_00, 'in-order'],
  ])('take %i by %s', (amountMinor, by) => {
    expect(run(items, [payment(amountMinor)], all)['P1']?.[0]).toBe(by)
  })

  it('count all payments together against all that is open, credits included', () => {
    const payments = [payment(50_00), payment(30_00, '', { paymentId: 'P2' })]
    expect(run([...items, item('C', -20_00)], payments, all)).toEqual({
      P1: [
        'customer-total',
        plan([
          ['C', -20_00, 0],
          ['A', 40_00, 0],
          ['B', 30_00, 30_00],
        ]),
      ],
      P2: ['customer-total', plan([['B', 30_00, 0]])],
    })
  })

  it('choose among equal items only where the rule set says which comes first', () => {
    const twins = [item('A', 50_00), item('B', 50_00, { dueOn: localDate('2026-01-01') })]
    expect(run(twins, [payment(50_00)])).toEqual({
      P1: ['exact-single (2 fit: first in order)', plan([['B', 50_00, 0]])],
    })
    expect(run(twins, [payment(50_00)], { steps: ['exact-single'] })).toMatchObject({
      P1: ['Ambiguous', [{ lines: [{ itemId: 'B' }] }, { lines: [{ itemId: 'A' }] }]],
    })
  })

  it('take interest before all else where that is the order', () => {
    const note = item('N', 7_00, { kind: 'interest-note', dueOn: localDate('2026-04-01') })
    expect(run([...items, note], [payment(50_00)], { itemOrder: 'interest-first' })['P1']?.[1]).toEqual(
      plan([
        ['N', 7_00, 0],
        ['A', 40_00, 0],
        ['B', 3_00, 57_00],
      ]),
    )
  })

  it('use the newest or the oldest payment first', () => {
    const payments = [payment(40_00), payment(40_00, '', { paymentId: 'P2', receivedOn: localDate('2026-02-09') })]
    const one = items.slice(0, 1)
    expect(run(one, payments, { paymentOrder: 'newest' })).toMatchObject({ P1: ['None', ''], P2: ['exact-single', {}] })
    expect(run(one, payments, { paymentOrder: 'oldest' })).toMatchObject({ P1: ['exact-single', {}], P2: ['None', ''] })
  })
})

describe('what is too much', () => {
  it('is kept up to the penny maximum, and stays unapplied beyond it', () => {
    expect(run([item('A', 100_00)], [payment(100_05)], { maxPennyMinor: 5 })).toEqual({
      P1: ['in-order', plan([['A', 100_00, 0]], { pennyMinor: 5 })],
    })
    expect(run([item('A', 100_00)], [payment(100_06)], { maxPennyMinor: 5 })).toEqual({
      P1: ['in-order', plan([['A', 100_00, 0]], { remainderMinor: 6 })],
    })
  })

  it('closes everything only where overpayments are accepted', () => {
    const accepting: Partial<ReconcileModel> = { ...tolerant, steps: ['exact-single', 'more-than-all'] }
    expect(run([item('A', 100_00)], [payment(110_00)], tolerant)).toEqual({ P1: ['None', ''] })
    expect(run([item('A', 100_00)], [payment(110_00)], accepting)).toEqual({
      P1: ['more-than-all', plan([['A', 100_00, 0]], { remainderMinor: 10_00 })],
    })
  })

  it('is a fee for each item that it was paid on top of', () => {
    const items = [item('A', 100_00), item('B', 50_00)]
    const fee = (itemId: string): { itemId: string; kind: 'fee'; amountMinor: number } => ({
      itemId,
      kind: 'fee',
      amountMinor: 2_00,
    })
    expect(run(items, [payment(154_00)], { feePerItemMinor: 2_00 })['P1']?.[1]).toEqual(
      plan(
        [
          ['A', 100_00, 0],
          ['B', 50_00, 0],
        ],
        { charges: [fee('A'), fee('B')] },
      ),
    )
    expect(run(items, [payment(102_00)], { feePerItemMinor: 2_00 })['P1']?.[1]).toEqual(
      plan([['A', 100_00, 0]], { charges: [fee('A')] }),
    )
    expect(run(items, [payment(150_00)], { feePerItemMinor: 2_00 })['P1']?.[1]).toEqual(
      plan([
        ['A', 100_00, 0],
        ['B', 50_00, 0],
      ]),
    )
  })
})

describe('what is short', () => {
  it('moves to a debit item of its own under a rule set that charges back', () => {
    const early = item('A', 1000_00, discount('1', '2026-02-03'))
    const charging: Partial<ReconcileModel> = { shortPayment: 'chargeback', discountOnPart: true }
    expect(run([early], [payment(600_00)], charging)['P1']?.[1]).toEqual(
      plan([
        [
          'A',
          600_00,
          0,
          [
            { _tag: 'Discount', kind: 'earned', amountMinor: 10_00 },
            { _tag: 'Chargeback', reason: 'short-payment', amountMinor: 390_00 },
          ],
        ],
      ]),
    )
  })

  it('by a discount that came too late stays open under that name', () => {
    const late = item('A', 1000_00, discount('2', '2026-02-02'))
    expect(run([late], [payment(980_00)])['P1']?.[1]).toEqual(
      plan([['A', 980_00, 20_00, [{ _tag: 'Deduction', reason: 'unearned-discount', amountMinor: 20_00 }]]]),
    )
  })

  it('has its discount on the last item too, where the rule set grants it on a part', () => {
    const five = Array.from({ length: 5 }, (_, at) =>
      item(`A${at}`, 200_00, {
        discount: {
          taxMode: 'never-reduced',
          baseMinor: 200_00,
          graceDays: 0,
          tiers: [{ percent: decimal('2'), lastDay: localDate('2026-02-03') }],
        },
      }),
    )
    const { P1 } = run(five, [payment(950_00)], { discountOnPart: true })
    const lines = P1?.[1] as MatchPlan
    expect(lines.lines.at(-1)).toMatchObject({ itemId: 'A4', cashMinor: 166_00, openMinor: 30_00 })
    expect(lines.lines.flatMap(({ differences }) => differences).length).toBe(5)
  })

  it('is what a person decided to give up, and never more than no money came for', () => {
    const decided = [{ itemId: 'A', amountMinor: 5_00 }]
    expect(run([item('A', 100_00)], [payment(95_00)], {}, decided)['P1']?.[1]).toEqual(
      plan([['A', 95_00, 0, [{ _tag: 'SmallDifference', amountMinor: 5_00 }]]]),
    )
    expect(run([item('A', 100_00)], [payment(98_00)], {}, decided)['P1']?.[1]).toEqual(
      plan([['A', 98_00, 0, [{ _tag: 'SmallDifference', amountMinor: 2_00 }]]]),
    )
    expect(run([item('A', 100_00), item('B', 100_00)], [payment(195_00)], {}, decided)['P1']?.[1]).toEqual(
      plan([
        ['A', 95_00, 0, [{ _tag: 'SmallDifference', amountMinor: 5_00 }]],
        ['B', 100_00, 0],
      ]),
    )
  })
})

describe('a payment that claims to settle everything', () => {
  it('is shown what it would settle, and is never posted', () => {
    const claiming = payment(100_00, 'A', { fullSatisfactionClaimed: 'in full' })
    expect(run([item('A', 120_00)], [claiming])).toEqual({ P1: ['Ambiguous', [plan([['A', 100_00, 20_00]])]] })
  })
})
