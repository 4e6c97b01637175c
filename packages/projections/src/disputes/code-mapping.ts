/** What a customer's code means: a table with a version for each customer or standard. */
import { unknownCause } from './cause-taxonomy.js'

/** Codes and the causes that they stand for. @category policies @since 0.1.0 */
export interface CodeMapping {
  readonly id: string
  readonly version: number
  readonly causes: Readonly<Record<string, string>>
}

/** What a code was taken for; the code itself is kept, so that a better table can read it again. @category projections @since 0.1.0 */
export interface MappedCode {
  readonly cause: string
  readonly rawCode: string
  readonly mapping: { readonly id: string; readonly version: number }
}

const rows: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
  ['pricing_error', ['01', '03', '24', '43']],
  ['discount_terms_mismatch', ['09', '57']],
  ['quantity', ['06', '22']],
  ['shortage', ['59']],
  ['damaged_goods', ['04', '42']],
  ['quality', ['05']],
  ['wrong_product', ['07', '08']],
  ['return', ['11', '12', '13', '14', '15']],
  ['late_delivery', ['41']],
  ['freight', ['30', '46', '54']],
  ['wrong_po', ['17', '61']],
  ['wrong_address', ['40']],
  ['invoice_not_received', ['18', '44']],
  ['missing_document', ['70']],
  ['duplicate_billing', ['19']],
  ['wrong_tax', ['55']],
  ['wrong_currency_fx', ['33']],
  ['trade_promotion', ['02', '56']],
  ['late_charge_contested', ['50', '51']],
  ['prior_error', ['52', '53', '63']],
  ['no_open_item', ['60']],
  ['special_charge', ['23']],
]

/** Adjustment reasons of X12 (data element 426) on a remittance advice. Where one code fits two causes, the first of the taxonomy has it. @category policies @since 0.1.0 */
export const x12Reasons: CodeMapping = {
  id: 'x12-426',
  version: 1,
  causes: Object.fromEntries(rows.flatMap(([cause, codes]) => codes.map((code) => [code, cause]))),
}

/**
 * The cause of a code. A single digit is read as two (`1` is `01`) where the table has no entry for it as written; a code that
 * the table does not have is `unknown`.
 *
 * @example
 * mapCode(x12Reasons, '24').cause // => 'pricing_error'
 * mapCode(x12Reasons, 'Z9') // => { cause: 'unknown', rawCode: 'Z9', mapping: { id: 'x12-426', version: 1 } }
 * @category policies
 * @since 0.1.0
 */
export const mapCode = ({ id, version, causes }: CodeMapping, rawCode: string): MappedCode => ({
  cause: entryOf(causes, rawCode) ?? entryOf(causes, rawCode.padStart(2, '0')) ?? unknownCause.cause,
  rawCode,
  mapping: { id, version },
})

const entryOf = (causes: CodeMapping['causes'], code: string): string | undefined =>
  Object.hasOwn(causes, code) ? causes[code] : undefined
