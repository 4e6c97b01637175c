import { localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { deductionRegister, invalidDeductionRates, shippedDeductionPolicy } from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'

const on = (day: string) => ({ on: localDate(day) })
const take = (
  scene: Scene,
  deductionId: string,
  itemId: string,
  minor: number,
  day: string,
  reasonCode = '22',
): Scene =>
  scene.run({ _tag: 'RecordDeduction', ...on(day), deductionId, itemId, amount: money('EUR', minor), reasonCode })

const taken = (): Scene =>
  take(
    newScene().invoice('INV-1', 300_00, { on: '2026-03-01' }).pay('INV-1', 250_00, '2026-03-31'),
    'DED-1',
    'INV-1',
    50_00,
    '2026-03-31',
  )

const agreed = (claimDays: number) => ({
  ...shippedDeductionPolicy,
  customers: { 'C-1': { claimFrom: 'issued', claimDays, answerDays: 10, repayDays: 14 } as const },
})
const only = ({ view }: Scene, day: string, claimDays = 30) => deductionRegister(view, asOf(day), agreed(claimDays))[0]

describe('the register of deductions', () => {
  it('has what was taken, when, why, and by when each side has to act', () => {
    expect(deductionRegister(taken().view, asOf('2026-04-10'), agreed(30))).toEqual([
      {
        subject: 0,
        deductionId: 'DED-1',
        itemId: 'INV-1',
        customer: 'C-1',
        currency: 'EUR',
        takenOn: '2026-03-31',
        reasonCode: '22',
        unexplained: false,
        originalMinor: 50_00,
        state: 'pending',
        verdict: 'undecided',
        validMinor: 0,
        invalidMinor: 0,
        openMinor: 50_00,
        deadlines: {
          claim: { by: '2026-03-31', missed: false },
          answer: { by: '2026-04-10', missed: false },
        },
        positions: [4],
      },
    ])
  })

  it('says of a claim one day after its window that it came too late', () => {
    expect(only(taken(), '2026-04-10', 29)?.deadlines.claim).toEqual({ by: '2026-03-30', missed: true })
  })

  it('says on the day after the last one that our answer is overdue, and remembers it when it came', () => {
    expect(only(taken(), '2026-04-11')?.deadlines.answer).toEqual({ by: '2026-04-10', missed: true })
    const late = taken().run({
      _tag: 'RejectDeduction',
      ...on('2026-04-12'),
      deductionId: 'DED-1',
      reason: 'signed for',
    })
    expect(only(late, '2026-06-30')?.deadlines.answer).toEqual({ by: '2026-04-10', missed: true })
    expect(only(late, '2026-04-10')).toMatchObject({ state: 'pending', deadlines: { answer: { missed: false } } })
  })

  it('waits for the money of a refused one, and no longer once its item is paid', () => {
    const scene = taken().run({
      _tag: 'RejectDeduction',
      ...on('2026-04-05'),
      deductionId: 'DED-1',
      reason: 'signed for',
    })
    expect(only(scene, '2026-04-19')).toMatchObject({
      state: 'rejected',
      verdict: 'invalid',
      endedOn: '2026-04-05',
      openMinor: 50_00,
      invalidMinor: 50_00,
      deadlines: { repay: { by: '2026-04-19', missed: false } },
      positions: [4, 5],
    })
    expect(only(scene, '2026-04-20')?.deadlines.repay).toEqual({ by: '2026-04-19', missed: true })
    scene.pay('INV-1', 50_00, '2026-04-19')
    expect(only(scene, '2026-04-20')).toMatchObject({ openMinor: 0, deadlines: { repay: { missed: false } } })
  })

  it('finds an accepted one valid over what its credit note came to', () => {
    const scene = taken()
      .pay('INV-1', 20_00, '2026-04-02')
      .run({
        _tag: 'AcceptDeduction',
        ...on('2026-04-05'),
        deductionId: 'DED-1',
        creditNoteId: 'CN-1',
        lines: [{ netMinor: 30_00 }],
      })
    expect(only(scene, '2026-04-30')).toMatchObject({
      state: 'accepted',
      verdict: 'valid',
      originalMinor: 50_00,
      validMinor: 30_00,
      openMinor: 0,
    })
  })

  it('leaves undecided what came in without an answer, and no answer is waited for', () => {
    const row = only(taken().pay('INV-1', 50_00, '2026-04-02'), '2026-06-30')
    expect(row).toMatchObject({ state: 'came-in', verdict: 'undecided', openMinor: 0 })
    expect(row?.deadlines).not.toHaveProperty('answer')
  })

  it('leaves undecided what was given up, and has it pending again when that is taken back', () => {
    const policy = { id: 'p', version: 1, smallBalanceMaxMinor: 0, deductionMaxMinor: 100_00, limits: [] }
    const scene = taken().run({
      _tag: 'WriteOff',
      ...on('2026-04-05'),
      writeOffId: 'W-1',
      itemId: 'INV-1',
      amount: money('EUR', 50_00),
      reason: 'deduction',
      requestedBy: 'k.ito',
      policy,
      deductionId: 'DED-1',
    })
    expect(only(scene, '2026-04-30')).toMatchObject({
      state: 'written-off',
      verdict: 'undecided',
      endedOn: '2026-04-05',
    })
    scene.run({ _tag: 'ReverseWriteOff', ...on('2026-04-20'), writeOffId: 'W-1', reason: 'too early' })
    expect(only(scene, '2026-04-30')).toMatchObject({ state: 'pending', openMinor: 50_00, positions: [4, 5, 6] })
    expect(only(scene, '2026-04-19')).toMatchObject({ state: 'written-off' })
  })

  it('counts the days of a claim from the day on which the document arrived, where that is agreed', () => {
    const windows = { claimFrom: 'delivered', claimDays: 20, answerDays: 10, repayDays: 14 } as const
    const policy = { ...shippedDeductionPolicy, windows }
    const claim = ({ view }: Scene) => deductionRegister(view, asOf('2026-04-30'), policy)[0]?.deadlines.claim
    expect(claim(taken())).toEqual({ by: '2026-03-21', missed: true })
    const outcome = { _tag: 'Delivered', channel: 'post' } as const
    const delivered = taken().run({ _tag: 'RecordDelivery', ...on('2026-03-15'), documentId: 'INV-1', outcome })
    expect(claim(delivered)).toEqual({ by: '2026-04-04', missed: false })
    const fromDue = { ...policy, windows: { ...windows, claimFrom: 'due' as const, claimDays: 0 } }
    expect(deductionRegister(taken().view, asOf('2026-04-30'), fromDue)[0]?.deadlines.claim).toEqual({
      by: '2026-03-31',
      missed: false,
    })
  })

  it('lists those of one customer', () => {
    const { view } = taken()
    expect(deductionRegister(view, asOf('2026-04-30'), shippedDeductionPolicy, { customer: 'C-2' })).toEqual([])
    expect(deductionRegister(view, asOf('2026-04-30'), shippedDeductionPolicy, { customer: 'C-1' })).toHaveLength(1)
  })
})

describe('the rate of invalid deductions', () => {
  it('is by number and by value, and keeps apart what states no reason', () => {
    const scene = taken().invoice('INV-2', 400_00, { on: '2026-03-01' })
    take(scene, 'DED-2', 'INV-2', 10_00, '2026-04-01', 'unauthorised')
    take(scene, 'DED-3', 'INV-2', 40_00, '2026-04-02', 'none-stated')
    const lines = [{ netMinor: 50_00 }]
    scene.run({ _tag: 'AcceptDeduction', ...on('2026-04-05'), deductionId: 'DED-1', creditNoteId: 'CN-1', lines })
    scene.run({ _tag: 'RejectDeduction', ...on('2026-04-05'), deductionId: 'DED-2', reason: 'no claim' })
    const register = deductionRegister(scene.view, asOf('2026-04-30'), shippedDeductionPolicy)
    expect(invalidDeductionRates(register)).toEqual([
      {
        customer: 'C-1',
        currency: 'EUR',
        taken: 3,
        takenMinor: 100_00,
        valid: 1,
        validMinor: 50_00,
        invalid: 1,
        invalidMinor: 10_00,
        undecided: 1,
        undecidedMinor: 40_00,
        unexplained: 2,
        unexplainedMinor: 50_00,
        // The credit note of an acceptance is a fact of its own, at 9.
        positions: [4, 6, 7, 8, 10],
      },
    ])
  })
})
