import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  type CleanUpCredit,
  type CleanUpDebit,
  type CleanUpPolicy,
  type CleanUpQuestion,
  proposeCleanUp,
} from '../../../src/index.js'

const asOf = localDate('2026-06-30')

const policy: CleanUpPolicy = {
  id: 'tidy',
  version: 1,
  smallDebit: { maxMinor: 5_00, minDaysPastDue: 60 },
  smallCredit: { maxMinor: 5_00, minAgeDays: 60, becomes: 'carry' },
  oldestFirstAgreed: false,
}

const debit = (itemId: string, openMinor: number, more: Partial<CleanUpDebit> = {}): CleanUpDebit => ({
  itemId,
  openMinor,
  on: localDate('2026-03-01'),
  dueOn: localDate('2026-04-01'),
  identifiers: [itemId],
  ...more,
})

const receipt = (creditId: string, unappliedMinor: number, text = '', onAccountMinor = 0): CleanUpCredit => ({
  _tag: 'Receipt',
  creditId,
  on: localDate('2026-04-02'),
  unappliedMinor,
  onAccountMinor,
  text,
})

const note = (creditId: string, freeMinor: number, more: object = {}): CleanUpCredit => ({
  _tag: 'CreditNote',
  creditId,
  on: localDate('2026-04-03'),
  freeMinor,
  identifiers: [creditId],
  ...more,
})

interface Told {
  readonly does: ReadonlyArray<string>
  readonly left: Readonly<Record<string, string>>
}

const tidy = (
  debits: ReadonlyArray<CleanUpDebit>,
  credits: ReadonlyArray<CleanUpCredit>,
  more: Partial<CleanUpPolicy> = {},
): Told => {
  const question: CleanUpQuestion = {
    currency: 'EUR',
    asOf,
    debits,
    credits,
    policy: { ...policy, ...more },
    requestedBy: 'tidy',
    runId: 'june',
  }
  const { proposals, left } = proposeCleanUp(question)
  return {
    does: proposals.map(({ rule, act }) => {
      switch (act._tag) {
        case 'Allocate':
          return `${rule} ${act.pairs.map((pair) => `${pair.creditId}>${pair.itemId} ${pair.amountMinor}`).join(', ')}`
        case 'GiveUp':
          return `${rule} ${act.itemId} ${act.amountMinor}`
        case 'PayBack':
          return `${rule} ${act.creditId} ${act.amountMinor}`
      }
    }),
    left: Object.fromEntries(
      left.map(({ id, because }) => [
        id,
        because._tag === 'Ambiguous' ? `Ambiguous ${because.rivals.join(' ')}` : because._tag,
      ]),
    ),
  }
}

describe('money that names an item', () => {
  it('settles it, to the cent, in part, or with a rest that stays', () => {
    expect(tidy([debit('I1', 240_00)], [receipt('P9', 240_00, 'for I1')])).toEqual({
      does: ['reference-and-amount P9>I1 24000'],
      left: {},
    })
    expect(tidy([debit('I1', 240_00)], [receipt('P9', 200_00, 'I1')])).toEqual({
      does: ['reference P9>I1 20000'],
      left: { I1: 'NothingFits' },
    })
    expect(tidy([debit('I1', 240_00)], [receipt('P9', 300_00, 'I1')])).toEqual({
      does: ['reference P9>I1 24000'],
      left: { P9: 'NothingFits' },
    })
  })

  it('settles all that it names, but is not cut up among them', () => {
    const debits = [debit('I1', 100_00), debit('I2', 50_00)]
    expect(tidy(debits, [receipt('P', 150_00, 'I1, I2')]).does).toEqual(['reference-and-amount P>I1 10000, P>I2 5000'])
    expect(tidy(debits, [receipt('P', 149_00, 'I1, I2')])).toEqual({
      does: [],
      left: { I1: 'Ambiguous P', I2: 'Ambiguous P', P: 'Ambiguous I1 I2' },
    })
  })

  it('by a name that two items have settles the one of just that amount, and neither if both have it', () => {
    const order = { identifiers: ['PO-77'] }
    const one = [debit('I1', 100_00, order), debit('I2', 50_00, order)]
    expect(tidy(one, [receipt('P', 50_00, 'PO-77')]).does).toEqual(['reference-and-amount P>I2 5000'])
    const twins = [debit('I1', 100_00, order), debit('I2', 100_00, order)]
    expect(tidy(twins, [receipt('P', 100_00, 'PO-77')])).toEqual({
      does: [],
      left: { I1: 'Ambiguous P', I2: 'Ambiguous P', P: 'Ambiguous I1 I2' },
    })
  })

  it('gives way to money whose amount fits as well; of two that fit, neither goes', () => {
    const fits = [receipt('P1', 100_00, 'I1'), receipt('P2', 30_00, 'I1')]
    expect(tidy([debit('I1', 100_00)], fits)).toEqual({
      does: ['reference-and-amount P1>I1 10000'],
      left: { P2: 'NothingFits' },
    })
    const twice = [receipt('P1', 100_00, 'I1'), receipt('P2', 100_00, 'I1')]
    expect(tidy([debit('I1', 100_00)], twice)).toEqual({
      does: [],
      left: { I1: 'Ambiguous P1 P2', P1: 'Ambiguous I1', P2: 'Ambiguous I1' },
    })
  })

  it('is set free first where it lay on account, and set aside again when that is taken back', () => {
    const { proposals } = proposeCleanUp({
      currency: 'EUR',
      asOf,
      debits: [debit('I1', 100_00)],
      credits: [receipt('P', 30_00, 'I1', 70_00)],
      policy,
      requestedBy: 'tidy',
      runId: 'june',
    })
    const [only] = proposals
    expect(only).toMatchObject({
      id: 'reference-and-amount/P/I1',
      leaves: [
        { id: 'P', leftMinor: 0 },
        { id: 'I1', leftMinor: 0 },
      ],
    })
    expect(only?.commands.map(({ _tag }) => _tag)).toEqual(['ReleaseFromAccount', 'ApplyCash'])
    expect(only?.undo.map(({ _tag }) => _tag)).toEqual(['Unapply', 'PlaceOnAccount'])
  })

  it('is left to a person where the payer claims that it settles everything', () => {
    const claiming = { ...receipt('P', 100_00, 'I1'), fullSatisfactionClaimed: 'in full' }
    expect(tidy([debit('I1', 100_00)], [claiming])).toEqual({
      does: [],
      left: { I1: 'NothingFits', P: 'FullSatisfactionClaimed' },
    })
  })
})

describe('a credit note', () => {
  it('goes to the document that it was issued for, then to the one debit of its amount', () => {
    const credits = [note('CM4', 75_00, { relatesTo: 'D1' }), note('CM5', 20_00)]
    expect(tidy([debit('D1', 90_00), debit('I2', 20_00), debit('I3', 21_00)], credits).does).toEqual([
      'relates-to CM4>D1 7500',
      'equal-amount CM5>I2 2000',
    ])
  })

  it('of an amount that two debits have waits, unless one of them has its reference', () => {
    const debits = [debit('I1', 20_00), debit('I2', 20_00, { identifiers: ['I2', 'PO-7'] })]
    expect(tidy(debits, [note('CM', 20_00)])).toEqual({
      does: [],
      left: { CM: 'Ambiguous I1 I2', I1: 'Ambiguous CM', I2: 'Ambiguous CM' },
    })
    expect(tidy(debits, [note('CM', 20_00, { identifiers: ['CM', 'PO-7'] })])).toEqual({
      does: ['same-reference CM>I2 2000'],
      left: { I1: 'NothingFits' },
    })
  })

  it('goes to the oldest items only where the customer agreed, and never to a disputed one', () => {
    const debits = [
      debit('I1', 30_00, { dueOn: localDate('2026-05-02') }),
      debit('I2', 40_00, { dueOn: localDate('2026-05-01') }),
      debit('I3', 40_00, { disputed: true }),
    ]
    expect(tidy(debits, [note('CM', 50_00)]).does).toEqual([])
    expect(tidy(debits, [note('CM', 50_00)], { oldestFirstAgreed: true })).toEqual({
      does: ['oldest-first CM>I2 4000', 'oldest-first CM>I1 1000'],
      left: { I1: 'NothingFits', I3: 'Disputed' },
    })
  })
})

describe('an account that comes to nothing', () => {
  it('is cleared pair by pair, the oldest with the oldest', () => {
    const debits = [debit('I1', 70_00), debit('I2', 50_00, { dueOn: localDate('2026-05-01') })]
    expect(tidy(debits, [receipt('P', 100_00), note('CM', 20_00)])).toEqual({
      does: ['account-zero P>I1 7000, P>I2 3000, CM>I2 2000'],
      left: {},
    })
  })

  it('is not cleared over a dispute, or when a cent is over', () => {
    expect(tidy([debit('I1', 70_00, { disputed: true })], [receipt('P', 70_00)]).does).toEqual([])
    expect(tidy([debit('I1', 70_00)], [receipt('P', 70_01)]).does).toEqual([])
  })

  it('counts once the small balance that stood in the way is given up', () => {
    const debits = [debit('I1', 70_00), debit('I2', 2_00)]
    expect(tidy(debits, [receipt('P', 70_00)]).does).toEqual(['small-debit I2 200', 'account-zero P>I1 7000'])
  })
})

describe('a small debit', () => {
  it.each([
    ['the last cent and the first day that count', 5_00, '2026-05-01', ['small-debit I 500'], {}],
    ['a cent more', 5_01, '2026-05-01', [], { I: 'NothingFits' }],
    ['a day less', 5_00, '2026-05-02', [], { I: 'TooYoung' }],
  ])('of %s', (_, openMinor, dueOn, does, left) => {
    expect(tidy([debit('I', openMinor, { dueOn: localDate(dueOn) })], [])).toEqual({ does, left })
  })

  it('stays while a promise to pay it is in time, and takes credits all the same', () => {
    const promised = (until: string, openMinor = 3_00) => debit('I', openMinor, { promisedUntil: localDate(until) })
    expect(tidy([promised('2026-06-30')], [])).toEqual({ does: [], left: { I: 'Promised' } })
    expect(tidy([promised('2026-06-29')], [])).toEqual({ does: ['small-debit I 300'], left: {} })
    expect(tidy([promised('2026-06-30', 70_00)], [receipt('P', 70_00)]).does).toEqual(
      tidy([debit('I', 70_00)], [receipt('P', 70_00)]).does,
    )
  })

  it('stays while it is disputed, or while a credit may be for it', () => {
    expect(tidy([debit('I', 3_00, { disputed: true })], [])).toEqual({ does: [], left: { I: 'Disputed' } })
    expect(tidy([debit('I', 3_00), debit('J', 3_00)], [note('CM', 3_00)])).toEqual({
      does: [],
      left: { CM: 'Ambiguous I J', I: 'Ambiguous CM', J: 'Ambiguous CM' },
    })
  })
})

describe('a small credit', () => {
  it('is carried, or paid back, and nothing else', () => {
    expect(tidy([], [receipt('P', 4_00), note('CM', 5_00)])).toEqual({
      does: [],
      left: { CM: 'Carried', P: 'Carried' },
    })
    const refund = { smallCredit: { maxMinor: 5_00, minAgeDays: 88, becomes: 'refund' } } as const
    expect(tidy([], [receipt('P', 4_00), note('CM', 5_00), receipt('R', 5_01)], refund)).toEqual({
      does: ['small-credit P 400', 'small-credit CM 500'],
      left: { R: 'NothingFits' },
    })
    expect(tidy([], [receipt('P', 4_00)], { smallCredit: { ...refund.smallCredit, minAgeDays: 90 } })).toEqual({
      does: [],
      left: { P: 'TooYoung' },
    })
  })
})
