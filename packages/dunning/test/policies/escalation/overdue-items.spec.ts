import { describe, expect, it } from 'vitest'
import { type DunningFact, itemsToDemand, overdueItems } from '../../../src/index.js'
import { type Around, contextOf, day, stateOf } from '../../room.js'

const on = day('2026-05-19')
const overdue = (account: Around, facts: ReadonlyArray<DunningFact> = []) => {
  const state = stateOf(facts)
  return overdueItems(contextOf(account, state).asItStands(on), on)
}
const free = (account: Around, facts?: ReadonlyArray<DunningFact>): ReadonlyArray<string> =>
  itemsToDemand(overdue(account, facts), 'EUR').map(({ itemId }) => itemId)
const hold: DunningFact = { _tag: 'HoldPlaced', on, holdId: 'H', reason: 'court', items: ['I1'], until: on, by: 'dan' }
const demanded: DunningFact = {
  _tag: 'FinalDemandSent',
  on,
  demandId: 'FD',
  currency: 'EUR',
  amountMinor: 500_00,
  items: [{ itemId: 'I1', amountMinor: 500_00 }],
  channel: 'letter',
  addressee: 'Ms Globex',
  deadlineOn: day('2026-05-29'),
  consequence: 'agency',
  approvedBy: 'dan',
}

describe('overdueItems', () => {
  it('begins on the day after the due day', () => {
    expect(overdue({ items: { I1: { dueOn: on }, I2: { dueOn: day('2026-05-18') } } })).toMatchObject([
      { itemId: 'I2', openMinor: 500_00, level: 0, onHold: false },
    ])
  })

  it('tells the promise that is in time, and how far the item has climbed', () => {
    const notice: DunningFact = {
      _tag: 'NoticeDue',
      on: day('2026-05-11'),
      noticeId: 'N',
      origin: 'run',
      level: 2,
      kind: 'past-due-notice',
      channel: 'letter',
      currency: 'EUR',
      amountMinor: 1,
      lines: [{ itemId: 'I1', instalmentNo: 1, dueOn: on, daysPastDue: 1, openMinor: 1, amountMinor: 1 }],
    }
    const promised = { amountMinor: 100_00, until: on }
    expect(overdue({ items: { I1: { promised } } }, [notice])).toMatchObject([
      { promisedMinor: 100_00, promisedUntil: on, level: 2, lastNoticeOn: '2026-05-11' },
    ])
    expect(overdue({ items: { I1: { promised: { ...promised, until: day('2026-05-18') } } } })).toMatchObject([
      { promisedMinor: 0 },
    ])
  })
})

describe('itemsToDemand', () => {
  it('leaves out what is disputed, promised, on hold, with an agency, demanded or in another currency', () => {
    expect(free({ items: { I1: {}, I2: {} } })).toEqual(['I1', 'I2'])
    expect(free({ items: { I1: { disputedMinor: 1 }, I2: {} } })).toEqual(['I2'])
    expect(free({ items: { I1: { promised: { amountMinor: 1, until: on } }, I2: {} } })).toEqual(['I2'])
    expect(free({ items: { I1: { currency: 'USD' }, I2: {} } })).toEqual(['I2'])
    expect(free({ items: { I1: {}, I2: {} } }, [hold])).toEqual(['I2'])
    expect(free({ items: { I1: {}, I2: {} } }, [demanded])).toEqual(['I2'])
    const done: DunningFact = { _tag: 'ConsequenceCarriedOut', on, demandId: 'FD', by: 'dan' }
    expect(free({ items: { I1: {}, I2: {} } }, [demanded, done])).toEqual(['I1', 'I2'])
  })
})
