import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { type CauseRules, rootCauses, shippedCauses, x12Reasons } from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'

const rules: CauseRules = { id: 'shipped', version: 1, taxonomy: shippedCauses, codes: x12Reasons }

const raise = (disputeId: string, on: string, cause: string): Parameters<Scene['run']> => [
  { _tag: 'RaiseDispute', on: localDate(on), disputeId, documentId: 'INV-1', amountMinor: 10_00, cause },
]
const tag = (disputeId: string, on: string, cause: string): Parameters<Scene['run']> => [
  { _tag: 'TagDisputeCause', on: localDate(on), disputeId, cause, by: 'k.ito', because: 'asked' },
]
const end = (
  disputeId: string,
  on: string,
  outcome: 'accepted' | 'rejected' | 'withdrawn',
): Parameters<Scene['run']> => [{ _tag: 'ResolveDispute', on: localDate(on), disputeId, outcome }]

const pastDue = (): Scene => newScene().invoice('INV-1', 100_00, { on: '2026-01-01', dueOn: '2026-01-31' })
const causeOn = (scene: Scene, day: string, known?: string): unknown =>
  rootCauses(scene.view, asOf(day, known), rules).rows.map(({ cause, primary, others }) => [
    cause,
    primary?.disputeId,
    others.map((one) => one.cause),
  ])

describe('root causes of what is past due', () => {
  it('are unknown where nothing says anything, and asked of past-due items only', () => {
    const { view } = pastDue().invoice('INV-2', 50_00, { on: '2026-01-01', dueOn: '2026-02-01' })
    expect(rootCauses(view, asOf('2026-02-01'), rules)).toEqual({
      rules: { id: 'shipped', version: 1 },
      rows: [
        {
          subject: 0,
          itemId: 'INV-1',
          customer: 'C-1',
          currency: 'EUR',
          openMinor: 100_00,
          daysPastDue: 1,
          cause: 'unknown',
          upstream: false,
          others: [],
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
      .run(...end('D-1', '2026-02-20', 'accepted'))
    expect(causeOn(scene, '2026-02-05')).toEqual([['wrong_tax', 'D-1', ['freight']]])
    expect(causeOn(scene, '2026-02-15')).toEqual([['quantity', 'D-2', ['wrong_tax']]])
    expect(causeOn(scene, '2026-02-25')).toEqual([['wrong_tax', 'D-1', ['quantity']]])
    expect(causeOn(scene, '2026-02-25', '2026-02-15')).toEqual([['quantity', 'D-2', ['wrong_tax']]])
    expect(rootCauses(scene.view, asOf('2026-02-25'), rules).rows[0]).toMatchObject({
      department: 'tax',
      upstream: true,
      primary: { evidence: 'resolved', positions: [2, 5] },
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
    const [row] = rootCauses(scene.view, asOf('2026-02-06'), rules).rows
    expect([row?.primary?.rawCode, row?.others.map(({ rawCode }) => rawCode)]).toEqual(['59', ['Q7']])
    const { codes: _, ...withoutCodes } = rules
    expect(rootCauses(scene.view, asOf('2026-02-06'), withoutCodes).rows[0]).toMatchObject({ cause: 'unknown' })
  })

  it('list the largest first, each currency by itself', () => {
    const { view } = pastDue()
      .invoice('INV-2', 300_00, { on: '2026-01-01', dueOn: '2026-01-10' })
      .invoice('INV-3', 900_00, { on: '2026-01-01', dueOn: '2026-01-10', currency: 'USD' })
      .invoice('INV-0', 100_00, { on: '2026-01-01', dueOn: '2026-01-10' })
    const { rows, currencies } = rootCauses(view, asOf('2026-02-05'), rules)
    expect(rows.map(({ itemId }) => itemId)).toEqual(['INV-2', 'INV-0', 'INV-1', 'INV-3'])
    expect(currencies.map(({ currency, share }) => [currency, share.totalMinor])).toEqual([
      ['EUR', 500_00],
      ['USD', 900_00],
    ])
  })
})
