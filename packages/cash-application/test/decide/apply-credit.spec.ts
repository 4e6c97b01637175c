import { money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { ApplyCredit } from '../../src/index.js'
import { after, applied, day, decide, eur, factsOf, item, line, receipt } from '../room.js'

const use = (on: string, ...lines: ReadonlyArray<ApplyCredit['lines'][number]>): ApplyCredit => ({
  _tag: 'ApplyCredit',
  on: day(on),
  creditId: 'CN',
  lines,
})

describe('applying credit', () => {
  it('takes it off items, all lines or none, down to the last minor unit', () => {
    expect(factsOf(decide([], use('2026-01-12', line('1', 'A', 30_00), line('2', 'B', 20_00))))).toMatchObject([
      { _tag: 'CreditApplied', creditId: 'CN', itemId: 'A', amountMinor: 30_00 },
      { _tag: 'CreditApplied', creditId: 'CN', itemId: 'B', amountMinor: 20_00 },
    ])
    expect(decide([], use('2026-01-12', line('1', 'A', 30_00), line('2', 'B', 20_01)))).toMatchObject({
      left: { _tag: 'NotEnoughFree', kind: 'credit-note', freeMinor: 20_00, askedMinor: 20_01 },
    })
  })

  it('sees what lines before it took off the same item', () => {
    const small = item('A', { owedMinor: 30_00 })
    expect(decide([], use('2026-01-12', line('1', 'A', 20_00), line('2', 'A', 10_01)), [small])).toMatchObject({
      left: { _tag: 'OverApplied', openMinor: 10_00, askedMinor: 10_01 },
    })
  })

  it('waits for the day on which credit was given back to it', () => {
    const freed = after([], use('2026-01-12', line('1', 'A', 30_00)), {
      _tag: 'Unapply',
      on: day('2026-01-20'),
      applicationId: '1',
      because: 'reallocation',
      reason: 'wrong invoice',
    })
    expect(decide(freed, use('2026-01-19', line('2', 'B', 1)))).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-20' },
    })
    expect(factsOf(decide(freed, use('2026-01-20', line('2', 'B', 50_00))))).toHaveLength(1)
  })

  it('refuses in the order of the list of refusals, whatever the line', () => {
    const known = [receipt(), applied]
    const tiny = item('TINY', { owedMinor: 1 })
    const dollars = { ...line('9', 'A', 1), amount: money('USD', 1) }
    const wrong = (...lines: ReadonlyArray<ApplyCredit['lines'][number]>) =>
      decide(known, use('2026-01-01', ...lines), [tiny])
    expect(wrong()).toMatchObject({ left: { _tag: 'MissingField', field: 'lines' } })
    expect(wrong(line('', 'X', 1), { ...line('1', 'A', 1), amount: eur(0) })).toMatchObject({
      left: { _tag: 'InvalidAmount' },
    })
    expect(wrong(line('1', 'A', 1), line('', 'A', 1))).toMatchObject({
      left: { _tag: 'MissingField', field: 'lines[1].applicationId' },
    })
    expect(decide(known, { ...use('2026-01-01', line('1', 'A', 1)), creditId: 'X' })).toMatchObject({
      left: { _tag: 'IdAlreadyUsed' },
    })
    expect(decide(known, { ...use('2026-01-01', line('2', 'X', 1)), creditId: 'Y' })).toMatchObject({
      left: { _tag: 'NotFound', kind: 'credit-note', id: 'Y' },
    })
    expect(wrong(dollars, line('2', 'X', 1))).toMatchObject({ left: { _tag: 'NotFound', kind: 'item', id: 'X' } })
    expect(wrong(dollars, line('2', 'GONE', 1))).toMatchObject({ left: { _tag: 'AlreadyEnded' } })
    expect(wrong(line('2', 'LATER', 1), dollars)).toMatchObject({
      left: { _tag: 'CurrencyMismatch', expected: 'EUR', got: 'USD' },
    })
    expect(wrong(line('2', 'A', 999_00))).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-12' } })
    expect(decide(known, use('2026-01-12', line('2', 'TINY', 50_01)), [tiny])).toMatchObject({
      left: { _tag: 'NotEnoughFree' },
    })
    expect(decide(known, use('2026-01-12', line('2', 'TINY', 2)), [tiny])).toMatchObject({
      left: { _tag: 'OverApplied' },
    })
  })
})
