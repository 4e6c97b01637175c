/** Who a simulated customer is: how it pays, what was agreed with it, and how it speaks. */
import { decimal } from '@quittance/kernel'
import type { PaymentTerms, Tax } from '@quittance/invoicing'
import type { Luck } from '../payers/luck.js'
import { type Dialect, drawDialect } from './dialect.js'
import type { UpstreamMix } from './upstream-mix.js'

/** A customer. @internal */
export interface Trader {
  /** Pays late without any reason of ours. */
  readonly isSlow: boolean
  /** Never disputes and never deducts. */
  readonly isMeek: boolean
  readonly days: number
  /** Terms count from the goods, not from the invoice. */
  readonly fromDelivery: boolean
  readonly discountPercent: number
  readonly tax: Tax
  readonly freightFree: boolean
  readonly needsPurchaseOrder: boolean
  /** One purchase order for all of the year. */
  readonly blanketOrder: boolean
  readonly billTo: string
  readonly channel: 'e-mail' | 'portal' | 'letter'
  readonly salesRepId: string
  readonly branch: string
  readonly dialect: Dialect
}

/** @internal */
export const standardTax: Tax = { category: 'S', ratePercent: decimal('19') }
const taxes: ReadonlyArray<Tax> = [
  standardTax,
  standardTax,
  standardTax,
  { category: 'S', ratePercent: decimal('7') },
  { category: 'E', ratePercent: decimal('0') },
]

/** @internal */
export const drawTrader = (luck: Luck, mix: UpstreamMix): Trader => ({
  isSlow: luck.perMille(mix.slowPayers),
  isMeek: luck.perMille(mix.meekCustomers),
  days: [14, 30, 30, 30, 45, 60][luck.between(0, 5)] ?? 30,
  fromDelivery: luck.perMille(150),
  discountPercent: luck.perMille(250) ? luck.between(2, 3) : 0,
  tax: taxes[luck.between(0, taxes.length - 1)] ?? standardTax,
  freightFree: luck.perMille(600),
  needsPurchaseOrder: luck.perMille(600),
  blanketOrder: luck.perMille(200),
  billTo: `accounts-${luck.between(100, 999)}@customer.example`,
  channel: (['e-mail', 'portal', 'letter'] as const)[luck.between(0, 2)] ?? 'e-mail',
  salesRepId: `V-${luck.between(1, 8)}`,
  branch: ['north', 'south', 'west'][luck.between(0, 2)] ?? 'north',
  dialect: drawDialect(luck, mix),
})

/** So many days after the invoice or the goods, with a discount for ten days or without. @internal */
export const termsOf = (days: number, discountPercent: number, fromDelivery = false): PaymentTerms => ({
  id: `net-${days}${fromDelivery ? '-goods' : ''}${discountPercent > 0 ? `-${discountPercent}-10` : ''}`,
  version: 1,
  parts: [{ share: { _tag: 'Balance' }, due: { ...(fromDelivery ? { base: 'delivery-date' as const } : {}), days } }],
  ...(discountPercent > 0
    ? {
        discount: {
          taxMode: 'reduce-on-payment' as const,
          base: 'total' as const,
          graceDays: 0,
          tiers: [{ percent: decimal(String(discountPercent)), days: 10 }],
        },
      }
    : {}),
})
