/** The row of an item: what its document says, how it stands, and what the evidence makes of it. */
import type { DocumentBody } from '@quittance/invoicing'
import type { CausedItem, ProductAmount } from './caused-item.js'
import type { ItemDossier } from './item-dossier.js'
import type { WeighedEvidence } from './weigh-evidence.js'

/** @internal */
export const causedItem = ({ issued, standing, customer }: ItemDossier, weighed: WeighedEvidence): CausedItem => {
  const { fact } = issued
  const salesRepId = fact._tag === 'InvoiceIssued' ? fact.salesRepId : undefined
  return {
    itemId: fact.documentId,
    customer,
    currency: fact.currency,
    ...(salesRepId === undefined ? {} : { salesRepId }),
    products: productsOf(fact),
    issuedOn: fact.on,
    billedMinor: fact.totals.payableMinor,
    ...standing,
    ...weighed,
  }
}

const productsOf = ({ lines }: DocumentBody): ReadonlyArray<ProductAmount> => {
  const byProduct = new Map<string, number>()
  for (const { productId, netMinor } of lines)
    if (productId !== undefined) byProduct.set(productId, (byProduct.get(productId) ?? 0) + netMinor)
  return byProduct.size === 0 ? none : [...byProduct].map(([productId, netMinor]) => ({ productId, netMinor }))
}

const none: ReadonlyArray<ProductAmount> = []
