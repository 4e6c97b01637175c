import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { Scene } from '../../account/scene.js'
import { causeOf, explained } from '../books.js'
import { invoicedOn, sale, today } from '../trade-story.js'

type Outcome = Extract<Parameters<Scene['run']>[0], { readonly _tag: 'RecordDelivery' }>['outcome']

const record = (on: string, outcome: Outcome): Parameters<Scene['run']>[0] => ({
  _tag: 'RecordDelivery',
  on: localDate(on),
  documentId: 'INV-1',
  outcome,
})
const bounced = (reason: string): Outcome => ({ _tag: 'Bounced', channel: 'e-mail', reason })
const delivered: Outcome = { _tag: 'Delivered', channel: 'e-mail' }

describe('an invoice on its way', () => {
  it('came late when less than half of the agreed time was left', () => {
    const cameOn = (on: string): unknown => {
      const { cause, tags } = explained(sale({ sentOn: on }), 'INV-1', today).item
      return [cause, tags[0]?.role]
    }
    expect(cameOn('2026-01-17')).toEqual(['unknown', undefined])
    expect(cameOn('2026-01-18')).toEqual(['unknown', 'weak'])
    expect(cameOn('2026-01-25')).toEqual(['unknown', 'weak'])
    expect(cameOn('2026-01-26')).toEqual(['invoice_not_received', 'first'])
    const { item } = explained(sale({ sentOn: '2026-01-26' }), 'INV-1', today)
    expect(item).toMatchObject({ department: 'billing', confidence: 80 })
    expect(item.tags[0]).toMatchObject({
      happenedOn: invoicedOn,
      positions: [3, 4],
      because: { days: 16, leftDays: 14 },
    })
  })

  it('was there when the customer opened it, though nobody recorded that it arrived', () => {
    const scene = sale({ sentOn: 'never' }).run(record('2026-01-12', { _tag: 'Viewed' }))
    expect(causeOf(scene, 'INV-1', today)).toBe('unknown')
  })

  it('bounced off an address that nobody has, or a channel that does not work', () => {
    const back = (reason: string): string =>
      causeOf(sale({ sentOn: 'never' }).run(record(invoicedOn, bounced(reason))), 'INV-1', today)
    expect(back('no such user here')).toBe('wrong_address')
    expect(back('Mailbox is full')).toBe('invoice_not_received')
  })

  it('bounced without harm where it was there within a week all the same', () => {
    const mended = (on: string): string => {
      const scene = sale({ sentOn: 'never' })
        .run(record(invoicedOn, bounced('unknown')))
        .run(record(on, delivered))
      return causeOf(scene, 'INV-1', today)
    }
    expect(mended('2026-01-17')).toBe('unknown')
    expect(mended('2026-01-18')).toBe('wrong_address')
  })

  it('was refused: the code counts by its table, the words by what they speak of', () => {
    const refused = (reason: string, code?: string): Scene =>
      sale().run(record('2026-01-20', { _tag: 'Rejected', reason, ...(code === undefined ? {} : { code }) }))
    expect(explained(refused('see code', '17'), 'INV-1', today).item).toMatchObject({
      cause: 'wrong_po',
      confidence: 85,
    })
    expect(explained(refused('the VAT id is wrong'), 'INV-1', today).item).toMatchObject({
      cause: 'wrong_tax',
      confidence: 70,
    })
    const unread = explained(refused('not for us', 'ZZ-9'), 'INV-1', today).item
    expect([unread.cause, unread.tags.map(({ rawCode }) => rawCode)]).toEqual(['unknown', ['ZZ-9', 'not for us']])
  })
})
