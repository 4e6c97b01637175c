/** The call script: one total, or one or two large invoices. */
import { type CallPolicy, callRest, callSummary, collectibleParts, type OwedPart, partsToAsk } from '@quittance/dunning'
import {
  type CurrencyCode,
  decimal,
  formatDecimal,
  type LocalDate,
  multiplyDecimals,
  sumMinor,
} from '@quittance/kernel'
import { currencyNamed, minorAt, minorOf, requiredMinor } from '../../books/currency.js'
import { dayOf } from '../../books/days.js'
import type { Answers } from '../../run/ask.js'
import { type Reader, scalarText } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields, list, map, text, type Value, whole } from '../../run/value.js'

/** The answers about a call. */
export const callAnswers = (given: Reader, currency: CurrencyCode, on: LocalDate): Answers => {
  const policy = policyOf(given)
  const parts = collectibleParts(
    given.maps('items').map((item, index) => partOf(item, index, currency, on)),
    [],
  )
  const said = callSummary(parts, on, policy)
  const rest = callRest(said, parts, on, policy)
  const asked = partsToAsk(parts, on, policy.overDays)
  return {
    form: () => text(said._tag === 'Total' ? 'total' : 'named'),
    named: () =>
      list(
        said._tag === 'Total'
          ? []
          : said.invoices.map((one) => list([text(one.itemId), amount(one.askMinor, one.currency), text(one.dueOn)])),
      ),
    rest: () =>
      fields({
        count: whole(rest.reduce((so, { count }) => so + count, 0)),
        total: amount(sumMinor(rest.map(({ totalMinor }) => totalMinor)), rest[0]?.currency ?? currency),
      }),
    days: () => whole(policy.overDays),
    total: (ask): Value => {
      const byCurrency = [...new Set(asked.map((part) => part.currency))].map(
        (of) => [of, sumMinor(asked.flatMap((part) => (part.currency === of ? part.collectibleMinor : [])))] as const,
      )
      if (ask.kind === 'map') return map(byCurrency.map(([of, minor]) => [of, amount(minor, of)] as const))
      const [only, ...others] = byCurrency
      return others.length > 0
        ? unsupported('one total of several currencies')
        : amount(only?.[1] ?? 0, only?.[0] ?? currency)
    },
    invoices: () => whole(asked.length),
  }
}

const policyOf = (given: Reader): CallPolicy => {
  const maxNamed = given.whole('max_named') ?? 2
  const share = given.decimal('large_share') ?? decimal('0.75')
  return {
    overDays: given.whole('threshold_days') ?? 0,
    maxNamed: maxNamed === 1 || maxNamed === 2 ? maxNamed : unsupported(`max_named: ${maxNamed}`),
    largeSharePercent: multiplyDecimals([decimal('100'), share], formatDecimal(share).length),
  }
}

/** A promise in time covers its item; so does a dispute without an amount. */
const partOf = (item: Reader, index: number, standIn: CurrencyCode, on: LocalDate): OwedPart => {
  const named = item.text('ccy')
  const currency = named === undefined ? standIn : currencyNamed(named, `${item.path}.ccy`)
  const openMinor =
    minorOf(item, 'open', currency) ?? requiredMinor(item, 'amount', currency) - (minorOf(item, 'paid', currency) ?? 0)
  const issuedOn = dayOf(item, 'date', 'day')
  const promisedUntil = item.date('promise_until')
  return {
    itemId: item.text('id') ?? `I${index + 1}`,
    instalmentNo: 1,
    currency,
    dueOn: dayOf(item, 'due', 'due_day') ?? issuedOn ?? unsupported(`${item.path} without due`),
    openMinor,
    disputedMinor: disputedOf(item, openMinor, currency),
    promisedMinor: promisedUntil !== undefined && promisedUntil >= on ? openMinor : 0,
  }
}

/** `disputed`: all of it, none, or so much. */
export const disputedOf = (reader: Reader, wholeMinor: number, currency: CurrencyCode): number => {
  const node = reader.node('disputed')
  if (node === undefined) return 0
  const word = scalarText(node, `${reader.path}.disputed`)
  if (word === 'true') return wholeMinor
  return word === 'false' ? 0 : minorAt(node, `${reader.path}.disputed`, currency)
}
