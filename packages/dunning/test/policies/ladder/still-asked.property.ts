import { localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialDunning, type OwedInstalment, stillAsked, type UnappliedCredit } from '../../../src/index.js'

const on = localDate('2026-06-01')
const dueOn = localDate('2026-05-01')
const noticed = (itemId: string, amountMinor: number) => ({
  itemId,
  instalmentNo: 1,
  dueOn,
  daysPastDue: 20,
  openMinor: amountMinor,
  amountMinor,
})
const owed = (itemId: string, openMinor: number, disputedMinor: number): OwedInstalment => ({
  itemId,
  instalmentNo: 1,
  currency: 'EUR',
  openMinor,
  dueOn,
  issuedOn: dueOn,
  disputedMinor,
})
const credit = (amountMinor: number): UnappliedCredit => ({
  creditId: 'R1',
  currency: 'EUR',
  amountMinor,
  since: dueOn,
})
const minor = fc.nat(300)
const sent = (items: ReadonlyArray<OwedInstalment>, credits: ReadonlyArray<UnappliedCredit>) =>
  stillAsked(
    { lines: [noticed('I1', 100), noticed('I2', 200)], ignored: [], ladder: undefined },
    { items: items.filter(({ openMinor }) => openMinor > 0), credits, dunning: initialDunning() },
    on,
  )

describe('stillAsked', () => {
  it('a payment between the run and the sending is not asked for', () => {
    fc.assert(
      fc.property(minor, minor, minor, minor, minor, (open1, open2, disputed1, disputed2, inHand) => {
        const asked = sent([owed('I1', open1, disputed1), owed('I2', open2, disputed2)], [credit(inHand)])
        const free1 = Math.max(0, open1 - disputed1)
        const free2 = Math.max(0, open2 - disputed2)
        const total = asked.reduce((so, { amountMinor }) => so + amountMinor, 0)
        return (
          asked.every(({ amountMinor }, at) => amountMinor >= 0 && amountMinor <= [100, 200][at]!) &&
          asked[0]!.amountMinor <= free1 &&
          asked[1]!.amountMinor <= free2 &&
          total <= Math.max(0, free1 + free2 - inHand)
        )
      }),
    )
  })

  it('asks for what the notice asks where nothing has changed', () => {
    expect(sent([owed('I1', 100, 0), owed('I2', 200, 0)], []).map(({ amountMinor }) => amountMinor)).toEqual([100, 200])
  })

  it('leaves lines out that a later notice asks for, or that are not to go out', () => {
    const lines = [{ ...noticed('I1', 100), supersededBy: 'N2' }, noticed('I2', 200), noticed('I3', 50)]
    const account = { items: [owed('I1', 100, 0), owed('I2', 200, 0)], credits: [], dunning: initialDunning() }
    const ignored = [{ itemId: 'I3', instalmentNo: 1 }]
    expect(stillAsked({ lines, ignored, ladder: undefined }, account, on)).toEqual([
      { itemId: 'I2', instalmentNo: 1, amountMinor: 200 },
    ])
  })
})
