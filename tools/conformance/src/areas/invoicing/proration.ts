/** A monthly charge for a part of its month. */
import { type CurrencyCode, scaleMinor } from '@quittance/kernel'
import { requiredMinor } from '../../books/currency.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, list } from '../../run/value.js'

/** `amounts` of `monthly` over `spans [{days, of, sign}]`. */
export const prorationAnswers = (given: Reader, currency: CurrencyCode): Answers => {
  const monthlyMinor = requiredMinor(given, 'monthly', currency)
  const spans = given.maps('spans').map((span) => {
    const [days, of] = [span.whole('days'), span.whole('of')]
    if (days === undefined || of === undefined) return unsupported(`${span.path} without days and of`)
    return scaleMinor(monthlyMinor, days * (span.whole('sign') ?? 1), of)
  })
  return { amounts: () => list(spans.map((minor) => amount(minor, currency))) }
}
