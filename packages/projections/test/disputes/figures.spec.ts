import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  causeEntry,
  causeRanking,
  cycleTimes,
  deductionEnding,
  disputeCase,
  mapCode,
  remainderToWriteOff,
  shippedCauses,
  upstreamShare,
  x12Reasons,
} from '../../src/index.js'

const day = localDate

describe('a disputed case', () => {
  it('closes with the movement that takes the last of it', () => {
    const movements = [
      { kind: 'credited', minor: 200 },
      { kind: 'written-off', minor: 50 },
      { kind: 'paid', minor: 250 },
    ] as const
    expect(disputeCase(500, movements.slice(0, 2))).toMatchObject({ remainingMinor: 250, state: 'open' })
    expect(disputeCase(500, movements)).toEqual({
      originalMinor: 500,
      paidMinor: 250,
      creditedMinor: 200,
      writtenOffMinor: 50,
      remainingMinor: 0,
      state: 'closed',
      resolution: 'paid',
    })
  })

  it('is open again when the money goes back, and has no resolution then', () => {
    const back = disputeCase(500, [
      { kind: 'paid', minor: 500 },
      { kind: 'paid', minor: -1 },
    ])
    expect(back).toMatchObject({ remainingMinor: 1, state: 'open' })
    expect(back).not.toHaveProperty('resolution')
  })
})

describe('cycle times', () => {
  const disputes = [
    { raisedOn: day('2026-03-01'), endedOn: day('2026-03-11') },
    { raisedOn: day('2026-03-05'), endedOn: day('2026-04-04') },
    { raisedOn: day('2026-04-20') },
  ]

  it('leave open disputes out of the average', () => {
    expect(cycleTimes(disputes, day('2026-04-30'))).toEqual({ ended: 2, endedDays: 40, open: 1, oldestOpenDays: 10 })
  })

  it('count as open what ended a day later, and not at all what was raised a day later', () => {
    expect(cycleTimes(disputes, day('2026-04-03'))).toEqual({ ended: 1, endedDays: 10, open: 1, oldestOpenDays: 29 })
    expect(cycleTimes(disputes, day('2026-04-04'))).toEqual({ ended: 2, endedDays: 40, open: 0 })
  })
})

describe('a ranking of causes', () => {
  const cases = [
    { cause: 'quantity', amountMinor: 900, valid: true },
    { cause: 'pricing_error', amountMinor: 100, valid: true },
    { cause: 'pricing_error', amountMinor: 80, valid: false },
    { cause: 'freight', amountMinor: 900 },
  ]

  it('by money is another than by number, and ties go by name', () => {
    expect(causeRanking(cases, 'count').map(({ cause, count }) => [cause, count])).toEqual([
      ['pricing_error', 2],
      ['freight', 1],
      ['quantity', 1],
    ])
    expect(causeRanking(cases, 'amount').map(({ cause, amountMinor }) => [cause, amountMinor])).toEqual([
      ['freight', 900],
      ['quantity', 900],
      ['pricing_error', 180],
    ])
  })

  it('tells what was valid from what was not, and counts the undecided as neither', () => {
    expect(causeRanking(cases, 'count').map(({ validMinor, invalidMinor }) => [validMinor, invalidMinor])).toEqual([
      [100, 80],
      [0, 0],
      [900, 0],
    ])
  })
})

describe('codes', () => {
  it('of X12 name a cause and its department, and one that nobody knows is kept as it was written', () => {
    expect(mapCode(x12Reasons, '06')).toMatchObject({ cause: 'quantity', rawCode: '06' })
    expect(mapCode(x12Reasons, '6').cause).toBe('quantity')
    expect(mapCode(x12Reasons, '99')).toMatchObject({ cause: 'unknown', rawCode: '99' })
    expect(mapCode(x12Reasons, 'constructor').cause).toBe('unknown')
  })

  it('of X12 all name causes of the shipped taxonomy', () => {
    const causes = Object.values(x12Reasons.causes)
    expect(causes.filter((cause) => causeEntry(shippedCauses, cause).cause !== cause)).toEqual([])
    expect(causes).toHaveLength(41)
  })
})

describe('the upstream share', () => {
  it('tells our errors, the customer and what nobody can explain apart', () => {
    const items = [
      { openMinor: 500, cause: 'pricing_error' },
      { openMinor: 200, cause: 'customer_cash_flow' },
      { openMinor: 30, cause: 'unknown' },
      { openMinor: 20, cause: 'no such word' },
      { openMinor: 1 },
      { openMinor: 500, cause: 'wrong_tax' },
    ]
    expect(upstreamShare(items, shippedCauses)).toEqual({
      totalMinor: 1251,
      upstreamMinor: 1000,
      notUpstreamMinor: 200,
      unexplainedMinor: 51,
      departments: [
        { department: 'pricing', openMinor: 500 },
        { department: 'tax', openMinor: 500 },
        { department: 'customer', openMinor: 200 },
      ],
    })
  })
})

describe('a deduction', () => {
  it('is credited, credited with a cause, billed again or left until coded', () => {
    expect((['agreed', 'preventable', 'unauthorised', 'unknown'] as const).map(deductionEnding)).toEqual([
      { action: 'credit', rootCauseRequired: false },
      { action: 'credit', rootCauseRequired: true },
      { action: 'rebill', rootCauseRequired: false },
      { action: 'wait', rootCauseRequired: false },
    ])
  })
})

it('a rest at the limit stays, and so does one on the last day of the discount', () => {
  const [deadline, after, policy] = [day('2026-03-10'), day('2026-03-11'), { belowMinor: 500 }]
  expect(remainderToWriteOff(499, after, deadline, policy)).toBe(499)
  expect(remainderToWriteOff(500, after, deadline, policy)).toBe(0)
  expect(remainderToWriteOff(499, deadline, deadline, policy)).toBe(0)
  expect(remainderToWriteOff(499, deadline, undefined, policy)).toBe(499)
  expect(remainderToWriteOff(-1, after, deadline, policy)).toBe(0)
})
