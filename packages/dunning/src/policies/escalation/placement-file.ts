/** What goes to the agency with an account: which documents are there, and which are missing, for each item and for the account. */

/** A kind of document that an agency asks for. @category model @since 0.1.0 */
export type PlacementDocument =
  | 'credit-application'
  | 'contract'
  | 'statement'
  | 'guarantee'
  | 'call-notes'
  | 'invoice'
  | 'purchase-order'
  | 'proof-of-delivery'

/** A document that is there: of an item, or of the account. @category model @since 0.1.0 */
export interface HeldDocument {
  readonly kind: PlacementDocument
  readonly itemId?: string
  /** Where it is: a number, a path, a link. */
  readonly reference: string
}

/** Which documents an agency needs, as data. @category policies @since 0.1.0 */
export interface PlacementFileNeeds {
  readonly ofAccount: ReadonlyArray<PlacementDocument>
  readonly ofItem: ReadonlyArray<PlacementDocument>
  /** Listed when missing, but placed without. */
  readonly optional: ReadonlyArray<PlacementDocument>
}

/** The list of R-110; a guarantee and a purchase order are not there for every debt. @category policies @since 0.1.0 */
export const shippedPlacementNeeds: PlacementFileNeeds = {
  ofAccount: ['credit-application', 'contract', 'statement', 'guarantee', 'call-notes'],
  ofItem: ['invoice', 'purchase-order', 'proof-of-delivery'],
  optional: ['guarantee', 'purchase-order'],
}

/** A document that is missing. @category model @since 0.1.0 */
export interface MissingDocument {
  readonly kind: PlacementDocument
  readonly itemId?: string
  readonly optional: boolean
}

/** The file of a placement. @category model @since 0.1.0 */
export interface PlacementFile {
  readonly held: ReadonlyArray<HeldDocument>
  readonly missing: ReadonlyArray<MissingDocument>
  /** Items for which nothing that is needed is missing, neither theirs nor the account's. */
  readonly complete: ReadonlyArray<string>
}

/**
 * The documents of a placement, there and missing, in the order of the needs.
 *
 * @law a document is held or missing, never both
 * @example
 * placementFile(['I1'], [{ kind: 'invoice', itemId: 'I1', reference: 'I1.pdf' }], { ofAccount: [], ofItem: ['invoice'], optional: [] }).complete // => ['I1']
 * @category policies
 * @since 0.1.0
 */
export const placementFile = (
  items: ReadonlyArray<string>,
  documents: ReadonlyArray<HeldDocument>,
  needs: PlacementFileNeeds,
): PlacementFile => {
  const isThere = (kind: PlacementDocument, itemId?: string): boolean =>
    documents.some((held) => held.kind === kind && held.itemId === itemId)
  const optional = (kind: PlacementDocument): boolean => needs.optional.includes(kind)
  const ofAccount = needs.ofAccount
    .filter((kind) => !isThere(kind))
    .map((kind): MissingDocument => ({ kind, optional: optional(kind) }))
  const ofItems = items.flatMap((itemId) =>
    needs.ofItem
      .filter((kind) => !isThere(kind, itemId))
      .map((kind): MissingDocument => ({ kind, itemId, optional: optional(kind) })),
  )
  const missing = [...ofAccount, ...ofItems]
  const wanting = missing.filter((one) => !one.optional)
  return {
    held: documents.filter(({ itemId }) => itemId === undefined || items.includes(itemId)),
    missing,
    complete: items.filter((item) => wanting.every(({ itemId }) => itemId !== undefined && itemId !== item)),
  }
}
