import { addDays, decimal, type LocalDate, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openItems, realisedExchange, revalue } from '../src/index.js'
import { asOf, newScene, type Scene } from './account/scene.js'
import { endOfTime } from './account/histories.js'

/** A USD invoice carried in EUR, and what became of it: paid in parts at other rates, some of that taken back. */
interface Life {
  readonly invoicedMinor: number
  readonly baseMinor: number
  readonly payments: ReadonlyArray<{
    readonly share: number
    readonly baseMinor: number
    readonly day: number
    readonly undoneAfter: number | undefined
  }>
}

const lives: fc.Arbitrary<Life> = fc.record({
  invoicedMinor: fc.integer({ min: 10, max: 99_999 }),
  baseMinor: fc.integer({ min: 1, max: 99_999 }),
  payments: fc.array(
    fc.record({
      share: fc.integer({ min: 1, max: 100 }),
      baseMinor: fc.integer({ min: 1, max: 99_999 }),
      day: fc.integer({ min: 0, max: 20 }),
      undoneAfter: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    }),
    { maxLength: 5 },
  ),
})

const firstDay = localDate('2026-01-05')

const play = ({ invoicedMinor, baseMinor, payments }: Life): Scene => {
  const scene = newScene()
  const exchange = { baseCurrency: 'EUR', baseMinor }
  const document = { documentId: 'I', currency: 'USD', lines: [{ netMinor: invoicedMinor }], exchange }
  scene.run({ _tag: 'IssueInvoice', on: firstDay, ...document })
  let on: LocalDate = firstDay
  for (const [index, payment] of payments.entries()) {
    const [open] = openItems(scene.view, asOf('9999-12-30'))
    if (open === undefined) break
    const minor = Math.max(Math.floor((open.openMinor * payment.share) / 100), 1)
    const ids = { receiptId: `R${index}`, applicationId: `A${index}` }
    const amount = { currency: 'USD', minor }
    on = addDays(on, payment.day)
    scene.run({
      _tag: 'RecordReceipt',
      on,
      receiptId: ids.receiptId,
      amount,
      method: 'wire',
      exchange: { baseCurrency: 'EUR', baseMinor: payment.baseMinor },
    })
    scene.run({ _tag: 'ApplyCash', on, receiptId: ids.receiptId, lines: [{ ...ids, itemId: 'I', amount }] })
    if (payment.undoneAfter === undefined) continue
    on = addDays(on, payment.undoneAfter)
    const { applicationId } = ids
    scene.run({ _tag: 'Unapply', on, applicationId, because: 'reallocation', reason: 'wrong invoice' })
  }
  return scene
}

const rates = { baseCurrency: 'EUR', rates: { USD: decimal('0.9') } }

describe('values in the base currency', () => {
  it('a revaluation changes no item', () => {
    fc.assert(
      fc.property(lives, fc.nat(120), (life, days) => {
        const { view } = play(life)
        const at = asOf(addDays(firstDay, days))
        const before = openItems(view, at)
        const { items, currencies } = revalue(view, at, rates)
        expect(openItems(view, at)).toEqual(before)
        expect(revalue(view, at, rates).items).toEqual(items)
        expect(items.map(({ openMinor }) => openMinor)).toEqual(before.map(({ openMinor }) => openMinor))
        for (const { revaluedBaseMinor, carryingBaseMinor, unrealisedBaseMinor } of [...items, ...currencies])
          expect(unrealisedBaseMinor).toBe(revaluedBaseMinor - carryingBaseMinor)
      }),
    )
  })

  it('carrying value of what is open, and what is realised, account for every receipt applied', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { view, facts } = play(life)
        const [item] = revalue(view, asOf('9999-12-30'), rates).items
        let givenMinor = 0
        for (const { fact } of facts) {
          if (fact._tag === 'CashApplied') givenMinor += fact.exchange?.sourceBaseMinor ?? 0
          if (fact._tag === 'CashUnapplied') givenMinor -= fact.exchange?.sourceBaseMinor ?? 0
        }
        const period = { from: firstDay, to: localDate('9999-12-30'), knownAt: endOfTime }
        const [total] = realisedExchange(view, period).totals
        const clearedMinor = life.baseMinor - (item?.carryingBaseMinor ?? 0)
        expect(total?.realisedBaseMinor ?? 0).toBe(givenMinor - clearedMinor)
      }),
    )
  })

  it('the results of a period and of the next are those of both', () => {
    fc.assert(
      fc.property(lives, fc.nat(60), (life, days) => {
        const { view } = play(life)
        const cut = addDays(firstDay, days)
        const end = localDate('9999-12-30')
        const sum = (from: LocalDate, to: LocalDate): number =>
          realisedExchange(view, { from, to, knownAt: endOfTime }).totals[0]?.realisedBaseMinor ?? 0
        expect(sum(firstDay, cut) + sum(addDays(cut, 1), end)).toBe(sum(firstDay, end))
      }),
    )
  })
})
