import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HeldDocument, placementFile, shippedPlacementNeeds } from '../../../src/index.js'

const document: fc.Arbitrary<HeldDocument> = fc.oneof(
  fc.constantFrom(...shippedPlacementNeeds.ofAccount).map((kind) => ({ kind, reference: `${kind}.pdf` })),
  fc
    .tuple(fc.constantFrom(...shippedPlacementNeeds.ofItem), fc.constantFrom('I1', 'I2', 'I3'))
    .map(([kind, itemId]) => ({ kind, itemId, reference: `${itemId}-${kind}.pdf` })),
)

describe('placementFile', () => {
  it('a document is held or missing, never both', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 14 }), (documents) => {
        const { held, missing } = placementFile(['I1', 'I2'], documents, shippedPlacementNeeds)
        const name = ({ kind, itemId }: { readonly kind: string; readonly itemId?: string }): string =>
          `${itemId ?? ''} ${kind}`
        const names = new Set([...held, ...missing].map(name))
        expect(names.size).toBe(5 + 2 * 3)
        for (const one of missing) expect(held.map(name)).not.toContain(name(one))
      }),
    )
  })

  it('is complete without what is optional, and for no item while the account lacks a paper', () => {
    const needs = {
      ofAccount: ['contract'],
      ofItem: ['invoice', 'purchase-order'],
      optional: ['purchase-order'],
    } as const
    const invoices: ReadonlyArray<HeldDocument> = [{ kind: 'invoice', itemId: 'I1', reference: '1' }]
    const contract: HeldDocument = { kind: 'contract', reference: '2' }
    expect(placementFile(['I1', 'I2'], [...invoices, contract], needs)).toMatchObject({
      complete: ['I1'],
      missing: [
        { kind: 'purchase-order', itemId: 'I1', optional: true },
        { kind: 'invoice', itemId: 'I2', optional: false },
        { kind: 'purchase-order', itemId: 'I2', optional: true },
      ],
    })
    expect(placementFile(['I1'], invoices, needs).complete).toEqual([])
  })
})
