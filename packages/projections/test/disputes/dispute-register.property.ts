import { addDays, instantOn, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFacts, disputeRegister, emptyLedgerView, type PointInTime } from '../../src/index.js'
import { factsAt } from '../account/balances.js'
import { histories, pointsInTime } from '../account/histories.js'
import { newScene } from '../account/scene.js'

const start = localDate('2026-05-01')
const causes = ['quantity', 'pricing_error', 'freight']

describe('laws of the register of disputes', () => {
  it('asked for an earlier knowledge, a cause is what it was', () => {
    const tag = fc.record({ on: fc.nat(10), learned: fc.nat(10), cause: fc.constantFrom(...causes) })
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 6 }), fc.nat(20), fc.nat(20), (tags, asked, known) => {
        const scene = newScene().invoice('INV-1', 300_00, { on: '2026-04-01' })
        scene.run({ _tag: 'RaiseDispute', on: start, disputeId: 'D-1', documentId: 'INV-1' })
        const told = tags
          .map(({ on, learned, cause }) => ({ on: addDays(start, on), learned: addDays(start, on + learned), cause }))
          .sort((a, b) => (a.learned < b.learned ? -1 : a.learned > b.learned ? 1 : 0))
        for (const { on, learned, cause } of told)
          scene.run(
            { _tag: 'TagDisputeCause', on, disputeId: 'D-1', cause, by: 'k.ito', because: 'asked' },
            { learned },
          )
        const [asOf, knownOn] = [addDays(start, asked), addDays(start, known)]
        const at: PointInTime = { asOf, knownAt: instantOn(knownOn, '12:00:00.000') }
        const last = told
          .filter(({ on, learned }) => on <= asOf && learned <= knownOn)
          .reduce((so, one) => (one.on >= so.on ? one : so), { on: start, cause: 'unknown' })
        expect(disputeRegister(scene.view, at).map(({ cause }) => cause)).toEqual([last.cause])
      }),
    )
  })

  it('the register of all facts is that of the facts that count', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const rows = (view: ReturnType<typeof emptyLedgerView>): ReadonlyArray<unknown> =>
          disputeRegister(view, at).map(({ subject: _, ...row }) => row)
        expect(rows(addFacts(emptyLedgerView(), facts))).toEqual(rows(addFacts(emptyLedgerView(), factsAt(facts, at))))
      }),
    )
  })
})
