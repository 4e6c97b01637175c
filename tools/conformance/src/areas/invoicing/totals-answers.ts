/** What a document comes to. */
import { type DocumentProblem, lineTax, type TaxGroup, type WorkedDocument } from '@quittance/invoicing'
import { type CurrencyCode, formatDecimal, normalDecimal } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { Answers } from '../../run/ask.js'
import { GivenRefused } from '../../run/unsupported.js'
import { amount, list, map, type Value } from '../../run/value.js'

/** The totals of EN 16931 by the words of the cases. */
export const totalsAnswers = (worked: E.Either<DocumentProblem, WorkedDocument>, currency: CurrencyCode): Answers => {
  const document = (): WorkedDocument => {
    if (E.isLeft(worked)) throw new GivenRefused(`${worked.left.field}: ${worked.left.problem}`)
    return worked.right
  }
  const total = (of: (totals: WorkedDocument['totals']) => number) => (): Value =>
    amount(of(document().totals), currency)
  return {
    line_total: total(({ linesMinor }) => linesMinor),
    allowance: total(({ allowancesMinor }) => allowancesMinor),
    charge: total(({ chargesMinor }) => chargesMinor),
    net: total(({ netMinor }) => netMinor),
    tax_total: total(({ taxMinor }) => taxMinor),
    gross: total(({ grossMinor }) => grossMinor),
    payable: total(({ payableMinor }) => payableMinor),
    tax_by_rate: () => taxByRate(document().taxGroups, currency),
    line_tax: () => list(document().lines.map(({ netMinor, tax }) => amount(lineTax(netMinor, tax), currency))),
  }
}

/** Groups of one rate and several categories are shown together, because cases name the rate only. */
const taxByRate = (groups: ReadonlyArray<TaxGroup>, currency: CurrencyCode): Value => {
  const byRate = new Map<string, number>()
  for (const { tax, taxMinor } of groups) {
    const rate = formatDecimal(normalDecimal(tax.ratePercent))
    byRate.set(rate, (byRate.get(rate) ?? 0) + taxMinor)
  }
  return map([...byRate].map(([rate, minor]): [string, Value] => [rate, amount(minor, currency)]))
}
