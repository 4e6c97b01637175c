import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountStream } from '@quittance/kernel'
import { addFact, addFacts, emptyLedgerView, type LedgerView } from '../src/index.js'
import { endOfTime, histories, latest, pointsInTime } from './account/histories.js'
import { answersOf, bytesOf } from './account/questions.js'

describe('folding facts into the view', () => {
  it('folding in one go equals folding in parts', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(60), { maxLength: 4 }), ({ facts }, cuts) => {
        const whole = addFacts(emptyLedgerView(), facts)
        const parts: LedgerView = emptyLedgerView()
        let from = 0
        for (const cut of [...cuts, facts.length].sort((a, b) => a - b)) {
          addFacts(parts, facts.slice(from, cut))
          from = Math.max(from, cut)
        }
        expect(bytesOf(parts)).toBe(bytesOf(whole))
      }),
    )
  })

  it('folding the same facts twice gives the same view, byte for byte', () => {
    fc.assert(
      fc.property(histories, ({ facts }) => {
        expect(bytesOf(addFacts(emptyLedgerView(), facts))).toBe(bytesOf(addFacts(emptyLedgerView(), facts)))
      }),
    )
  })

  it('the order of facts is their place in the ledger: recording them all at one instant changes no figure', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, { asOf }) => {
        const atOnce = facts.map((fact) => ({ ...fact, recordedAt: endOfTime }))
        const [once, spread] = [addFacts(emptyLedgerView(), atOnce), addFacts(emptyLedgerView(), facts)]
        expect(answersOf(once, { ...latest, asOf })).toEqual(answersOf(spread, { ...latest, asOf }))
      }),
    )
  })

  it('a question never changes the view', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const before = bytesOf(view)
        answersOf(view, at)
        expect(bytesOf(view)).toBe(before)
      }),
    )
  })

  it('facts of other streams and other rooms leave no figure, only the latest day and moment', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const before = answersOf(view, at)
        const on = latest.asOf
        const last = {
          ...facts[0],
          position: facts.length + 1,
          effectiveOn: on,
          recordedAt: endOfTime,
        } as (typeof facts)[0]
        addFact(view, { ...last, stream: 'policy-dunning', fact: { _tag: 'PolicyAdopted', on } })
        addFact(view, { ...last, stream: accountStream('acme', 'C-1'), fact: { _tag: 'AccountOpened', on } })
        expect(answersOf(view, at)).toEqual(before)
        expect(view.latestOn).toBe(on)
      }),
    )
  })
})
