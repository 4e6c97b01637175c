import { foldOwned, foldShared } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { type CashFact, evolveCash, initialCash } from '../src/index.js'
import { samples } from './samples.js'
import { stateOf } from './room.js'

const all = Object.values(samples) as ReadonlyArray<CashFact>

describe('the memory of money', () => {
  it('takes every kind of fact in both modes alike', () => {
    expect(foldShared(evolveCash, initialCash(), all)).toEqual(stateOf(all))
  })

  it('refuses no history, in whatever order it comes', () => {
    expect(() => foldOwned(evolveCash, initialCash(), [...all].reverse())).not.toThrow()
  })
})
