import { deskPolicy, type TouchRecorded } from '@quittance/dunning'
import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { accountActions, deskAccount, ladderSteps, programmeReport, workList } from '../../src/index.js'
import { asOf, newScene } from '../account/scene.js'
import { deskOf, excuse, mondays, notice, promised, touch } from './desk.js'

/** One invoice over 300.00, due on Monday, 1 June 2026. */
const scene = () => newScene().invoice('INV', 300_00, { on: '2026-05-01', dueOn: '2026-06-01', customer: 'late' })
type Said = Parameters<typeof deskOf>[1][number][1]
const nextOn = (day: string, ...said: ReadonlyArray<Said>): unknown => {
  const at = asOf(day)
  const books = deskOf(
    scene(),
    said.map((fact) => ['late', fact] as const),
    at,
  )
  const account = deskAccount(books, at, 'late')
  const actions = accountActions(account, at.asOf, deskPolicy, ladderSteps(books.ledger, at, account, mondays))
  return actions.map(({ kind, step, on }) => [step ?? kind, on])
}
const called = (day: string, more: Partial<TouchRecorded> = {}): TouchRecorded => touch(day, more)

describe('ladderSteps', () => {
  it('brings the next step to the desk, on the run day that gives it', () => {
    // Called on the 2nd, so the floor asks for nobody before July; the reminder is due on the 6th, the run on the 8th.
    expect(nextOn('2026-06-03', called('2026-06-02'))).toEqual([['reminder', '2026-06-08']])
    const sent = {
      _tag: 'NoticeSent' as const,
      on: localDate('2026-06-08'),
      noticeId: 'N-INV-1',
      channel: 'e-mail' as const,
    }
    expect(nextOn('2026-06-09', called('2026-06-02'), notice('2026-06-08', 'INV', 1), sent)).toEqual([
      ['call', '2026-06-22'],
    ])
  })

  it('goes before the ladder where the floor asks for a contact earlier', () => {
    expect(nextOn('2026-06-03')).toEqual([['contact', '2026-06-03']])
  })

  it('keeps a call on the desk until somebody has called, whatever the day of the next step', () => {
    const up = [called('2026-06-02'), notice('2026-06-08', 'INV', 1, { sendBy: localDate('2026-06-13') })]
    expect(nextOn('2026-06-24', ...up, notice('2026-06-22', 'INV', 2))).toEqual([['call', '2026-06-24']])
    expect(nextOn('2026-06-24', ...up, notice('2026-06-22', 'INV', 2), called('2026-06-23'))).toEqual([
      ['past-due-notice', '2026-07-06'],
    ])
    expect(nextOn('2026-06-24', ...up, notice('2026-06-22', 'INV', 2), called('2026-06-23', { items: ['X'] }))).toEqual(
      [['call', '2026-06-24']],
    )
  })

  it('tries a step again that failed or was ignored, and leaves a notice that is only on record', () => {
    const failed = {
      _tag: 'NoticeFailed' as const,
      on: localDate('2026-06-08'),
      noticeId: 'N-INV-1',
      reason: 'no address',
    }
    expect(nextOn('2026-06-09', called('2026-06-02'), notice('2026-06-08', 'INV', 1), failed)).toEqual([
      ['reminder', '2026-06-15'],
    ])
    const { sendBy: _never, ...onRecord } = notice('2026-06-08', 'INV', 1)
    expect(nextOn('2026-06-09', called('2026-06-02'), onRecord)).toEqual([['call', '2026-06-22']])
  })

  it('says nothing of an item that is on another ladder', () => {
    const other = {
      _tag: 'LadderAssigned' as const,
      on: localDate('2026-06-02'),
      ladderId: 'gentle',
      items: ['INV'],
      by: 'carla',
      reason: 'owner-managed',
    }
    expect(nextOn('2026-06-03', called('2026-06-02'), other)).toEqual([['contact', '2026-07-02']])
  })

  it('has one next action, of promise, excuse, note and ladder the one that counts', () => {
    const note = called('2026-06-02', { nextAction: { on: localDate('2026-06-05'), kind: 'visit' } })
    expect(nextOn('2026-06-03', note)).toEqual([['visit', '2026-06-05']])
    expect(nextOn('2026-06-03', note, excuse('2026-06-02', 'approval', '2026-06-19'))).toEqual([
      ['follow-up-excuse', '2026-06-19'],
    ])
    const promise = promised('2026-06-02', '2026-06-10', '2026-06-13', 300_00, 'INV')
    expect(nextOn('2026-06-03', note, excuse('2026-06-02', 'approval', '2026-06-19'), promise)).toEqual([
      ['check-promise', '2026-06-14'],
    ])
  })

  it('reaches the list of the programme', () => {
    const at = asOf('2026-06-03')
    const books = deskOf(scene(), [['late', called('2026-06-02')]], at)
    expect(programmeReport(books, at, deskPolicy, mondays)).toMatchObject([{ itemId: 'INV', step: 'reminder' }])
    expect(programmeReport(books, at)).toMatchObject([{ itemId: 'INV', kind: 'contact' }])
  })
})

describe('the work list', () => {
  it('waits for the day that the customer named, and calls on it', () => {
    const listOn = (day: string, ...said: ReadonlyArray<Said>) => {
      const at = asOf(day)
      return workList(
        deskOf(
          scene(),
          said.map((fact) => ['late', fact] as const),
          at,
        ),
        at,
      )
    }
    const named = [called('2026-06-05'), excuse('2026-06-05', 'short-of-money', '2026-06-19')]
    expect(listOn('2026-06-18', ...named).resting).toMatchObject([
      { customer: 'late', reasons: [{ _tag: 'NamedDayAhead', freeFrom: localDate('2026-06-19') }] },
    ])
    expect(listOn('2026-06-19', ...named).planned).toMatchObject([
      { customer: 'late', next: { kind: 'follow-up-excuse' } },
    ])
    // Nobody waits for a day that only our own table has, for one about another item, or after a promise broke.
    expect(listOn('2026-06-10', called('2026-06-05'), excuse('2026-06-09', 'approval')).planned).toHaveLength(1)
    const elsewhere = { ...excuse('2026-06-05', 'short-of-money', '2026-06-19'), items: ['OTHER'] }
    expect(listOn('2026-06-10', called('2026-06-05'), elsewhere).planned).toHaveLength(1)
    const broken = promised('2026-06-04', '2026-06-06', '2026-06-09', 300_00, 'INV')
    expect(listOn('2026-06-12', ...named, broken).planned).toHaveLength(1)
  })
})
