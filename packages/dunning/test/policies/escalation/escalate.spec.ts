import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { escalate, type EscalationCase, type EscalationItem, type EscalationPolicy } from '../../../src/index.js'

const policy: EscalationPolicy = {
  id: 'test',
  version: 1,
  finalDemandAfterDays: 15,
  agencyAfterDays: 10,
  agencyMinimums: [{ currency: 'EUR', minor: 250_00 }],
  minimumPer: 'item',
  guardsHold: 'item',
  needsApproval: false,
  needsDocuments: false,
}
const item = (itemId: string, openMinor: number, more: Partial<EscalationItem> = {}): EscalationItem => ({
  itemId,
  currency: 'EUR',
  openMinor,
  disputedMinor: 0,
  documentsComplete: true,
  ...more,
})
const noticed = (on: string, ...items: ReadonlyArray<EscalationItem>): EscalationCase => ({
  on: localDate(on),
  lastNoticeOn: localDate('2026-04-30'),
  approved: false,
  items,
})
const demanded = (on: string, ...items: ReadonlyArray<EscalationItem>): EscalationCase => ({
  ...noticed(on, ...items),
  finalDemandOn: localDate('2026-05-15'),
})

describe('escalate', () => {
  it('sends the final demand on the fifteenth day after the last notice, and not on the fourteenth', () => {
    expect(escalate(noticed('2026-05-14', item('A', 900_00)), policy)).toEqual({ _tag: 'NothingDue' })
    expect(escalate(noticed('2026-05-15', item('A', 900_00)), policy)).toEqual({
      _tag: 'SendFinalDemand',
      items: ['A'],
      held: [],
    })
  })

  it('places what reaches the least amount, and puts the rest before a person', () => {
    const items = [item('A', 250_00), item('B', 249_99)]
    expect(escalate(demanded('2026-05-24', ...items), policy)._tag).toBe('NothingDue')
    expect(escalate(demanded('2026-05-25', ...items), policy)).toMatchObject({ place: ['A'], review: ['B'] })
    expect(escalate(demanded('2026-05-25', ...items), { ...policy, minimumPer: 'account' })).toMatchObject({
      place: ['A', 'B'],
      review: [],
    })
    const reviewed = escalate(demanded('2026-06-25', item('B', 249_99, { reviewed: true })), policy)
    expect(reviewed._tag).toBe('NothingDue')
  })

  it('keeps a disputed item back and places the others, or holds the account, by policy', () => {
    const items = [item('A', 900_00, { disputedMinor: 1 }), item('B', 400_00)]
    expect(escalate(demanded('2026-05-26', ...items), policy)).toMatchObject({
      place: ['B'],
      held: [{ itemId: 'A', reason: 'dispute' }],
    })
    expect(escalate(demanded('2026-05-26', ...items), { ...policy, guardsHold: 'account' })).toEqual({
      _tag: 'HoldBack',
      from: 'placement',
      held: [
        { itemId: 'A', reason: 'dispute' },
        { itemId: 'B', reason: 'dispute' },
      ],
    })
  })

  it('waits for a promise through its last day, for a yes, and for the papers', () => {
    const promised = item('A', 900_00, { promisedUntil: localDate('2026-05-26') })
    const reason = (of: EscalationCase, under: EscalationPolicy = policy): string | undefined => {
      const step = escalate(of, under)
      return step._tag === 'HoldBack' ? step.held[0]?.reason : step._tag
    }
    expect(reason(demanded('2026-05-26', promised))).toBe('promise')
    expect(reason(demanded('2026-05-27', promised))).toBe('PlaceWithAgency')
    const strict = { ...policy, needsApproval: true, needsDocuments: true }
    const bare = item('A', 900_00, { documentsComplete: false })
    expect(reason(demanded('2026-05-26', bare), strict)).toBe('approval')
    expect(reason({ ...demanded('2026-05-26', bare), approved: true }, strict)).toBe('documents')
    expect(reason({ ...noticed('2026-05-26', bare), approved: true }, strict)).toBe('SendFinalDemand')
  })

  it('stops when the money came in', () => {
    expect(escalate(demanded('2026-05-26', item('A', 0)), policy)).toEqual({ _tag: 'NothingDue' })
  })
})
