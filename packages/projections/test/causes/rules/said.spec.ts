import { decimal, localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { Scene } from '../../account/scene.js'
import { causeOf, explained } from '../books.js'
import { firstLine, sale, today, withExcuse } from '../trade-story.js'

const dispute = (cause: string | undefined, claimCode?: string): Parameters<Scene['run']>[0] => ({
  _tag: 'RaiseDispute',
  on: localDate('2026-02-01'),
  disputeId: 'D-1',
  documentId: 'INV-1',
  ...(cause === undefined ? {} : { cause }),
  ...(claimCode === undefined ? {} : { claimCode }),
})
/** A part of what is disputed, as what is accepted must be. */
const credited = {
  _tag: 'IssueCreditNote',
  on: localDate('2026-02-10'),
  documentId: 'CN-1',
  currency: 'EUR',
  lines: [{ netMinor: 10_00, tax: { category: 'S', ratePercent: decimal('19') } }],
  reason: 'as agreed',
  precedingId: 'INV-1',
} as const
const partlyAccepted = {
  _tag: 'ResolveDispute',
  on: localDate('2026-02-10'),
  disputeId: 'D-1',
  outcome: 'partly-accepted',
  creditNoteId: 'CN-1',
} as const
const confirm = (on: string, cause: string): Parameters<Scene['run']>[0] => ({
  _tag: 'ConfirmRootCause',
  on: localDate(on),
  documentId: 'INV-1',
  cause,
  by: 'a.roth',
  because: 'called the buyer',
})
const hold = (reasonCode: string, cause?: string): Parameters<Scene['run']>[0] => ({
  _tag: 'RecordDeduction',
  on: localDate('2026-02-09'),
  deductionId: 'DED-1',
  itemId: 'INV-1',
  amount: money('EUR', 50_00),
  reasonCode,
  ...(cause === undefined ? {} : { cause }),
})

describe('what people say of a cause', () => {
  it('a person who confirmed it tops an accepted dispute; a later confirmation stands instead of the earlier', () => {
    const scene = sale()
      .run(dispute('freight'))
      .run(credited)
      .run(partlyAccepted)
      .run(confirm('2026-02-20', 'wrong_tax'))
      .run(confirm('2026-02-15', 'quality'))
    const { item } = explained(scene, 'INV-1', today)
    expect(item).toMatchObject({ cause: 'wrong_tax', confidence: 100, conflicts: ['freight'] })
    expect(item.tags[0]?.because).toMatchObject({ by: 'a.roth', superseded: 1 })
    expect(causeOf(scene, 'INV-1', '2026-02-16')).toBe('quality')
    expect(causeOf(scene, 'INV-1', '2026-02-14')).toBe('freight')
  })

  it('a claim with a code is surer than a bare one, and the code counts where no cause was named', () => {
    expect(explained(sale().run(dispute('quality')), 'INV-1', today).item.confidence).toBe(65)
    expect(explained(sale().run(dispute(undefined, '05')), 'INV-1', today).item).toMatchObject({
      cause: 'quality',
      confidence: 75,
    })
  })

  it('a claim that our papers contradict says nothing until it is accepted', () => {
    const scene = sale().run(dispute('pricing_error'))
    expect(explained(scene, 'INV-1', today).item).toMatchObject({
      cause: 'unknown',
      tags: [{ rule: 'raised-dispute', role: 'weak', lostBy: 'contradicted', confidence: 40 }],
    })
    scene.run(credited).run(partlyAccepted)
    expect(causeOf(scene, 'INV-1', today)).toBe('pricing_error')
  })

  it('a claim that our papers bear out is surer for it', () => {
    const scene = sale({ invoice: firstLine({ unitPrice: decimal('110') }) }).run(dispute('pricing_error'))
    expect(explained(scene, 'INV-1', today).item).toMatchObject({
      cause: 'pricing_error',
      confidence: 70,
      tags: [
        { rule: 'raised-dispute', role: 'first' },
        { rule: 'price-mismatch', role: 'agrees' },
      ],
    })
  })

  it('a deduction is a claim by its code, says more once it is accepted, and nothing once it is rejected', () => {
    expect(explained(sale().run(hold('46')), 'INV-1', today).item).toMatchObject({ cause: 'freight', confidence: 70 })
    expect(causeOf(sale().run(hold('none-stated')), 'INV-1', today)).toBe('unknown')
    const rejected = sale()
      .run(hold('46'))
      .run({
        _tag: 'RejectDeduction',
        on: localDate('2026-02-12'),
        deductionId: 'DED-1',
        reason: 'agreed',
      })
    expect(causeOf(rejected, 'INV-1', today)).toBe('unknown')
  })

  it('a code on the advice of a payment is a claim', () => {
    const scene = sale().run({
      _tag: 'RecordRemittance',
      on: localDate('2026-02-09'),
      remittanceId: 'RM-1',
      currency: 'EUR',
      lines: [
        { documentId: 'INV-1', paidMinor: 1259_00, deductions: [{ amountMinor: 50_00, code: '46' }] },
        { documentId: 'INV-9', deductions: [{ amountMinor: 1_00, code: '05' }] },
      ],
    })
    const { item } = explained(scene, 'INV-1', today)
    expect([item.cause, item.tags.length, item.tags[0]?.positions]).toEqual(['freight', 1, [5]])
  })
})

describe('an excuse', () => {
  it('counts where nothing else speaks, by the cause that was seen in it or by its words', () => {
    const excused = withExcuse(sale(), '2026-02-20', { items: ['INV-1'], code: 'cash-flow' })
    expect(explained(excused, 'INV-1', today).item).toMatchObject({
      cause: 'customer_cash_flow',
      upstream: false,
      confidence: 60,
    })
  })

  it('that blames us counts once it is said again on another day, and not beside another one', () => {
    const said = (on: string, cause: string, before: Parameters<typeof withExcuse>[0] = sale()): typeof before =>
      withExcuse(before, on, { items: ['INV-1'], code: 'E7', cause })
    const once = said('2026-02-20', 'quality')
    expect(explained(once, 'INV-1', today).item).toMatchObject({
      cause: 'unknown',
      tags: [{ cause: 'quality', role: 'weak', confidence: 45 }],
    })
    expect(causeOf(said('2026-02-20', 'quality', once), 'INV-1', today)).toBe('unknown')
    expect(causeOf(said('2026-02-27', 'quality', once), 'INV-1', today)).toBe('quality')
    expect(causeOf(said('2026-02-27', 'freight', once), 'INV-1', today)).toBe('unknown')
  })

  it('is overruled by a late goods delivery, a bounce, anything that papers show', () => {
    const scene = sale({ invoice: firstLine({ unitPrice: decimal('110') }) })
    const { item } = explained(withExcuse(scene, '2026-02-20', { code: 'cash-flow' }), 'INV-1', today)
    expect([item.cause, item.conflicts]).toEqual(['pricing_error', ['customer_cash_flow']])
  })

  it('that the invoice never came says nothing where it did', () => {
    const excuse = { items: ['INV-1'], code: 'invoice-not-received' }
    expect(causeOf(withExcuse(sale(), '2026-02-20', excuse), 'INV-1', today)).toBe('unknown')
    const unsent = withExcuse(withExcuse(sale({ sentOn: 'never' }), '2026-02-20', excuse), '2026-02-27', excuse)
    expect(causeOf(unsent, 'INV-1', today)).toBe('invoice_not_received')
  })

  it('for the account is one for what was due by then', () => {
    expect(causeOf(withExcuse(sale(), '2026-02-10', { code: 'cash-flow' }), 'INV-1', today)).toBe('customer_cash_flow')
    expect(causeOf(withExcuse(sale(), '2026-02-09', { code: 'cash-flow' }), 'INV-1', today)).toBe('unknown')
  })
})
