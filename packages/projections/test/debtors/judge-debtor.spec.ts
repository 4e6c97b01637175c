import { addDays, decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  type DebtorLevel,
  type DebtorPolicy,
  type DebtorSignal,
  habitualDebtorPolicy,
  judgeDebtor,
  type PayerRecord,
} from '../../src/index.js'
import { item, promise, record, today } from './records.js'

const levelOf = (known: Partial<PayerRecord>): DebtorLevel =>
  judgeDebtor(record(known), today, habitualDebtorPolicy).level

/** Every promise kept forgives at once. */
const clearing = { keptInARow: 1, cleanDays: 90 }

const broken = [promise('broken', 10), promise('broken', 40)]

describe('a customer who breaks promises', () => {
  it('has no name for it after one broken promise', () => {
    expect(levelOf({ promises: [promise('broken', 10)] })).toBe('none')
  })

  it('is a promise-breaker after two within 180 days', () => {
    expect(levelOf({ promises: broken })).toBe('promise-breaker')
  })

  it('is habitual when paying slowly as well: sixteen days late on average, not fifteen', () => {
    expect(levelOf({ promises: broken, items: [item(16, 60)] })).toBe('habitual')
    expect(levelOf({ promises: broken, items: [item(15, 60)] })).toBe('promise-breaker')
  })

  it('is habitual when an item is past due for 91 days, not 90', () => {
    const open = (daysPastDue: number): Partial<PayerRecord> => {
      const { paidOn: _, ...unpaid } = item(0, daysPastDue)
      return { promises: broken, items: [unpaid] }
    }
    expect(levelOf(open(91))).toBe('habitual')
    expect(levelOf(open(90))).toBe('promise-breaker')
  })

  it('is habitual when an item had to be given up', () => {
    const { paidOn: _, ...unpaid } = item(0, 20)
    expect(levelOf({ promises: broken, items: [{ ...unpaid, givenUpOn: today }] })).toBe('habitual')
  })

  it('is neither, if most promises were kept before', () => {
    const kept = [50, 60, 70].map((daysAgo) => promise('kept', daysAgo))
    expect(levelOf({ promises: [...broken, ...kept] })).toBe('none')
    expect(levelOf({ promises: [...broken, ...kept.slice(1)] })).toBe('promise-breaker')
  })

  it('is out of the window on the 181st day', () => {
    expect(levelOf({ promises: [promise('broken', 180), promise('broken', 1)] })).toBe('promise-breaker')
    expect(levelOf({ promises: [promise('broken', 181), promise('broken', 0)] })).toBe('none')
  })

  it('is forgiven after four kept promises in a row, not three', () => {
    const kept = [9, 8, 7, 6].map((daysAgo) => promise('kept', daysAgo))
    const unkept = [promise('broken', 20), ...broken.slice(1), promise('broken', 50), promise('broken', 60)]
    const finding = judgeDebtor(record({ promises: [...unkept, ...kept] }), today, habitualDebtorPolicy)
    expect(finding.level).toBe('none')
    expect(finding.setAside.map(({ because }) => because)).toEqual(Array(4).fill('4 kept in a row since'))
    expect(levelOf({ promises: [...unkept, ...kept.slice(1)] })).toBe('promise-breaker')
  })

  it('is forgiven after more than 90 clean days with a promise kept in them', () => {
    const unkept = (daysAgo: number) => [promise('broken', daysAgo), promise('broken', daysAgo + 10)]
    expect(levelOf({ promises: [...unkept(91), promise('kept', 5)] })).toBe('none')
    expect(levelOf({ promises: [...unkept(90), promise('kept', 5)] })).toBe('promise-breaker')
    expect(levelOf({ promises: unkept(91) })).toBe('promise-breaker')
  })

  it('keeps the name through a lucky week, as long as a promise not kept lies in the window', () => {
    const lucky = [promise('kept', 8), promise('kept', 5), promise('kept', 3)]
    expect(levelOf({ promises: [...broken, ...lucky] })).toBe('promise-breaker')
    expect(
      judgeDebtor(record({ promises: [...broken, ...lucky] }), today, { ...habitualDebtorPolicy, clearing }).level,
    ).toBe('none')
  })
})

describe('a finding', () => {
  it('names its promises, their facts and the policy', () => {
    const finding = judgeDebtor(record({ promises: broken }), today, habitualDebtorPolicy)
    expect(finding.policy).toEqual({ id: 'habitual-debtor', version: 1 })
    expect(finding.signals[0]).toEqual({
      signal: 'broken promises',
      fired: true,
      measured: { settled: 2, broken: 2, partlyKept: 0 },
      evidence: ['P-40', 'P-10'],
    })
    expect(finding.factIds).toEqual(['fact-of-P-40', 'fact-of-P-10'])
  })

  it('sets aside what was not the customer’s fault, and says why', () => {
    const finding = judgeDebtor(
      record({ promises: [...broken.slice(1), promise('broken', 10, { cause: 'dispute open' })] }),
      today,
      habitualDebtorPolicy,
    )
    expect(finding.level).toBe('none')
    expect(finding.setAside).toEqual([{ kind: 'promise', id: 'P-10', because: 'dispute open' }])
  })

  it('sets aside only the causes that the policy lists', () => {
    const only: DebtorPolicy = { ...habitualDebtorPolicy, excludeCauses: ['payment applied late'] }
    const promises = [...broken.slice(1), promise('broken', 10, { cause: 'dispute open' })]
    expect(judgeDebtor(record({ promises }), today, only).level).toBe('promise-breaker')
  })
})

describe('other signals', () => {
  const fires = (signal: DebtorSignal, known: Partial<PayerRecord>): boolean => {
    const policy: DebtorPolicy = {
      id: 'own',
      version: 1,
      signals: [signal],
      levels: [{ level: 'habitual', allOf: [signal.name], anyOf: [] }],
      excludeCauses: [],
    }
    return judgeDebtor(record(known), today, policy).level === 'habitual'
  }

  it('counts late cycles in a row by due day, and a payment within the grace ends the run', () => {
    const signal: DebtorSignal = { _tag: 'LateInARow', name: 'row', minInARow: 3, graceDays: 5 }
    expect(fires(signal, { items: [item(10, 90), item(8, 60), item(6, 30)] })).toBe(true)
    expect(fires(signal, { items: [item(10, 120), item(5, 90), item(11, 60), item(7, 30)] })).toBe(false)
  })

  it('counts a partly kept promise by its weight', () => {
    const signal: DebtorSignal = {
      _tag: 'BrokenPromises',
      name: 'half',
      minSettled: 3,
      minBroken: 0,
      ratePercent: decimal('50'),
      partlyKeptPercent: decimal('50'),
    }
    const [a, b, c] = [promise('broken', 1), promise('partly-kept', 2), promise('kept', 3)]
    expect(fires(signal, { promises: [a, b, c] })).toBe(true)
    expect(fires(signal, { promises: [a, b] })).toBe(false)
    expect(fires({ ...signal, partlyKeptPercent: decimal('49.9') }, { promises: [a, b, c] })).toBe(false)
  })

  it('knows an excuse that proved false three times, and believes one that blames us', () => {
    const signal: DebtorSignal = { _tag: 'FalseExcuses', name: 'words', minFalse: 3 }
    const said = (kind: 'payment-claim' | 'upstream') =>
      [1, 2, 3].map((daysAgo) => ({ on: addDays(today, 0 - daysAgo), excuse: 'said', kind, provedFalse: true }))
    expect(fires(signal, { excuses: said('payment-claim') })).toBe(true)
    expect(fires(signal, { excuses: said('payment-claim').slice(1) })).toBe(false)
    expect(fires(signal, { excuses: said('upstream') })).toBe(false)
  })

  it('counts payments that the bank took back', () => {
    const signal: DebtorSignal = { _tag: 'ReturnedPayments', name: 'bank', minReturned: 2 }
    const returned = (receiptId: string) => ({ receiptId, on: today })
    expect(fires(signal, { returns: [returned('R1'), returned('R2')] })).toBe(true)
    expect(fires(signal, { returns: [returned('R1')] })).toBe(false)
  })

  it('never averages two currencies together', () => {
    const signal: DebtorSignal = { _tag: 'DaysLate', name: 'slow', minItems: 1, moreThanDays: 15 }
    const euros = item(30, 60)
    const dollars = { ...item(0, 50), currency: 'USD', amountMinor: 10_000_00 }
    expect(fires(signal, { items: [euros, dollars] })).toBe(true)
    expect(fires(signal, { items: [euros, { ...dollars, currency: 'EUR' }] })).toBe(false)
  })
})
