// Books and texts that are made to be slow: answered, and with a number of candidates that somebody can read.
import { addDays, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  decidePayment,
  evidenceRuleSet,
  type MatchCandidate,
  type MatchDecision,
  type MatchItem,
  prepareItems,
} from '../../../src/index.js'

const first = localDate('2026-01-01')

const book = (
  count: number,
  minorOf: (at: number) => number,
  dayOf: (at: number) => number,
): ReadonlyArray<MatchItem> =>
  Array.from({ length: count }, (_, at) => ({
    itemId: `I${String(at).padStart(5, '0')}`,
    openMinor: minorOf(at),
    on: addDays(first, dayOf(at)),
    dueOn: addDays(first, dayOf(at) + 30),
    identifiers: [`77${String(at).padStart(5, '0')}`],
  }))

const decide = (items: ReadonlyArray<MatchItem>, amountMinor: number, text = ''): MatchDecision =>
  decidePayment(
    { paymentId: 'P', amountMinor, receivedOn: addDays(first, 400), text },
    prepareItems(items),
    evidenceRuleSet,
  )

const candidatesOf = (decision: MatchDecision): ReadonlyArray<MatchCandidate> =>
  decision._tag === 'Apply'
    ? [decision.candidate, ...decision.others]
    : decision._tag === 'Ambiguous'
      ? decision.candidates
      : []

describe('books made to be slow', () => {
  it('show a choice, not two thousand of them, where credits bring the oldest items to one sum again and again', () => {
    const items = book(
      4_000,
      (at) => (at % 2 === 0 ? 50_00 : -50_00),
      (at) => at,
    )
    const decision = decide(items, 50_00)
    expect(decision._tag).toBe('Ambiguous')
    expect(candidatesOf(decision).length).toBeLessThan(64)
  })

  it.each([1, 2, 60, 2_500, 4_998, 4_999])('answer for %i of five thousand items of one amount', (paid) => {
    const items = book(
      5_000,
      () => 50_00,
      (at) => at % 300,
    )
    const candidates = candidatesOf(decide(items, paid * 50_00))
    expect(candidates.length).toBeGreaterThan(0)
    expect(candidates.length).toBeLessThan(64)
    for (const { itemIds } of candidates) expect(new Set(itemIds).size).toBe(paid)
  })

  it('answer a payment of nearly all that is named', () => {
    const items = book(
      5_000,
      () => 50_00,
      (at) => at % 30,
    )
    const text = items.slice(500, 4_500).map(({ itemId }) => `77${itemId.slice(1)}`)
    for (const { itemIds } of candidatesOf(decide(items, 3_999 * 50_00, text.join(' '))))
      expect(itemIds.length).toBe(3_999)
  })
})

describe('texts made to be slow', () => {
  it('count an order of thousands of items once, however often they say it', () => {
    const items = book(
      3_000,
      (at) => 10_00 + at,
      (at) => at % 300,
    ).map((item) => ({
      ...item,
      identifiers: [...item.identifiers, 'PO4500012'],
    }))
    const amountMinor = items.reduce((so, { openMinor }) => so + openMinor, 0)
    const once = decide(items, amountMinor, 'PO4500012')
    expect(once._tag).toBe('Apply')
    expect(candidatesOf(decide(items, amountMinor, 'PO4500012 '.repeat(4_000))).map(({ itemIds }) => itemIds)).toEqual(
      candidatesOf(once).map(({ itemIds }) => itemIds),
    )
  })

  it('name no more than is reported, and of that each item once', () => {
    const items = book(
      3_000,
      (at) => 10_00 + at,
      (at) => Math.floor(at / 10),
    )
    const named = items.map(({ identifiers }) => identifiers[0]).join(' ')
    const amountMinor = items.reduce((so, { openMinor }) => so + openMinor, 0)
    expect(decide(items, amountMinor, Array.from({ length: 40 }, () => named).join('\n'))).toMatchObject({
      _tag: 'Apply',
      candidate: { itemIds: items.map(({ itemId }) => itemId) },
    })
  })
})
