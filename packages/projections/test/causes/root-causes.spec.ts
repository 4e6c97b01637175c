import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { rootCauses, shippedCauseRules as rules } from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'
import { booksOf, explained, pastDueOn } from './books.js'

const raise = (disputeId: string, on: string, cause: string): Parameters<Scene['run']> => [
  { _tag: 'RaiseDispute', on: localDate(on), disputeId, documentId: 'INV-1', amountMinor: 10_00, cause },
]
const tag = (disputeId: string, on: string, cause: string): Parameters<Scene['run']> => [
  { _tag: 'TagDisputeCause', on: localDate(on), disputeId, cause, by: 'k.ito', because: 'asked' },
]
const end = (disputeId: string, on: string, outcome: 'rejected' | 'withdrawn'): Parameters<Scene['run']> => [
  { _tag: 'ResolveDispute', on: localDate(on), disputeId, outcome },
]
/** By a credit note that stays with the customer, so that what is open stays the same. */
const accepted = (scene: Scene, disputeId: string, on: string): Scene =>
  scene.credit('CN-1', 10_00, on).run({
    _tag: 'ResolveDispute',
    on: localDate(on),
    disputeId,
    outcome: 'accepted',
    creditNoteId: 'CN-1',
  })

const pastDue = (): Scene => newScene().invoice('INV-1', 100_00, { on: '2026-01-01', dueOn: '2026-01-31' })
const causeOn = (scene: Scene, day: string, known?: string): unknown =>
  pastDueOn(scene, day, known).map(({ cause, tags: [first, ...others] }) => [
    cause,
    first?.because['disputeId'],
    others.map((one) => one.cause),
  ])

describe('root causes of what is past due', () => {
  it('are unknown where nothing says anything, and asked of past-due items only', () => {
    const { facts } = pastDue().invoice('INV-2', 50_00, { on: '2026-01-01', dueOn: '2026-02-01' })
    expect(rootCauses(booksOf(facts), asOf('2026-02-01'), rules)).toEqual({
      rules: { id: rules.id, version: rules.version },
      scope: 'past-due',
      rows: [
        {
          subject: 0,
          itemId: 'INV-1',
          customer: 'C-1',
          currency: 'EUR',
          products: [],
          issuedOn: '2026-01-01',
          dueOn: '2026-01-31',
          state: 'past-due',
          billedMinor: 100_00,
          openMinor: 100_00,
          daysLate: 1,
          cause: 'unknown',
          stage: 'unknown',
          family: 'administrative',
          upstream: false,
          confidence: 0,
          tags: [],
          conflicts: [],
        },
      ],
      currencies: [
        {
          currency: 'EUR',
          share: {
            totalMinor: 100_00,
            upstreamMinor: 0,
            notUpstreamMinor: 0,
            unexplainedMinor: 100_00,
            departments: [],
          },
        },
      ],
    })
  })

  it('are what was raised first, until somebody tags another dispute, until one is accepted', () => {
    const scene = pastDue()
      .run(...raise('D-1', '2026-02-01', 'wrong_tax'))
      .run(...raise('D-2', '2026-02-02', 'freight'))
      .run(...tag('D-2', '2026-02-10', 'quantity'))
    accepted(scene, 'D-1', '2026-02-20')
    expect(causeOn(scene, '2026-02-05')).toEqual([['wrong_tax', 'D-1', ['freight']]])
    expect(causeOn(scene, '2026-02-15')).toEqual([['quantity', 'D-2', ['wrong_tax']]])
    expect(causeOn(scene, '2026-02-25')).toEqual([['wrong_tax', 'D-1', ['quantity']]])
    expect(causeOn(scene, '2026-02-25', '2026-02-15')).toEqual([['quantity', 'D-2', ['wrong_tax']]])
    expect(pastDueOn(scene, '2026-02-25')[0]).toMatchObject({
      department: 'tax',
      stage: 'billing',
      upstream: true,
      conflicts: ['quantity'],
      tags: [
        { rule: 'resolved-dispute', role: 'first', positions: [2, 6] },
        { rule: 'tagged-dispute', role: 'conflict', lostBy: 'rank', positions: [4] },
      ],
    })
  })

  it.each(['rejected', 'withdrawn'] as const)('take nothing from a dispute that was %s', (outcome) => {
    const scene = pastDue()
      .run(...raise('D-1', '2026-02-01', 'wrong_tax'))
      .run(...end('D-1', '2026-02-20', outcome))
    expect(causeOn(scene, '2026-02-25')).toEqual([['unknown', undefined, []]])
  })

  it('read a code by the table, keep one that the table does not have, and let anything else outweigh it', () => {
    const scene = pastDue()
      .run(...raise('D-1', '2026-02-01', '59'))
      .run(...raise('D-2', '2026-02-02', 'unknown'))
    expect(causeOn(scene, '2026-02-05')).toEqual([['shortage', 'D-1', []]])
    scene.run(...tag('D-2', '2026-02-06', 'Q7'))
    const [row] = pastDueOn(scene, '2026-02-06')
    expect(row?.tags).toMatchObject([
      { rawCode: '59', role: 'first' },
      { rawCode: 'Q7', role: 'weak', lostBy: 'no-such-cause' },
    ])
    const { codes: _, ...withoutCodes } = rules
    expect(pastDueOn(scene, '2026-02-06', undefined, withoutCodes)[0]).toMatchObject({ cause: 'unknown' })
  })

  it("read a customer's code by the customer's own table before the common one", () => {
    const scene = pastDue().run(...raise('D-1', '2026-02-01', '59'))
    const own = { id: 'C-1', version: 3, causes: { '59': 'freight' } }
    expect(pastDueOn(scene, '2026-02-05', undefined, { ...rules, customerCodes: { 'C-1': own } })[0]?.cause).toBe(
      'freight',
    )
    expect(pastDueOn(scene, '2026-02-05', undefined, { ...rules, customerCodes: { 'C-2': own } })[0]?.cause).toBe(
      'shortage',
    )
  })

  it('list the largest first, each currency by itself', () => {
    const { facts } = pastDue()
      .invoice('INV-2', 300_00, { on: '2026-01-01', dueOn: '2026-01-10' })
      .invoice('INV-3', 900_00, { on: '2026-01-01', dueOn: '2026-01-10', currency: 'USD' })
      .invoice('INV-0', 100_00, { on: '2026-01-01', dueOn: '2026-01-10' })
    const { rows, currencies } = rootCauses(booksOf(facts), asOf('2026-02-05'), rules)
    expect(rows.map(({ itemId }) => itemId)).toEqual(['INV-2', 'INV-0', 'INV-1', 'INV-3'])
    expect(currencies.map(({ currency, share }) => [currency, share.totalMinor])).toEqual([
      ['EUR', 500_00],
      ['USD', 900_00],
    ])
  })
})

describe('which items are asked about', () => {
  const scene = pastDue()
    .invoice('INV-2', 50_00, { on: '2026-01-01', dueOn: '2026-01-31' })
    .pay('INV-2', 50_00, '2026-02-03')
    .invoice('INV-3', 70_00, { on: '2026-01-01', dueOn: '2026-01-31' })
    .pay('INV-3', 70_00, '2026-01-31')
  const ids = (scope: 'past-due' | 'late' | 'all'): unknown =>
    rootCauses(booksOf(scene.facts), asOf('2026-02-10'), rules, { scope }).rows.map((row) => [
      row.itemId,
      row.state,
      row.daysLate,
    ])

  it('past due, or settled late as well, or every one; what is settled on its due day is in time', () => {
    expect(ids('past-due')).toEqual([['INV-1', 'past-due', 10]])
    expect(ids('late')).toEqual([
      ['INV-1', 'past-due', 10],
      ['INV-2', 'settled-late', 3],
    ])
    expect(ids('all')).toEqual([
      ['INV-1', 'past-due', 10],
      ['INV-3', 'in-time', 0],
      ['INV-2', 'settled-late', 3],
    ])
  })

  it('an explanation says of each rule whether it found anything', () => {
    const { item, silentRules, positions } = explained(
      pastDue().run(...raise('D-1', '2026-02-01', 'freight')),
      'INV-1',
      '2026-02-01',
    )
    expect([item.cause, positions]).toEqual(['freight', [2]])
    expect(silentRules).toContain('resolved-dispute')
    expect(silentRules).not.toContain('raised-dispute')
  })
})
