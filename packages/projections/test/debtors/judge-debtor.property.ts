import { it as propertyIt } from '@fast-check/vitest'
import { addDays } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type DebtorLevel, debtorHistory, habitualDebtorPolicy, judgeDebtor, latePayerPolicy } from '../../src/index.js'
import { anotherPromise, anyRecord, today } from './records.js'

const rank: Readonly<Record<DebtorLevel, number>> = { none: 0, 'promise-breaker': 1, habitual: 2 }
const isFlagged = (level: DebtorLevel): boolean => rank[level] > 0
const policies = fc.constantFrom(habitualDebtorPolicy, latePayerPolicy)

describe('habitual debtors', () => {
  propertyIt.prop([anyRecord, anotherPromise('broken'), anotherPromise('kept')])(
    'one more broken promise never clears the flag, and one more kept promise never sets it',
    (record, broken, kept) => {
      const level = judgeDebtor(record, today, habitualDebtorPolicy).level
      const worse = judgeDebtor({ ...record, promises: [...record.promises, broken] }, today, habitualDebtorPolicy)
      const better = judgeDebtor({ ...record, promises: [...record.promises, kept] }, today, habitualDebtorPolicy)
      expect(rank[worse.level]).toBeGreaterThanOrEqual(rank[level])
      expect(rank[better.level]).toBeLessThanOrEqual(rank[level])
    },
  )

  propertyIt.prop([anyRecord])('a finding names at least two broken promises that exist', (record) => {
    const finding = judgeDebtor(record, today, habitualDebtorPolicy)
    const [signal] = finding.signals
    const named = record.promises.filter(
      ({ promiseId, state }) => state === 'broken' && signal?.evidence.includes(promiseId) === true,
    )
    const excused = new Set(finding.setAside.filter(({ kind }) => kind === 'promise').map(({ id }) => id))
    if (isFlagged(finding.level)) {
      expect(named.length).toBeGreaterThanOrEqual(2)
      for (const { promiseId, factIds } of named) {
        expect(excused.has(promiseId)).toBe(false)
        expect(finding.factIds).toEqual(expect.arrayContaining([...factIds]))
      }
    } else expect(finding.factIds).toEqual([])
  })

  propertyIt.prop([anyRecord, policies, fc.nat({ max: 300 })])(
    'what happens later changes no earlier finding',
    (record, policy, daysAgo) => {
      const asOf = addDays(today, 0 - daysAgo)
      const known = {
        ...record,
        promises: record.promises.filter(({ settledOn }) => settledOn <= asOf),
        excuses: record.excuses.filter(({ on }) => on <= asOf),
        returns: record.returns.filter(({ on }) => on <= asOf),
        items: record.items.map(({ paidOn, ...item }) =>
          paidOn === undefined || paidOn > asOf ? item : { ...item, paidOn },
        ),
      }
      expect(judgeDebtor(record, asOf, policy)).toEqual(judgeDebtor(known, asOf, policy))
    },
  )

  propertyIt.prop([anyRecord, policies])('the order of the evidence changes no finding', (record, policy) => {
    const turned = { ...record, promises: record.promises.toReversed(), items: record.items.toReversed() }
    const [own, other] = [judgeDebtor(record, today, policy), judgeDebtor(turned, today, policy)]
    expect(other.level).toBe(own.level)
    expect(other.signals.map(({ fired, measured }) => ({ fired, measured }))).toEqual(
      own.signals.map(({ fired, measured }) => ({ fired, measured })),
    )
  })

  propertyIt.prop([anyRecord, policies])('the last change leads to the level of the day', (record, policy) => {
    const changes = debtorHistory(record, today, policy)
    expect(changes.at(-1)?.to ?? 'none').toBe(judgeDebtor(record, today, policy).level)
    for (const [index, { from, to, on }] of changes.entries()) {
      expect(from).toBe(changes[index - 1]?.to ?? 'none')
      expect(to).not.toBe(from)
      expect(judgeDebtor(record, on, policy).level).toBe(to)
      expect(judgeDebtor(record, addDays(on, -1), policy).level).toBe(from)
    }
  })
})
