import { type HoldPlaced, levelReached } from '@quittance/dunning'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccountFact, accountOnDay, evolveAccount, initialAccount } from '../../src/index.js'
import { happenings, ladders, told } from './dunned-account.js'

/** What may lower a level: a notice that is not to go out or did not, and a person. */
const lowers = (fact: AccountFact): boolean =>
  fact._tag === 'NoticeIgnored' ||
  fact._tag === 'NoticeFailed' ||
  fact._tag === 'LadderAssigned' ||
  (fact._tag === 'NoticeDue' && fact.origin !== 'run')

describe('levels, over histories made by the commands of an account', () => {
  it('a dunning level never falls but by a named fact', () => {
    let rose = 0
    fc.assert(
      fc.property(accountHistories(), ({ recorded }) => {
        const state = initialAccount()
        const reached = new Map<string, number>()
        for (const { fact } of recorded) {
          evolveAccount(state, fact)
          for (const bucket of state.dunning.items.buckets)
            for (const itemId of Object.keys(bucket)) {
              const level = levelReached(state.dunning, { itemId, instalmentNo: 1 })?.level ?? 0
              const before = reached.get(itemId) ?? 0
              if (level > before) rose += 1
              if (level < before && !lowers(fact)) return false
              reached.set(itemId, level)
            }
        }
        return true
      }),
    )
    expect(rose).toBeGreaterThan(0)
  })

  it('no final demand goes out while a dispute covers it', () => {
    fc.assert(
      fc.property(accountHistories(), ({ recorded }) => {
        const state = initialAccount()
        return recorded.every(({ fact }) => {
          const { items } = accountOnDay(state, fact.on)
          evolveAccount(state, fact)
          if (fact._tag !== 'FinalDemandSent') return true
          const named = fact.items.map(({ itemId }) => itemId)
          return items.every(({ itemId, disputedMinor }) => !named.includes(itemId) || disputedMinor === 0)
        })
      }),
    )
  })

  it('nothing is asked for while a hold covers the run', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, ladders, async (all, ladder) => {
        const facts = await told(all, ladder, { looks: () => 1 })
        const holds = facts.flatMap((fact) => (fact._tag === 'HoldPlaced' ? [fact] : []))
        const lastDayOf = (hold: HoldPlaced): string => {
          const lifted = facts.find((fact) => fact._tag === 'HoldLifted' && fact.holdId === hold.holdId)
          return [hold.until ?? '9999', lifted?.on ?? '9999'].sort()[0] as string
        }
        for (const fact of facts)
          if (fact._tag === 'NoticeDue')
            for (const { itemId } of fact.lines)
              for (const hold of holds)
                if (hold.items === undefined || hold.items.includes(itemId))
                  expect(hold.on <= fact.on && fact.on < lastDayOf(hold)).toBe(false)
      }),
      { numRuns: 25 },
    )
  })
})
