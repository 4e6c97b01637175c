import { describe, expect, it } from 'vitest'
import type { ConfirmPromise, PromisesRejection, WithdrawPromise } from '../../src/index.js'
import { around, assess, day, decide, factsOf, paid, played, promise } from '../room.js'

const made = played([[promise]])
const confirm: ConfirmPromise = { _tag: 'ConfirmPromise', on: day('2026-05-02'), promiseId: 'P1', channel: 'e-mail' }
const withdraw: WithdrawPromise = {
  _tag: 'WithdrawPromise',
  on: day('2026-05-10'),
  promiseId: 'P1',
  by: 'customer',
  reason: 'goods came broken',
}
const refused = (
  command: ConfirmPromise | WithdrawPromise,
  facts = made,
  account = around(),
): PromisesRejection | undefined => {
  const decided = decide(facts, command, account)
  return decided._tag === 'Left' ? decided.left : undefined
}

describe('ConfirmPromise', () => {
  it('records by which channel amount and day were confirmed, once', () => {
    const facts = factsOf(decide(made, { ...confirm, confirmedBy: 'Mr Globex' }))
    expect(facts).toEqual([
      { _tag: 'PromiseConfirmed', on: '2026-05-02', promiseId: 'P1', channel: 'e-mail', confirmedBy: 'Mr Globex' },
    ])
    expect(refused(confirm, [...made, ...facts])).toEqual({ _tag: 'PromiseAlreadyConfirmed', promiseId: 'P1' })
  })

  it('refuses what is unknown, over, or before the promise', () => {
    expect(refused({ ...confirm, channel: '' })).toEqual({ _tag: 'MissingField', field: 'channel' })
    expect(refused({ ...confirm, promiseId: 'P7' })).toEqual({ _tag: 'PromiseUnknown', promiseId: 'P7' })
    expect(refused({ ...confirm, on: day('2026-04-30') })).toMatchObject({ _tag: 'TooEarly', notBefore: '2026-05-01' })
    const broken = [...made, ...factsOf(decide(made, assess('2026-05-16')))]
    expect(refused(confirm, broken)).toMatchObject({ _tag: 'PromiseEnded', standing: 'broken' })
  })
})

describe('WithdrawPromise', () => {
  it('takes a promise back on its day at the latest; after that it is judged', () => {
    expect(factsOf(decide(made, { ...withdraw, on: day('2026-05-15') }))).toMatchObject([{ _tag: 'PromiseWithdrawn' }])
    expect(refused({ ...withdraw, on: day('2026-05-16') })).toEqual({
      _tag: 'PromiseDayPassed',
      promiseId: 'P1',
      dueOn: '2026-05-15',
    })
  })

  it('leaves nothing to judge, and the next promise is one level higher', () => {
    const gone = [...made, ...factsOf(decide(made, withdraw))]
    expect(decide(gone, assess('2026-05-16'))).toMatchObject({ left: { _tag: 'NothingToAssess' } })
    const next = { ...promise, promiseId: 'P2', on: day('2026-05-11') }
    expect(factsOf(decide(gone, next))).toMatchObject([{ _tag: 'PromiseMade', level: 2 }])
  })

  it('refuses what the money has kept already, though nobody recorded it yet', () => {
    const money = [paid('R1', '2026-05-09', 500_00)]
    expect(refused(withdraw, made, around({ money }))).toEqual({
      _tag: 'PromiseEnded',
      promiseId: 'P1',
      standing: 'kept',
    })
    expect(refused({ ...withdraw, on: day('2026-04-01') })).toMatchObject({ _tag: 'TooEarly' })
    expect(refused(withdraw, made, around({ takenBackOn: day('2026-05-12') }))).toMatchObject({
      notBefore: '2026-05-12',
    })
  })
})
