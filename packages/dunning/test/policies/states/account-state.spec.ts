import { addDays, type LocalDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { accountState, type AccountStates, type UnpaidItem } from '../../../src/index.js'
import { day, start } from '../../ladders.js'

const unpaid = (openMinor: number, issued: number, parts: Partial<UnpaidItem> = {}): UnpaidItem => ({
  currency: 'EUR',
  openMinor,
  issuedOn: addDays(start, issued),
  dueOn: addDays(start, issued + 30),
  ...parts,
})
const states = (
  by: AccountStates['by'],
  late: number,
  worse: number,
): Pick<AccountStates, 'by' | 'states' | 'currency'> => ({
  by,
  states: [
    { name: 'WORSE', from: worse },
    { name: 'LATE', from: late },
  ],
})
const after = (days: number): LocalDate => addDays(start, days)

describe('accountState', () => {
  it('goes by the date of the oldest unpaid invoice, on the day of the threshold', () => {
    const items = [unpaid(100, 20), unpaid(100, 0)]
    const on = [29, 30, 39, 40].map((days) => accountState(states('invoice-age', 30, 40), items, 'EUR', after(days)))
    expect(on).toEqual([undefined, 'LATE', 'LATE', 'WORSE'])
  })

  it('goes by the due day of the oldest', () => {
    const on = [34, 35].map((days) => accountState(states('oldest-due-age', 5, 9), [unpaid(1, 0)], 'EUR', after(days)))
    expect(on).toEqual([undefined, 'LATE'])
  })

  it('counts what is unpaid, or adds it up', () => {
    const items = [unpaid(100, 0), unpaid(50, 0)]
    expect(accountState(states('unpaid-count', 2, 3), items, 'EUR', start)).toBe('LATE')
    expect(accountState(states('unpaid-balance', 150, 151), items, 'EUR', start)).toBe('LATE')
    expect(accountState(states('unpaid-balance', 151, 152), items, 'EUR', start)).toBeUndefined()
  })

  it('looks at nothing paid, dated later or in another currency', () => {
    const items = [unpaid(0, 0), unpaid(5, 9), unpaid(5, 0, { currency: 'USD' })]
    expect(accountState(states('unpaid-count', 1, 2), items, 'EUR', after(8))).toBeUndefined()
    expect(accountState(states('unpaid-count', 1, 2), items, 'EUR', after(9))).toBe('LATE')
    expect(accountState({ ...states('unpaid-count', 1, 2), currency: 'EUR' }, items, 'USD', start)).toBeUndefined()
    expect(accountState({ ...states('unpaid-count', 1, 2), currency: 'USD' }, items, 'USD', start)).toBe('LATE')
  })

  it('is the same for what is unpaid, whatever was paid before it', () => {
    const shifting = { by: 'invoice-age', states: [5, 7, 11].map((from) => ({ name: `${from}`, from })) } as const
    const known = [unpaid(700, 0, { issuedOn: day('2012-06-02') }), unpaid(200, 0, { issuedOn: day('2012-06-03') })]
    const on = ['2012-06-05', '2012-06-07', '2012-06-09', '2012-06-10', '2012-06-13']
    expect(on.map((each) => accountState(shifting, known, 'EUR', day(each)))).toEqual([undefined, '5', '7', '7', '11'])
  })
})
