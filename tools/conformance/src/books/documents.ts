/** Invoices and credit notes as a case words them. */
import { type DraftLine, documentTotals, type Tax } from '@quittance/invoicing'
import { type CurrencyCode, type Decimal, grossUp, normalDecimal, percentOf, scaleMinor } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { unsupported } from '../run/unsupported.js'

/** The tax treatment of a rate: standard, zero, or exempt. */
export const taxOf = (ratePercent: Decimal, exempt = false): Tax => ({
  category: exempt ? 'E' : ratePercent.unscaled === 0 ? 'Z' : 'S',
  ratePercent,
})

/** The lines of an invoice of which only the total is known: one line, tax included at the rate where one is given. */
export const linesOfGross = (
  grossMinor: number,
  rate: Decimal | undefined,
  currency: CurrencyCode,
): ReadonlyArray<DraftLine> => {
  if (rate === undefined) return [{ netMinor: grossMinor }]
  const tax = taxOf(rate)
  const nearMinor = grossUp(grossMinor, { ...rate, unscaled: 0 - rate.unscaled })
  const fits = [nearMinor, nearMinor - 1, nearMinor + 1].find(
    (netMinor) => grossOf([{ netMinor, tax }], currency) === grossMinor,
  )
  return fits === undefined ? unsupported('gross that no net and tax make up') : [{ netMinor: fits, tax }]
}

/** The lines of a document of which the net, the gross or both are known, and a rate or none. */
export const linesOfAmounts = (
  amounts: { readonly netMinor: number | undefined; readonly grossMinor: number | undefined },
  rate: Decimal | undefined,
  currency: CurrencyCode,
): ReadonlyArray<DraftLine> => {
  const { netMinor, grossMinor } = amounts
  if (netMinor !== undefined && rate !== undefined) return [{ netMinor, tax: taxOf(rate) }]
  const totalMinor = grossMinor ?? netMinor
  return totalMinor === undefined
    ? unsupported('a document without an amount')
    : linesOfGross(totalMinor, rate, currency)
}

const grossOf = (lines: ReadonlyArray<DraftLine>, currency: CurrencyCode): number | undefined => {
  const worked = documentTotals({ documentId: 'case', currency, lines })
  return E.isRight(worked) ? worked.right.totals.grossMinor : undefined
}

/**
 * The lines of a net with several taxes of known amounts: for each tax the base that gives its amount, and the
 * rest of the net without tax (negative where two taxes lie on the same base).
 */
export const linesOfTaxes = (
  netMinor: number,
  taxes: ReadonlyArray<{ readonly rate: Decimal; readonly amountMinor: number }>,
): ReadonlyArray<DraftLine> => {
  const taxed = taxes.map(({ rate, amountMinor }) => {
    const { unscaled, scale } = normalDecimal(rate)
    const baseMinor = unscaled === 0 ? 0 : scaleMinor(amountMinor, 100 * 10 ** scale, unscaled)
    return percentOf(baseMinor, rate) === amountMinor
      ? { netMinor: baseMinor, tax: taxOf(rate) }
      : unsupported('a tax amount that no base gives at its rate')
  })
  const restMinor = taxed.reduce((so, line) => so - line.netMinor, netMinor)
  return restMinor === 0 ? taxed : [...taxed, { netMinor: restMinor }]
}
