import { addDays } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { DunningCommand, DunningFact, ItemLadder, UnappliedCredit } from '../../src/index.js'
import { type Around, around, day, decide, factsOf, played } from '../room.js'

const on = day('2026-05-19')
const refusedAs = (facts: ReadonlyArray<DunningFact>, command: DunningCommand, account?: Around): string => {
  const answer = decide(facts, command, account)
  return answer._tag === 'Left' ? answer.left._tag : `accepted: ${answer.right.facts.map(({ _tag }) => _tag).join(' ')}`
}
const ladder: ItemLadder = {
  _tag: 'ItemLadder',
  id: 'usual',
  version: 1,
  steps: [{ level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: 5 }],
  sequential: true,
  graceDays: 0,
  tolerances: [],
  repeatsLastStep: false,
  credits: 'matched-first',
  runDays: { _tag: 'EveryDays', from: day('2026-05-19'), days: 1 },
  sendWithinDays: 5,
}
const runs = (parts: object = {}): DunningCommand => ({
  _tag: 'RunDunning',
  on,
  account: 'acme/globex',
  ladder,
  after: day('2026-05-18'),
  ...parts,
})
const inHand = (amountMinor: number): UnappliedCredit => ({ creditId: 'R1', currency: 'EUR', amountMinor, since: on })

describe('a run', () => {
  it('gives a notice that says what it is based on, and by when it is to go out', () => {
    expect(factsOf(decide([], runs()))).toEqual([
      {
        _tag: 'NoticeDue',
        on,
        noticeId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
        origin: 'run',
        ladder: {
          id: 'usual',
          version: 1,
          mode: 'net-days',
          delayDays: 5,
          sequential: true,
          graceDays: 0,
          credits: 'matched-first',
        },
        level: 1,
        kind: 'reminder',
        channel: 'e-mail',
        currency: 'EUR',
        amountMinor: 500_00,
        lines: [
          {
            itemId: 'I1',
            instalmentNo: 1,
            dueOn: '2026-05-01',
            daysPastDue: 18,
            openMinor: 500_00,
            amountMinor: 500_00,
          },
        ],
        sendBy: '2026-05-24',
      },
    ])
  })

  it('names a notice after account, ladder, run day, currency and level', () => {
    const idOf = (parts: object): unknown => (factsOf(decide([], runs(parts)))[0] as { noticeId?: string }).noticeId
    const ids = [{}, {}, { account: 'acme/initech' }, { ladder: { ...ladder, id: 'strict' } }].map(idOf)
    expect(ids[0]).toBe(ids[1])
    expect(new Set(ids).size).toBe(3)
  })

  it('leaves nothing behind where nothing is due, was missed, or is left', () => {
    const facts = factsOf(decide([], runs()))
    for (const [so, command, account] of [
      [facts, runs(), around()],
      [[], runs({ on: day('2026-05-18') }), around()],
      [[], runs(), around({ items: { I1: { disputedMinor: 500_00 } } })],
      [[], runs(), { ...around(), credits: [inHand(500_00)] }],
    ] as const)
      expect(refusedAs(so, command, account)).toBe('NothingDue')
  })

  it('refuses a ladder that contradicts itself, and an account without a name', () => {
    expect(refusedAs([], runs({ ladder: { ...ladder, graceDays: -1 } }))).toBe('InvalidLadder')
    expect(refusedAs([], runs({ account: '', ladder: { ...ladder, graceDays: -1 } }))).toBe('MissingField')
  })

  it('leaves items of another ladder alone, unless they are put on this one', () => {
    const elsewhere: DunningCommand = { _tag: 'AssignLadder', on, ladderId: 'vip', by: 'dan', reason: 'large' }
    const here: DunningCommand = { ...elsewhere, ladderId: 'usual', items: ['I1'] }
    expect(refusedAs(played([elsewhere]), runs())).toBe('NothingDue')
    expect(refusedAs(played([elsewhere, here]), runs())).toBe('accepted: NoticeDue')
    expect(refusedAs([], runs({ forUnassigned: false }))).toBe('NothingDue')
  })
})

describe('a notice on its way', () => {
  const due = factsOf(decide([], runs()))
  const { noticeId } = due[0] as { readonly noticeId: string }
  const claim: DunningCommand = { _tag: 'ClaimNotice', on, noticeId, by: 'mailer' }
  const sent: DunningCommand = { _tag: 'ReportNoticeSent', on, noticeId, channel: 'e-mail' }
  const failed: DunningCommand = { _tag: 'ReportNoticeFailed', on, noticeId, reason: 'mailbox full' }
  const ignored: DunningCommand = { _tag: 'IgnoreNotice', on, noticeId, by: 'carla', reason: 'goods came back' }
  const after = (...commands: ReadonlyArray<DunningCommand>): ReadonlyArray<DunningFact> =>
    commands.reduce<ReadonlyArray<DunningFact>>((so, command) => [...so, ...factsOf(decide(so, command))], due)

  it('is claimed once, in time, and by somebody', () => {
    expect(refusedAs([], claim)).toBe('NotFound')
    expect(refusedAs(due, { ...claim, by: '' })).toBe('MissingField')
    expect(refusedAs(after(claim), { ...claim, by: 'printer' })).toBe('NoticeClaimedBefore')
    expect(refusedAs(due, { ...claim, on: day('2026-05-18') })).toBe('TooEarly')
    expect(refusedAs(due, { ...claim, on: day('2026-05-24') })).toBe('accepted: NoticeClaimed')
    expect(refusedAs(due, { ...claim, on: day('2026-05-25') })).toBe('NoticeExpired')
    expect(refusedAs(after(ignored), claim)).toBe('AlreadyEnded')
  })

  it('is claimed with what is left to ask, or put aside', () => {
    const left = (parts: Around) => decide(due, claim, parts)
    expect(factsOf(left(around({ items: { I1: { openMinor: 200_00 } } })))).toMatchObject([{ amountMinor: 200_00 }])
    expect(factsOf(left({ ...around(), credits: [inHand(500_00)] }))).toMatchObject([
      { _tag: 'NoticeIgnored', reason: 'nothing-left-to-ask' },
    ])
    expect(factsOf(left({ items: {} }))).toMatchObject([{ _tag: 'NoticeIgnored' }])
  })

  it('is reported by whoever claimed it, once', () => {
    expect(refusedAs(due, sent)).toBe('NoticeNotClaimed')
    expect(refusedAs(after(claim), sent)).toBe('accepted: NoticeSent')
    expect(refusedAs(after(claim, sent), sent)).toBe('AlreadyEnded')
    expect(refusedAs(after(claim), { ...failed, reason: '' })).toBe('MissingField')
    expect(refusedAs(after(claim, failed), sent)).toBe('AlreadyEnded')
    expect(refusedAs(after(claim), { ...sent, on: day('2026-05-18') })).toBe('TooEarly')
  })

  it('that failed or was ignored is due again at the same level', () => {
    for (const ended of [after(claim, failed), after(ignored)])
      expect(factsOf(decide(ended, runs({ on: addDays(on, 1) })))).toMatchObject([{ on: '2026-05-20', level: 1 }])
    expect(refusedAs(after(claim, sent), runs({ on: addDays(on, 1) }))).toBe('NothingDue')
  })
})

describe('holds', () => {
  const hold: DunningCommand = { _tag: 'PlaceHold', on, holdId: 'H1', reason: 'court', until: on, by: 'dan' }

  it('hold up to their last day, inclusive', () => {
    expect(refusedAs(played([hold]), runs())).toBe('NothingDue')
    expect(factsOf(decide(played([hold]), runs({ on: addDays(on, 1) })))).toMatchObject([{ on: '2026-05-20' }])
  })

  it('are placed once, lifted once, and not after they are over', () => {
    const open: DunningCommand = { _tag: 'PlaceHold', on, holdId: 'H1', reason: 'court', by: 'dan' }
    const lift: DunningCommand = { _tag: 'LiftHold', on, holdId: 'H1', by: 'dan' }
    expect(refusedAs(played([hold]), hold)).toBe('IdAlreadyUsed')
    expect(refusedAs([], { ...hold, until: day('2026-05-18') })).toBe('DayInThePast')
    expect(refusedAs([], lift)).toBe('NotFound')
    expect(refusedAs(played([open]), { ...lift, on: day('2026-05-18') })).toBe('TooEarly')
    expect(refusedAs(played([open, lift]), lift)).toBe('AlreadyEnded')
    expect(refusedAs(played([hold]), { ...lift, on: addDays(on, 1) })).toBe('AlreadyEnded')
    expect(refusedAs(played([open, lift]), runs())).toBe('accepted: NoticeDue')
  })
})

describe('the last steps', () => {
  const demand: DunningCommand = {
    _tag: 'SendFinalDemand',
    on,
    demandId: 'FD1',
    currency: 'EUR',
    items: ['I1'],
    channel: 'letter',
    addressee: 'Ms Globex',
    address: '1 Road, Town',
    deadlineOn: day('2026-05-29'),
    consequence: 'agency',
    approvedBy: 'dan',
    afterLevel: 0,
  }
  const place: DunningCommand = {
    _tag: 'PlaceWithAgency',
    on,
    placementId: 'PL1',
    agency: 'inkasso-nord',
    currency: 'EUR',
    items: ['I1'],
    approvedBy: 'dan',
  }
  const spoken: ReadonlyArray<readonly [string, Around]> = [
    ['MoneyUnmatched', { ...around(), credits: [inHand(1)] }],
    ['NothingToAsk', around({ items: { I1: { openMinor: 0 } } })],
    ['CurrencyMismatch', around({ items: { I1: { currency: 'USD' } } })],
    ['ItemUnknown', around({ items: {} })],
  ]

  it.each(spoken)('are refused: %s', (tag, account) => {
    expect([refusedAs([], demand, account), refusedAs([], place, account)]).toEqual([tag, tag])
  })

  const refusal = (facts: ReadonlyArray<DunningFact>, command: DunningCommand, account?: Around): unknown => {
    const answer = decide(facts, command, account)
    return answer._tag === 'Left' ? answer.left : answer.right.facts.map(({ _tag }) => _tag)
  }
  const notReady = (...faults: ReadonlyArray<string>): object => ({ _tag: 'DemandNotReady', faults })
  const kept = (reason: string): object => ({ _tag: 'PlacementNotReady', held: [{ itemId: 'I1', reason }] })
  const hold: DunningCommand = { _tag: 'PlaceHold', on, holdId: 'H1', reason: 'court', by: 'dan' }

  it.each([
    ['disputed', 'dispute', around({ items: { I1: { disputedMinor: 1 } } })],
    ['promised', 'promise', around({ items: { I1: { promised: { amountMinor: 1, until: on } } } })],
    ['not-past-due', 'not-past-due', around({ items: { I1: { dueOn: on } } })],
  ])('never go out while they are %s', (fault, reason, account) => {
    const demanded = refusal([], demand, account)
    expect(demanded).toEqual(fault === 'not-past-due' ? notReady(fault, 'balance-changed') : notReady(fault))
    expect(refusal([], place, account)).toMatchObject({ _tag: 'PlacementNotReady' })
    expect((refusal([], place, account) as { held: ReadonlyArray<object> }).held).toContainEqual({
      itemId: 'I1',
      reason,
    })
  })

  it('never go out while a hold keeps them back, and wait for no promise that is over', () => {
    expect(refusal(played([hold]), demand)).toEqual(notReady('kept-back'))
    expect(refusal(played([hold]), place)).toEqual(kept('hold'))
    const lapsed = around({ items: { I1: { promised: { amountMinor: 1, until: addDays(on, -1) } } } })
    expect(refusedAs([], demand, lapsed)).toBe('accepted: FinalDemandSent')
    expect(refusedAs([], place, lapsed)).toBe('accepted: PlacedWithAgency')
  })

  it('ask for the whole that is free, and leave out what is not', () => {
    const two = around({ items: { I1: {}, I2: {} } })
    expect(refusal([], demand, two)).toEqual(notReady('not-the-whole-balance'))
    expect(refusedAs([], { ...demand, items: ['I1', 'I2'] }, two)).toBe('accepted: FinalDemandSent')
    for (const more of [{ disputedMinor: 1 }, { dueOn: on }, { currency: 'USD' }])
      expect(refusedAs([], demand, around({ items: { I1: {}, I2: more } }))).toBe('accepted: FinalDemandSent')
    const placedOther: DunningCommand = { ...place, items: ['I2'] } as DunningCommand
    expect(refusedAs(played([placedOther], two), demand, two)).toBe('accepted: FinalDemandSent')
  })

  it('go to the agency when the policy says, and not below its least amount or without papers', () => {
    const policy = {
      id: 'escalation',
      version: 1,
      finalDemandAfterDays: 10,
      agencyAfterDays: 14,
      agencyMinimums: [{ currency: 'EUR', minor: 500_01 }],
      minimumPer: 'item' as const,
      guardsHold: 'item' as const,
      needsApproval: true,
      needsDocuments: true,
    }
    const demanded = played([demand])
    const placing = (parts: object, terms: object = {}): unknown =>
      refusal(demanded, {
        ...place,
        on: day('2026-06-02'),
        demandId: 'FD1',
        ...parts,
        policy: { ...policy, ...terms },
      } as DunningCommand)
    const all = { agencyMinimums: [], needsDocuments: false }
    expect(placing({ on: day('2026-06-01') }, all)).toEqual(kept('final-demand'))
    expect(placing({ demandId: undefined }, all)).toEqual(kept('final-demand'))
    expect(placing({}, all)).toEqual(['PlacedWithAgency'])
    expect(placing({}, { needsDocuments: false })).toEqual(kept('below-minimum'))
    expect(placing({}, { agencyMinimums: [] })).toEqual(kept('documents'))
    expect(placing({ completeItems: ['I1'] }, { agencyMinimums: [] })).toEqual(['PlacedWithAgency'])
  })

  it('state all that is open', () => {
    expect(factsOf(decide([], demand))).toMatchObject([{ amountMinor: 500_00, items: [{ itemId: 'I1' }] }])
    expect(factsOf(decide([], place))).toMatchObject([{ amountMinor: 500_00 }])
  })

  it('are approved, after the steps before, once, and then carried out', () => {
    const done: DunningCommand = { _tag: 'CarryOutConsequence', on: day('2026-05-29'), demandId: 'FD1', by: 'dan' }
    expect(refusedAs([], { ...demand, approvedBy: '' })).toBe('MissingField')
    expect(refusedAs([], { ...demand, deadlineOn: day('2026-05-18') })).toBe('DayInThePast')
    expect(refusal([], { ...demand, addressee: '' })).toEqual(notReady('nobody-named'))
    expect(refusal([], { ...demand, address: '' })).toEqual(notReady('nobody-named'))
    expect(refusal([], { ...demand, deadlineOn: day('2026-05-28') })).toEqual(notReady('deadline-too-near'))
    const soon = { minDeadlineDays: 9, needsApproval: true }
    expect(refusedAs([], { ...demand, deadlineOn: day('2026-05-28'), policy: soon })).toBe('accepted: FinalDemandSent')
    expect(refusal([], { ...demand, afterLevel: 1 })).toEqual(notReady('earlier-levels-missing'))
    expect(refusedAs(factsOf(decide([], runs())), { ...demand, afterLevel: 1 })).toBe('accepted: FinalDemandSent')
    expect(refusedAs(played([demand]), { ...demand, demandId: 'FD2' })).toBe('DemandNotReady')
    expect(refusedAs(played([demand]), { ...done, on: day('2026-05-28') })).toBe('TooEarly')
    expect(refusedAs(played([demand, done]), done)).toBe('AlreadyEnded')
    expect(refusedAs(played([demand, done]), { ...demand, demandId: 'FD2' })).toBe('accepted: FinalDemandSent')
  })

  it('rest our own asking while an agency asks, and give it back', () => {
    const recall: DunningCommand = { _tag: 'RecallFromAgency', on, placementId: 'PL1', reason: 'paid to us' }
    expect(refusedAs(played([place]), runs())).toBe('NothingDue')
    expect(refusedAs(played([place]), { ...place, placementId: 'PL2' })).toBe('ItemPlaced')
    expect(refusedAs(played([place]), { ...recall, items: ['I2'] })).toBe('ItemNotPlaced')
    expect(refusedAs(played([place, recall]), recall)).toBe('AlreadyEnded')
    expect(refusedAs(played([place, recall]), runs())).toBe('accepted: NoticeDue')
    const told = { remittanceId: 'AR1', placementId: 'PL1', currency: 'EUR', collectedMinor: 100, commissionMinor: 10 }
    const remitted: DunningCommand = { _tag: 'RecordAgencyRemittance', on, ...told }
    expect(refusedAs(played([place]), { ...remitted, commissionMinor: 101 })).toBe('InvalidAmount')
    expect(refusedAs(played([place]), { ...remitted, currency: 'USD' })).toBe('CurrencyMismatch')
    expect(refusedAs(played([place, remitted]), remitted)).toBe('IdAlreadyUsed')
  })
})

describe('a notice by hand', () => {
  const give: DunningCommand = {
    _tag: 'GiveNotice',
    on,
    noticeId: 'N1',
    currency: 'EUR',
    level: 1,
    kind: 'reminder',
    channel: 'letter',
    items: [{ itemId: 'I1', instalmentNo: 1 }],
    by: 'carla',
    because: 'the sales desk asked for it',
  }

  it('asks for all that may be asked, and raises the level', () => {
    expect(factsOf(decide([], give))).toMatchObject([{ origin: 'manual', amountMinor: 500_00, by: 'carla' }])
    expect(refusedAs(played([give]), runs())).toBe('NothingDue')
    expect(refusedAs(played([give]), give)).toBe('IdAlreadyUsed')
  })

  it('asks for nothing that is disputed, nor for more than is open', () => {
    const disputed = around({ items: { I1: { disputedMinor: 400_00 } } })
    const asking = (amountMinor: number): DunningCommand => ({
      ...give,
      items: [{ itemId: 'I1', instalmentNo: 1, amountMinor }],
    })
    expect(refusedAs([], asking(100_01), disputed)).toBe('NothingToAsk')
    expect(refusedAs([], asking(100_00), disputed)).toBe('accepted: NoticeDue')
    expect(refusedAs([], asking(0))).toBe('InvalidAmount')
  })

  it('of another system is on record as sent', () => {
    expect(refusedAs([], { ...give, sent: true })).toBe('accepted: NoticeDue NoticeSent')
  })
})
