import { it as propertyIt } from '@fast-check/vitest'
import { addDays } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OwedItemRecord, payerProfile, payerProfilePolicy } from '../../src/index.js'
import { anyRecord, item } from './records.js'

const profileOf = (items: ReadonlyArray<OwedItemRecord>) => payerProfile('C1', items, payerProfilePolicy)
const paying = (...daysLate: ReadonlyArray<number>) =>
  profileOf(daysLate.map((days, at) => item(days, 800 - 30 * at, { itemId: `I-${String(at).padStart(3, '0')}` })))

describe('a payer’s habit', () => {
  it('does not show before five paid items', () => {
    expect(paying(9, 9, 9, 9).habit).toBe('too little history')
    expect(paying(9, 9, 9, 9, 9).habit).toBe('always late')
  })

  it('is on time up to one late item in ten, and always late from every second', () => {
    expect(paying(0, -3, 0, 0, 0, 0, 0, 0, 0, 1).habit).toBe('on time')
    expect(paying(0, -3, 0, 0, 0, 0, 0, 0, 1).habit).toBe('sometimes late')
    expect(paying(5, 5, 5, 0, 0, 0, 0).habit).toBe('sometimes late')
    expect(paying(5, 5, 5, 0, 0, 0).habit).toBe('always late')
  })

  it('counts early days below zero in the average, and not at all in the days late', () => {
    expect(paying(-10, 20, 5)).toMatchObject({ items: 3, late: 2, signedDays: 15, daysLate: 25 })
  })

  it('has no spread when every payment takes the same days, and one of 5 days between 0 and 10', () => {
    expect(paying(7, 7, 7).spreadHundredths).toBe(0)
    expect(paying(0, 10).spreadHundredths).toBe(500)
  })

  it('counts the days from issue to payment, where the day of issue is known', () => {
    const issued = [30, 40].map((days, at) => {
      const one = item(0, 100 + at, { itemId: `I-${at}` })
      return { ...one, issuedOn: addDays(one.dueOn, 0 - days) }
    })
    expect(profileOf([...issued, item(3, 50)])).toMatchObject({
      daysToPay: 70,
      daysToPayItems: 2,
      daysToPaySpreadHundredths: 500,
    })
  })

  it('leaves out what was late for a cause of ours', () => {
    expect(profileOf([item(90, 200, { cause: 'dispute open' })]).items).toBe(0)
  })

  it('changes once, where six payments differ from the six before by a week on average', () => {
    const { changes } = paying(0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 7, 7)
    expect(changes).toEqual([{ on: item(7, 800 - 180).paidOn, daysBefore: 0, daysAfter: 42, items: 6 }])
    expect(paying(0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 7, 6).changes).toEqual([])
  })

  propertyIt.prop([anyRecord])('the order of the evidence changes no profile', ({ items }) => {
    expect(profileOf(items.toReversed())).toEqual(profileOf(items))
  })

  propertyIt.prop([fc.array(fc.integer({ min: -30, max: 60 }), { minLength: 1, maxLength: 20 }), fc.nat({ max: 40 })])(
    'paying everything later by the same days moves the average and not the spread',
    (days, later) => {
      const [own, moved] = [paying(...days), paying(...days.map((one) => one + later))]
      expect(moved.signedDays).toBe(own.signedDays + later * days.length)
      expect(moved.spreadHundredths).toBe(own.spreadHundredths)
    },
  )
})
