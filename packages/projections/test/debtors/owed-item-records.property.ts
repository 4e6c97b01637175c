import { it as propertyIt } from '@fast-check/vitest'
import { addDays, localDate, money } from '@quittance/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OwedItemRecord, owedItemRecords } from '../../src/index.js'
import { newScene, type Scene } from '../account/scene.js'
import { endOfTime } from '../account/histories.js'

const issuedOn = localDate('2026-01-01')
const dueOn = localDate('2026-01-31')

const billed = (): Scene => newScene().invoice('RE-1', 100_00, { on: issuedOn, dueOn })

const recordOf = (scene: Scene, asOf: string): OwedItemRecord | undefined =>
  owedItemRecords(scene.view, { asOf: localDate(asOf), knownAt: endOfTime }).get('C-1')?.[0]

const dispute = (scene: Scene, raisedOn: string, ended?: { on: string; outcome: 'rejected' | 'withdrawn' }): Scene => {
  scene.run({ _tag: 'RaiseDispute', on: localDate(raisedOn), disputeId: 'D-1', documentId: 'RE-1' })
  return ended === undefined
    ? scene
    : scene.run({ _tag: 'ResolveDispute', on: localDate(ended.on), disputeId: 'D-1', outcome: ended.outcome })
}

describe('what is known of an item', () => {
  it('is its due day while it is open, and the day that closed it once it is paid', () => {
    const scene = billed().pay('RE-1', 100_00, '2026-02-10')
    expect(recordOf(scene, '2026-02-09')).toEqual({
      itemId: 'RE-1',
      currency: 'EUR',
      amountMinor: 100_00,
      issuedOn,
      dueOn,
    })
    expect(recordOf(scene, '2026-02-10')).toMatchObject({ paidOn: '2026-02-10' })
  })

  it('is the latest due day, as last moved', () => {
    const scene = billed().run({
      _tag: 'ChangeDueDate',
      on: localDate('2026-01-15'),
      documentId: 'RE-1',
      instalmentNo: 1,
      dueOn: localDate('2026-03-01'),
      reason: 'agreed',
    })
    expect(recordOf(scene, '2026-01-14')?.dueOn).toBe(dueOn)
    expect(recordOf(scene, '2026-01-15')?.dueOn).toBe('2026-03-01')
  })

  it('is nothing, when it was closed by credit alone', () => {
    expect(recordOf(billed().credit('GS-1', 100_00, '2026-01-10', 'RE-1'), '2026-03-01')).toBeUndefined()
  })

  it('is the day on which it was given up, unless that was taken back', () => {
    const policy = { id: 'write-off', version: 1, smallBalanceMaxMinor: 0, limits: [{ approver: 'b', maxMinor: 1e9 }] }
    const scene = billed().run({
      _tag: 'WriteOff',
      on: localDate('2026-06-01'),
      writeOffId: 'W-1',
      itemId: 'RE-1',
      amount: money('EUR', 100_00),
      reason: 'bad-debt',
      requestedBy: 'a',
      approvedBy: 'b',
      policy,
    })
    expect(recordOf(scene, '2026-06-01')).toMatchObject({ givenUpOn: '2026-06-01' })
    scene.run({ _tag: 'ReverseWriteOff', on: localDate('2026-07-01'), writeOffId: 'W-1', reason: 'they paid' })
    expect(recordOf(scene, '2026-07-01')).not.toHaveProperty('givenUpOn')
  })

  it('is excused while it is in dispute', () => {
    expect(recordOf(dispute(billed(), '2026-01-20'), '2026-02-20')?.cause).toBe('dispute open')
  })

  propertyIt.prop([fc.integer({ min: 0, max: 90 }), fc.nat({ max: 60 }), fc.constantFrom('rejected', 'withdrawn')])(
    'a dispute that was rejected excuses nothing',
    (raisedAfterDays, tookDays, outcome) => {
      const raisedOn = addDays(issuedOn, raisedAfterDays)
      const endedOn = addDays(raisedOn, tookDays)
      const disputed = dispute(billed(), raisedOn, { on: endedOn, outcome })
      expect(recordOf(disputed, endedOn)).toEqual(recordOf(billed(), endedOn))
    },
  )
})
