/** How a payment spreads over line, tax, freight and charges, by published rules. */
import { type ComponentRule, type Components, spreadOverComponents } from '@quittance/cash-application'
import { type CurrencyCode, sumMinor } from '@quittance/kernel'
import { minorOf, requiredMinor } from '../../books/currency.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields } from '../../run/value.js'

const rulesByWord: Readonly<Record<string, ComponentRule>> = {
  line_first_tax_after: 'line-first-tax-after',
  line_and_tax_prorate: 'line-and-tax-prorate',
  prorate_all: 'prorate-all',
}

/** One answer for each rule that the case lists. */
export const componentAnswers = (given: Reader, currency: CurrencyCode): Answers => {
  const balances = given.map('balances') ?? unsupported('balances')
  const open: Components = {
    line: minorOf(balances, 'line', currency) ?? 0,
    tax: minorOf(balances, 'tax', currency) ?? 0,
    freight: minorOf(balances, 'freight', currency) ?? 0,
    charges: minorOf(balances, 'charges', currency) ?? 0,
  }
  const paidMinor = sumMinor(
    given.maps('payments').map((payment) => {
      payment.text('id')
      return requiredMinor(payment, 'amount', currency)
    }),
  )
  given.map('policy')?.oneOf('mixed_signs', { same_sign_as_receipt: true })
  const answers = given.texts('rules').map((word) => {
    const rule = Object.hasOwn(rulesByWord, word) ? rulesByWord[word] : undefined
    if (rule === undefined) return unsupported(`rules: ${word}`)
    const { parts } = spreadOverComponents(open, paidMinor, rule)
    return [
      word,
      () =>
        fields({
          line: amount(parts.line, currency),
          tax: amount(parts.tax, currency),
          freight: amount(parts.freight, currency),
          charges: amount(parts.charges, currency),
        }),
    ] as const
  })
  return Object.fromEntries(answers)
}
