import { left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { RecordExcuse, RecordTouch } from '../../src/index.js'
import { day, decide, factsOf, played } from '../room.js'

const touch: RecordTouch = {
  _tag: 'RecordTouch',
  on: day('2026-05-19'),
  touchId: 'T1',
  channel: 'call',
  role: 'collector',
  outcome: 'reached',
  items: ['I1'],
  askMinor: 500_00,
  currency: 'EUR',
}
const excuse: RecordExcuse = {
  _tag: 'RecordExcuse',
  on: day('2026-05-19'),
  excuseId: 'X1',
  touchId: 'T1',
  items: ['I1'],
  code: 'cash-is-due',
  resolveOn: day('2026-05-26'),
}

describe('a contact', () => {
  it('is on record as it was, with nothing added', () => {
    const { _tag, ...said } = touch
    expect(factsOf(decide([], touch))).toEqual([{ _tag: 'TouchRecorded', ...said }])
    expect(_tag).toBe('RecordTouch')
  })

  it('may be about the account and ask for nothing', () => {
    const { items: _items, askMinor: _askMinor, currency: _currency, ...bare } = touch
    expect(factsOf(decide([], { ...bare, outcome: 'voicemail' }))).toHaveLength(1)
  })

  it('is recorded once', () => {
    const facts = played([touch])
    expect(decide(facts, touch)).toEqual(left({ _tag: 'IdAlreadyUsed', kind: 'touch', id: 'T1' }))
  })

  it('names what it asks for in a currency, or asks for nothing', () => {
    const { currency: _currency, ...unpriced } = touch
    const { askMinor: _askMinor, ...unasked } = touch
    expect(decide([], unpriced)).toEqual(left({ _tag: 'MissingField', field: 'currency' }))
    expect(decide([], unasked)).toEqual(left({ _tag: 'MissingField', field: 'askMinor' }))
    for (const askMinor of [0, -1, 0.5])
      expect(decide([], { ...touch, askMinor })).toEqual(
        left({ _tag: 'InvalidAmount', field: 'askMinor', amountMinor: askMinor }),
      )
  })

  it('is about items of this account that were there by then', () => {
    expect(decide([], { ...touch, items: ['I2'] })).toEqual(left({ _tag: 'ItemUnknown', itemId: 'I2' }))
    expect(decide([], touch, { items: { I1: { voided: true } } })).toEqual(left({ _tag: 'ItemUnknown', itemId: 'I1' }))
    expect(decide([], { ...touch, items: [] })).toEqual(left({ _tag: 'MissingField', field: 'items' }))
    const issued = { items: { I1: { issuedOn: day('2026-05-20') } } }
    expect(decide([], touch, issued)).toEqual(left({ _tag: 'TooEarly', on: '2026-05-19', notBefore: '2026-05-20' }))
    expect(factsOf(decide([], { ...touch, on: day('2026-05-20') }, issued))).toHaveLength(1)
  })

  it('is followed up on its own day at the earliest', () => {
    const next = (on: string) => ({ ...touch, nextAction: { kind: 'call', on: day(on) } })
    expect(decide([], next('2026-05-18'))).toEqual(
      left({ _tag: 'DayInThePast', field: 'nextAction.on', on: '2026-05-19', day: '2026-05-18' }),
    )
    expect(factsOf(decide([], next('2026-05-19')))).toHaveLength(1)
  })

  it('refuses for the first reason in the order of the list', () => {
    const wrong: RecordTouch = { ...touch, touchId: '', items: ['I2'], askMinor: 0, on: day('2026-03-01') }
    const told = [wrong, { ...wrong, touchId: 'T1' }, { ...wrong, touchId: 'T1', askMinor: 1 }].map((command) =>
      decide(played([touch]), command),
    )
    expect(told.map((one) => (one._tag === 'Left' ? one.left._tag : one))).toEqual([
      'MissingField',
      'InvalidAmount',
      'IdAlreadyUsed',
    ])
  })
})

describe('an excuse', () => {
  const facts = played([touch])

  it('is on record as it was given', () => {
    const { _tag, ...said } = excuse
    expect(factsOf(decide(facts, excuse))).toEqual([{ _tag: 'ExcuseGiven', ...said }])
    expect(_tag).toBe('RecordExcuse')
  })

  it('is recorded once, and may come without a contact', () => {
    const { touchId: _touchId, ...bare } = excuse
    expect(factsOf(decide([], bare))).toHaveLength(1)
    expect(decide(played([touch, excuse]), excuse)).toEqual(left({ _tag: 'IdAlreadyUsed', kind: 'excuse', id: 'X1' }))
  })

  it('names a contact that was made by then', () => {
    expect(decide([], excuse)).toEqual(left({ _tag: 'NotFound', kind: 'touch', id: 'T1' }))
    expect(decide(facts, { ...excuse, on: day('2026-05-18') })).toEqual(
      left({ _tag: 'TooEarly', on: '2026-05-18', notBefore: '2026-05-19' }),
    )
  })

  it('needs a code, items of the account, and no day that is over', () => {
    expect(decide(facts, { ...excuse, code: '' })).toEqual(left({ _tag: 'MissingField', field: 'code' }))
    expect(decide(facts, { ...excuse, items: ['I2'] })).toEqual(left({ _tag: 'ItemUnknown', itemId: 'I2' }))
    expect(decide(facts, { ...excuse, resolveOn: day('2026-05-18') })).toEqual(
      left({ _tag: 'DayInThePast', field: 'resolveOn', on: '2026-05-19', day: '2026-05-18' }),
    )
  })
})
