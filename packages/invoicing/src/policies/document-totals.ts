/**
 * The arithmetic of a document as EN 16931 has it (BR-CO-10 to BR-CO-17): line amounts rounded to the
 * currency, tax rounded once for each category and rate, totals from these.
 */
import {
  compareDecimals,
  type CurrencyCode,
  currencyExponent,
  type Decimal,
  multiplyDecimals,
  percentOf,
  sumMinor,
} from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { DraftAdjustment, DraftDocument, DraftLine, TaxRounding } from '../commands.js'
import type { Adjustment, Line, Tax, TaxGroup, Totals } from '../model.js'

/** A problem in one field of what was asked for. @category rejections @since 0.1.0 */
export interface DocumentProblem {
  readonly field: string
  readonly problem: string
}

/** A document worked out. @category model @since 0.1.0 */
export interface WorkedDocument {
  readonly lines: ReadonlyArray<Line>
  readonly allowances: ReadonlyArray<Adjustment>
  readonly charges: ReadonlyArray<Adjustment>
  readonly taxGroups: ReadonlyArray<TaxGroup>
  readonly totals: Totals
}

/** The tax of a line that names none: outside the scope of tax, at nothing. @category model @since 0.1.0 */
export const noTax: Tax = { category: 'O', ratePercent: { unscaled: 0, scale: 0 } }

/** Whether two lines share a tax group: same category, equal rate however written. @category policies @since 0.1.0 */
export const sameTax = (a: Tax, b: Tax): boolean =>
  a.category === b.category && compareDecimals(a.ratePercent, b.ratePercent) === 0

// Beyond this the sums of a document might leave the safe range; no business amount comes near it.
const largestSum = Number.MAX_SAFE_INTEGER / 16

/**
 * Work out lines, tax groups and totals of a draft; nothing is guessed: a line without amount, or with an
 * amount and a price, is a problem of its field.
 *
 * Percent amounts and tax are rounded half away from zero to the currency's places.
 *
 * @param discountPercent - when given, tax is computed on what is left after this discount (always-reduced)
 * @law an invoice and its full credit note cancel in net, each tax group and gross
 * @category policies
 * @since 0.1.0
 */
export const documentTotals = (
  draft: DraftDocument,
  discountPercent?: Decimal,
): E.Either<DocumentProblem, WorkedDocument> => {
  if (currencyExponent(draft.currency) === undefined)
    return problem('currency', `"${draft.currency}" is not an ISO 4217 currency`)
  if (draft.lines.length === 0) return problem('lines', 'a document has at least one line')

  const lines: Array<Line> = []
  for (const [index, line] of draft.lines.entries()) {
    const worked = workLine(line, index, draft.currency)
    if (E.isLeft(worked)) return worked
    lines.push(worked.right)
  }
  const allowances = workAdjustments(draft.allowances ?? [], 'allowances')
  if (E.isLeft(allowances)) return allowances
  const charges = workAdjustments(draft.charges ?? [], 'charges')
  if (E.isLeft(charges)) return charges

  const { prepaidMinor = 0, roundingMinor = 0 } = draft
  if (!Number.isSafeInteger(prepaidMinor)) return problem('prepaidMinor', notWhole)
  if (!Number.isSafeInteger(roundingMinor)) return problem('roundingMinor', notWhole)
  const sizes = [
    prepaidMinor,
    roundingMinor,
    ...lines.map(({ netMinor }) => netMinor),
    ...[...allowances.right, ...charges.right].map(({ amountMinor }) => amountMinor),
  ]
  const roughSum = sizes.reduce((so, size) => so + Math.abs(size), 0)
  if (roughSum > largestSum) return problem('lines', 'the amounts are beyond the safe range')

  const parts = taxedParts(lines, allowances.right, charges.right)
  const taxGroups = groupTax(parts, draft.taxRounding ?? 'per-group', discountPercent)
  const totals = totalsOf(lines, allowances.right, charges.right, taxGroups, draft)
  return E.right({ lines, allowances: allowances.right, charges: charges.right, taxGroups, totals })
}

const problem = (field: string, text: string): E.Either<DocumentProblem, never> => E.left({ field, problem: text })

const notWhole = 'is not a whole number of minor units in the safe range'

const taxProblem = ({ category, ratePercent }: Tax): string | undefined =>
  category === '' ? 'a tax has a category' : ratePercent.unscaled < 0 ? 'a tax rate is not negative' : undefined

const workLine = (line: DraftLine, index: number, currency: CurrencyCode): E.Either<DocumentProblem, Line> => {
  const field = `lines[${index}]`
  const { quantity, unitPrice } = line
  const hasPrice = quantity !== undefined && unitPrice !== undefined
  if ((line.netMinor === undefined) === !hasPrice)
    return problem(field, 'give either an amount, or a quantity and a unit price')
  if (hasPrice && Math.abs(quantity.unscaled * unitPrice.unscaled) > 1e21)
    return problem(field, 'quantity x price is beyond the safe range')
  const netMinor = hasPrice
    ? multiplyDecimals([quantity, unitPrice], currencyExponent(currency) ?? 2).unscaled
    : (line.netMinor as number)
  if (!Number.isSafeInteger(netMinor)) return problem(`${field}.netMinor`, notWhole)
  const tax = line.tax ?? noTax
  const badTax = taxProblem(tax)
  if (badTax !== undefined) return problem(`${field}.tax`, badTax)
  if (line.creditsLineNo !== undefined && !Number.isSafeInteger(line.creditsLineNo))
    return problem(`${field}.creditsLineNo`, 'is not the number of a line')
  return E.right({
    lineNo: index + 1,
    ...(line.description === undefined ? {} : { description: line.description }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
    netMinor,
    tax,
    ...(line.creditsLineNo === undefined ? {} : { creditsLineNo: line.creditsLineNo }),
    ...(line.productId === undefined ? {} : { productId: line.productId }),
    ...(line.orderLineNo === undefined ? {} : { orderLineNo: line.orderLineNo }),
  })
}

const workAdjustments = (
  drafts: ReadonlyArray<DraftAdjustment>,
  name: string,
): E.Either<DocumentProblem, ReadonlyArray<Adjustment>> => {
  const worked: Array<Adjustment> = []
  for (const [index, draft] of drafts.entries()) {
    const { percent, ofMinor } = draft
    const amountMinor =
      draft.amountMinor ?? (percent !== undefined && ofMinor !== undefined ? percentOf(ofMinor, percent) : undefined)
    if (amountMinor === undefined || !Number.isSafeInteger(amountMinor) || amountMinor < 0)
      return problem(`${name}[${index}]`, 'give an amount >= 0, or a percent and what it is of')
    const badTax = taxProblem(draft.tax ?? noTax)
    if (badTax !== undefined) return problem(`${name}[${index}].tax`, badTax)
    worked.push({
      ...(draft.reason === undefined ? {} : { reason: draft.reason }),
      amountMinor,
      tax: draft.tax ?? noTax,
      ...(draft.code === undefined ? {} : { code: draft.code }),
    })
  }
  return E.right(worked)
}

interface TaxedPart {
  readonly tax: Tax
  readonly baseMinor: number
}

const taxedParts = (
  lines: ReadonlyArray<Line>,
  allowances: ReadonlyArray<Adjustment>,
  charges: ReadonlyArray<Adjustment>,
): ReadonlyArray<TaxedPart> => [
  ...lines.map(({ tax, netMinor }) => ({ tax, baseMinor: netMinor })),
  ...allowances.map(({ tax, amountMinor }) => ({ tax, baseMinor: 0 - amountMinor })),
  ...charges.map(({ tax, amountMinor }) => ({ tax, baseMinor: amountMinor })),
]

const groupTax = (
  parts: ReadonlyArray<TaxedPart>,
  rounding: TaxRounding,
  discountPercent: Decimal | undefined,
): ReadonlyArray<TaxGroup> => {
  const groups: Array<{ tax: Tax; baseMinor: number; taxMinor: number }> = []
  for (const { tax, baseMinor } of parts) {
    let group = groups.find((candidate) => sameTax(candidate.tax, tax))
    if (group === undefined) groups.push((group = { tax, baseMinor: 0, taxMinor: 0 }))
    group.baseMinor += baseMinor
    group.taxMinor += lineTax(baseMinor, tax, discountPercent)
  }
  return rounding === 'per-line'
    ? groups
    : groups.map((group) => ({ ...group, taxMinor: lineTax(group.baseMinor, group.tax, discountPercent) }))
}

/**
 * The tax on a base, rounded once, half away from zero.
 *
 * @param discountPercent - taken off the base first (rounded) when tax is always on the reduced amount
 * @category policies
 * @since 0.1.0
 */
export const lineTax = (baseMinor: number, tax: Tax, discountPercent?: Decimal): number =>
  percentOf(
    discountPercent === undefined ? baseMinor : baseMinor - percentOf(baseMinor, discountPercent),
    tax.ratePercent,
  )

const totalsOf = (
  lines: ReadonlyArray<Line>,
  allowances: ReadonlyArray<Adjustment>,
  charges: ReadonlyArray<Adjustment>,
  taxGroups: ReadonlyArray<TaxGroup>,
  draft: DraftDocument,
): Totals => {
  const linesMinor = sumMinor(lines.map(({ netMinor }) => netMinor))
  const allowancesMinor = sumMinor(allowances.map(({ amountMinor }) => amountMinor))
  const chargesMinor = sumMinor(charges.map(({ amountMinor }) => amountMinor))
  const netMinor = linesMinor - allowancesMinor + chargesMinor
  const taxMinor = sumMinor(taxGroups.map((group) => group.taxMinor))
  const [prepaidMinor, roundingMinor] = [draft.prepaidMinor ?? 0, draft.roundingMinor ?? 0]
  const grossMinor = netMinor + taxMinor
  const payableMinor = grossMinor - prepaidMinor + roundingMinor
  return {
    linesMinor,
    allowancesMinor,
    chargesMinor,
    netMinor,
    taxMinor,
    grossMinor,
    prepaidMinor,
    roundingMinor,
    payableMinor,
  }
}
