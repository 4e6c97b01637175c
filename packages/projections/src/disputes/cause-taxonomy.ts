/** What can be behind an item that is not paid, and whose work it was: a table with a version, so that a report can be made again. */

/** Where in the order-to-cash chain a cause sits, in the order in which an order passes them; `unknown` is no place and comes last. @category model @since 0.1.0 */
export type CauseStage =
  | 'sales'
  | 'order-entry'
  | 'credit'
  | 'fulfilment'
  | 'billing'
  | 'cash-application'
  | 'collections'
  | 'customer'
  | 'third-party'
  | 'unknown'

/** The stages in their order. @category model @since 0.1.0 */
export const causeStages: ReadonlyArray<CauseStage> = [
  'sales',
  'order-entry',
  'credit',
  'fulfilment',
  'billing',
  'cash-application',
  'collections',
  'customer',
  'third-party',
  'unknown',
]

/** The three commonest reasons of late payment: no money, a clerical error, terms that were misread. @category model @since 0.1.0 */
export type CauseFamily = 'liquidity' | 'administrative' | 'terms'

/** A cause and the departments that own it, the first of them before all. @category model @since 0.1.0 */
export interface CauseEntry {
  readonly cause: string
  readonly meaning: string
  readonly stage: CauseStage
  readonly family: CauseFamily
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

const ours = (
  stage: CauseStage,
  cause: string,
  meaning: string,
  ...departments: ReadonlyArray<string>
): CauseEntry => ({ cause, meaning, stage, family: 'administrative', departments, upstream: true })

const ofTerms = (entry: CauseEntry): CauseEntry => ({ ...entry, family: 'terms' })

const theirs = (family: CauseFamily, cause: string, meaning: string): CauseEntry => ({
  cause,
  meaning,
  stage: 'customer',
  family,
  departments: ['customer'],
  upstream: false,
})

/** The cause of what nobody has looked into. @category policies @since 0.1.0 */
export const unknownCause: CauseEntry = {
  cause: 'unknown',
  meaning: 'not yet coded',
  stage: 'unknown',
  family: 'administrative',
  departments: [],
  upstream: false,
}

/** The shipped taxonomy. @category policies @since 0.1.0 */
export const shippedCauses: CauseTaxonomy = {
  id: 'causes',
  version: 1,
  causes: [
    ours('sales', 'pricing_error', 'price, extension, list against contract', 'pricing', 'sales'),
    ofTerms(
      ours(
        'order-entry',
        'discount_terms_mismatch',
        'terms or discount differ from the agreement',
        'sales_order_entry',
      ),
    ),
    theirs('terms', 'unearned_discount', 'the customer took a late discount'),
    ours('fulfilment', 'quantity', 'billed against received quantity', 'logistics', 'warehouse'),
    ours('fulfilment', 'shortage', 'not received, wholly or in part', 'logistics'),
    ours('fulfilment', 'damaged_goods', 'damage in transit or at receipt', 'logistics', 'carrier'),
    ours('fulfilment', 'quality', 'rejected quality', 'production', 'quality'),
    ours('fulfilment', 'wrong_product', 'substitution, wrong item', 'warehouse'),
    ours('fulfilment', 'return', 'credit for a return not issued', 'logistics', 'billing'),
    ours('fulfilment', 'late_delivery', 'late or early shipment', 'logistics', 'planning'),
    ofTerms(ours('fulfilment', 'freight', 'freight charged against the terms', 'logistics', 'billing')),
    ours('order-entry', 'wrong_po', 'purchase order missing, wrong, closed', 'sales_order_entry'),
    ours('order-entry', 'wrong_address', 'invoice sent to the wrong place', 'master_data'),
    ours('credit', 'credit_block', 'held back or limited by credit without need', 'credit'),
    ours('billing', 'invoice_not_received', 'the channel of delivery failed', 'billing', 'master_data'),
    ours('fulfilment', 'missing_document', 'proof of delivery, certificate, shipping notice', 'logistics', 'billing'),
    ours('billing', 'duplicate_billing', 'billed twice', 'billing'),
    ours('billing', 'wrong_tax', 'rate, exemption, VAT id', 'tax'),
    ours('billing', 'wrong_currency_fx', 'currency or rate disagreement', 'billing', 'treasury'),
    ofTerms(ours('sales', 'trade_promotion', 'promotion, advertising, volume rebate', 'sales', 'trade_marketing')),
    ofTerms(ours('collections', 'late_charge_contested', 'interest or fee refused', 'collections')),
    ours('cash-application', 'prior_error', 'correction of an earlier payment', 'cash_application'),
    ours('cash-application', 'payment_application_error', 'our posting wrong or late', 'cash_application'),
    ours('cash-application', 'no_open_item', 'the customer pays an unknown item', 'cash_application'),
    ofTerms(ours('sales', 'special_charge', 'surcharge refused', 'sales')),
    theirs('liquidity', 'customer_cash_flow', 'the customer is short of money'),
    theirs('administrative', 'customer_refusal', 'the customer refuses without a reason that holds'),
    theirs('administrative', 'customer_admin', 'the customer is slow to approve or to pay'),
    {
      cause: 'payment_in_transit',
      meaning: 'a bank, portal or carrier kept the payment or the paper',
      stage: 'third-party',
      family: 'administrative',
      departments: ['third_party'],
      upstream: false,
    },
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
