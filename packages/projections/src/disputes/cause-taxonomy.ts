/** What can be behind an item that is not paid, and whose work it was: a table with a version, so that a report can be made again. */

/** A cause and the departments that own it, the first of them before all. @category model @since 0.1.0 */
export interface CauseEntry {
  readonly cause: string
  readonly meaning: string
  /** Empty where nobody owns it yet. */
  readonly departments: ReadonlyArray<string>
  /** Whether we made it ourselves, before the item was due. */
  readonly upstream: boolean
}

/** Causes with a version. `unknown` is always one of them. @category policies @since 0.1.0 */
export interface CauseTaxonomy {
  readonly id: string
  readonly version: number
  readonly causes: ReadonlyArray<CauseEntry>
}

const ours = (cause: string, meaning: string, ...departments: ReadonlyArray<string>): CauseEntry => ({
  cause,
  meaning,
  departments,
  upstream: true,
})

const theirs = (cause: string, meaning: string): CauseEntry => ({
  cause,
  meaning,
  departments: ['customer'],
  upstream: false,
})

/** The cause of what nobody has looked into. @category policies @since 0.1.0 */
export const unknownCause: CauseEntry = {
  cause: 'unknown',
  meaning: 'not yet coded',
  departments: [],
  upstream: false,
}

/** The shipped taxonomy. @category policies @since 0.1.0 */
export const shippedCauses: CauseTaxonomy = {
  id: 'causes',
  version: 1,
  causes: [
    ours('pricing_error', 'price, extension, list against contract', 'pricing', 'sales'),
    ours('discount_terms_mismatch', 'terms or discount differ from the agreement', 'sales_order_entry'),
    theirs('unearned_discount', 'the customer took a late discount'),
    ours('quantity', 'billed against received quantity', 'logistics', 'warehouse'),
    ours('shortage', 'not received, wholly or in part', 'logistics'),
    ours('damaged_goods', 'damage in transit or at receipt', 'logistics', 'carrier'),
    ours('quality', 'rejected quality', 'production', 'quality'),
    ours('wrong_product', 'substitution, wrong item', 'warehouse'),
    ours('return', 'credit for a return not issued', 'logistics', 'billing'),
    ours('late_delivery', 'late or early shipment', 'logistics', 'planning'),
    ours('freight', 'freight charged against the terms', 'logistics', 'billing'),
    ours('wrong_po', 'purchase order missing, wrong, closed', 'sales_order_entry'),
    ours('wrong_address', 'invoice sent to the wrong place', 'master_data'),
    ours('invoice_not_received', 'the channel of delivery failed', 'billing', 'master_data'),
    ours('missing_document', 'proof of delivery, certificate, shipping notice', 'logistics', 'billing'),
    ours('duplicate_billing', 'billed twice', 'billing'),
    ours('wrong_tax', 'rate, exemption, VAT id', 'tax'),
    ours('wrong_currency_fx', 'currency or rate disagreement', 'billing', 'treasury'),
    ours('trade_promotion', 'promotion, advertising, volume rebate', 'sales', 'trade_marketing'),
    ours('late_charge_contested', 'interest or fee refused', 'collections'),
    ours('prior_error', 'correction of an earlier payment', 'cash_application'),
    ours('payment_application_error', 'our posting wrong or late', 'cash_application'),
    ours('no_open_item', 'the customer pays an unknown item', 'cash_application'),
    ours('special_charge', 'surcharge refused', 'sales'),
    theirs('customer_cash_flow', 'the customer is short of money'),
    theirs('customer_refusal', 'the customer refuses without a reason that holds'),
    theirs('customer_admin', 'the customer is slow to approve or to pay'),
    unknownCause,
  ],
}

/**
 * The entry of a cause; a word that the taxonomy does not have is `unknown`.
 *
 * @example
 * causeEntry(shippedCauses, 'wrong_tax').departments // => ['tax']
 * causeEntry(shippedCauses, 'moon phase').cause // => 'unknown'
 * @category policies
 * @since 0.1.0
 */
export const causeEntry = ({ causes }: CauseTaxonomy, cause: string): CauseEntry =>
  causes.find((entry) => entry.cause === cause) ?? unknownCause
