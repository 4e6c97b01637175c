/** Causes in free words: reasons of credit notes and refusals, codes of excuses. Data with a version, for any language. */
import type { CodeMapping } from '../disputes/code-mapping.js'

const phrases: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
  [
    'pricing_error',
    ['price', 'prices', 'priced', 'pricing', 'overcharge', 'overcharged', 'contract rate', 'list price'],
  ],
  [
    'discount_terms_mismatch',
    ['terms', 'payment terms', 'discount not granted', 'agreed discount', 'missing discount'],
  ],
  ['unearned_discount', ['unearned discount', 'late discount', 'discount taken late']],
  ['quantity', ['quantity', 'quantities', 'overbilled quantity', 'wrong number of units', 'billed quantity']],
  [
    'shortage',
    [
      'short',
      'shortage',
      'short shipped',
      'short delivery',
      'short shipment',
      'not received',
      'goods not received',
      'missing goods',
      'missing items',
    ],
  ],
  ['damaged_goods', ['damage', 'damaged', 'damages', 'broken', 'breakage', 'damaged goods']],
  ['quality', ['quality', 'defect', 'defective', 'faulty']],
  [
    'wrong_product',
    ['wrong product', 'wrong item', 'wrong goods', 'wrong article', 'substitute', 'substituted', 'substitution'],
  ],
  ['return', ['return', 'returned', 'returns', 'goods returned']],
  [
    'late_delivery',
    ['late delivery', 'delivered late', 'late shipment', 'early shipment', 'goods late', 'arrived late'],
  ],
  ['freight', ['freight', 'shipping charge', 'shipping cost', 'carriage', 'freight charge']],
  ['wrong_po', ['po', 'purchase order', 'po number', 'order number', 'missing po', 'wrong po', 'no po']],
  [
    'wrong_address',
    [
      'address',
      'wrong address',
      'wrong recipient',
      'wrong entity',
      'wrong customer',
      'wrong company',
      'bill to',
      'billed to',
      'addressee',
      'customer name',
    ],
  ],
  [
    'invoice_not_received',
    [
      'invoice not received',
      'never received invoice',
      'never received the invoice',
      'no invoice',
      'invoice missing',
      'missing invoice',
      'did not receive the invoice',
      'not received invoice',
      'invoice copy',
      'copy of invoice',
      'lost invoice',
      'invoice lost',
    ],
  ],
  [
    'missing_document',
    [
      'proof of delivery',
      'pod',
      'certificate',
      'missing document',
      'missing documents',
      'shipping notice',
      'documentation missing',
    ],
  ],
  [
    'duplicate_billing',
    [
      'duplicate',
      'duplicated',
      'billed twice',
      'invoiced twice',
      'double billing',
      'double invoice',
      'already billed',
      'already invoiced',
    ],
  ],
  ['wrong_tax', ['tax', 'vat', 'sales tax', 'tax rate', 'vat id', 'exempt', 'exemption']],
  ['wrong_currency_fx', ['currency', 'wrong currency', 'exchange rate']],
  ['trade_promotion', ['promotion', 'promotional', 'rebate', 'advertising', 'volume rebate', 'co op']],
  ['late_charge_contested', ['late fee', 'late charge', 'interest', 'dunning fee']],
  ['special_charge', ['surcharge', 'special charge', 'handling charge', 'handling fee']],
  [
    'payment_application_error',
    ['misapplied', 'payment misapplied', 'applied to wrong', 'posted to wrong', 'payment not applied'],
  ],
  [
    'customer_cash_flow',
    [
      'cash flow',
      'cash',
      'liquidity',
      'insolvency',
      'insolvent',
      'no money',
      'short of money',
      'short of cash',
      'no funds',
      'waiting for payment',
      'awaiting customer payment',
      'cannot pay',
    ],
  ],
  ['customer_refusal', ['refuse', 'refuses', 'refused', 'will not pay']],
  [
    'customer_admin',
    [
      'approval',
      'in approval',
      'awaiting approval',
      'approver',
      'not approved',
      'pending approval',
      'payment run',
      'next payment run',
      'holiday',
      'vacation',
      'staff',
      'clerical',
      'system change',
      'forgot',
      'forgotten',
      'overlooked',
      'signatory',
      'cheque run',
      'check run',
    ],
  ],
]

/** The words of the library, in English. A customer's language is a table of its own. @category policies @since 0.1.0 */
export const causeWords: CodeMapping = {
  id: 'words-en',
  version: 1,
  causes: Object.fromEntries(phrases.flatMap(([cause, words]) => words.map((word) => [word, cause]))),
}

/**
 * The cause that words speak of, where they speak of exactly one. A longer phrase covers the shorter ones inside it, so that
 * `goods not received` and `invoice not received` are two things; punctuation, hyphens and case do not matter.
 *
 * @example
 * readWords(causeWords, 'Credit: wrong unit PRICE on line 2') // => 'pricing_error'
 * readWords(causeWords, 'invoice-not-received') // => 'invoice_not_received'
 * readWords(causeWords, 'price and freight') // => undefined
 * @category policies
 * @since 0.1.0
 */
export const readWords = ({ causes }: CodeMapping, said: string): string | undefined => {
  let rest = plain(said)
  const found = new Set<string>()
  for (const [phrase, cause] of longestFirst(causes)) {
    if (!rest.includes(phrase)) continue
    found.add(cause)
    rest = rest.replaceAll(phrase, ' | ')
  }
  const [only] = found
  return found.size === 1 ? only : undefined
}

/** Words in small letters with one blank on either side of each. */
const plain = (said: string): string =>
  ` ${said
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '  ')
    .trim()} `

const ordered = new WeakMap<CodeMapping['causes'], ReadonlyArray<readonly [string, string]>>()

/** The phrases of a table, put in order once. */
const longestFirst = (causes: CodeMapping['causes']): ReadonlyArray<readonly [string, string]> => {
  const known = ordered.get(causes)
  if (known !== undefined) return known
  const phrasesOf = Object.entries(causes)
    .map(([phrase, cause]) => [plain(phrase), cause] as const)
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
  ordered.set(causes, phrasesOf)
  return phrasesOf
}
