import { addDays, type LocalDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { type AccountOnDay, askInCampaign, initialDunning, type OwedInstalment } from '../../../src/index.js'
import { start } from '../../ladders.js'
import { campaign } from './campaigns.js'

const item = (parts: Partial<OwedInstalment> = {}): OwedInstalment => ({
  itemId: 'I1',
  instalmentNo: 1,
  currency: 'EUR',
  openMinor: 200_00,
  dueOn: start,
  issuedOn: start,
  disputedMinor: 0,
  ...parts,
})
const account = (items: ReadonlyArray<OwedInstalment>, parts: Partial<AccountOnDay> = {}): AccountOnDay => ({
  items,
  credits: [],
  dunning: initialDunning(),
  ...parts,
})
const on: LocalDate = addDays(start, 1)
const asks = (account: AccountOnDay, day: LocalDate = on) =>
  askInCampaign(campaign(), account, day, true).map(({ attempt, currency, lines }) => [
    attempt,
    currency,
    lines.map(({ amountMinor }) => amountMinor),
  ])

describe('askInCampaign', () => {
  it('asks for what is past due from the day after the due day, once the threshold is reached', () => {
    expect(asks(account([item()]))).toEqual([[1, 'EUR', [200_00]]])
    expect(asks(account([item()]), start)).toEqual([])
    expect(asks(account([item({ openMinor: 150_00 })]))).toEqual([[1, 'EUR', [150_00]]])
    expect(asks(account([item({ openMinor: 149_99 })]))).toEqual([])
  })

  it('leaves out what is disputed, promised or in hand, and asks for nothing below the threshold', () => {
    expect(asks(account([item({ disputedMinor: 50_00 })]))).toEqual([[1, 'EUR', [150_00]]])
    expect(asks(account([item({ disputedMinor: 50_01 })]))).toEqual([])
    const promised = { amountMinor: 60_00, until: on }
    expect(asks(account([item({ promised })]))).toEqual([])
    expect(asks(account([item({ promised })]), addDays(on, 1))).toEqual([[1, 'EUR', [200_00]]])
    const credit = { creditId: 'R1', currency: 'EUR' as const, amountMinor: 60_00, since: start }
    expect(asks(account([item()], { credits: [credit] }))).toEqual([])
  })
})
