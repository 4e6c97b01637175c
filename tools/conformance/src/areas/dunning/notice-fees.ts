/** Fees of notices: by bands of amount and level, or a fixed one in a currency of its own. */
import type { CurrencyCode } from '@quittance/kernel'
import { type FeeBand, type FeeRule, noticeFee } from '@quittance/dunning'
import * as E from 'fp-ts/lib/Either.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import type { Ask } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, list, map, type Value } from '../../run/value.js'
import { runAll, type World } from './world.js'

/** The fees of a case: one for each notice that it lists, else one for each level of its last run. */
export interface NoticeFees {
  readonly value: (ask: Ask) => Value
  /** In the currency of the case. */
  readonly total: () => number
}

interface Fee {
  readonly level: number
  readonly currency: CurrencyCode
  readonly minor: number
}

/** The fees of a case that has a rule for them. */
export const feeOfNotices = (given: Reader, world: World): NoticeFees | undefined => {
  const rule = ruleOf(given, world.currency)
  const notices = given.maps('notices')
  if (rule === undefined && notices.length === 0) return undefined
  const listed = notices.map((notice) => feeOf(notice, rule, world.currency))
  const fees = (): ReadonlyArray<Fee> => (notices.length > 0 ? listed : feesOfRun(rule, world))
  return {
    value: (ask) => {
      const values = fees().map(({ minor, currency }) => amount(minor, currency))
      if (ask.kind === 'map')
        return map(fees().map(({ level }, index) => [String(level), values[index] ?? amount(0, world.currency)]))
      return ask.kind === 'list' || notices.length !== 1 ? inShape(ask, values, fees(), world.currency) : one(values)
    },
    total: () => fees().reduce((so, { minor }) => so + minor, 0),
  }
}

const one = ([first]: ReadonlyArray<Value>): Value => first ?? unsupported('a fee without a notice')

const inShape = (ask: Ask, values: ReadonlyArray<Value>, fees: ReadonlyArray<Fee>, currency: CurrencyCode): Value =>
  ask.kind === 'list'
    ? list(values)
    : amount(
        fees.reduce((so, { minor }) => so + minor, 0),
        fees[0]?.currency ?? currency,
      )

const ruleOf = (given: Reader, currency: CurrencyCode): FeeRule | undefined => {
  const bands = given.map('bands')
  if (bands !== undefined)
    return {
      _tag: 'BandedFee',
      levels: bands.keys().map((level) => ({
        level: Number(level),
        bands: bands.maps(level).map((band) => bandOf(band, currency)),
      })),
    }
  const isNone = given.node('fee_rule')?.kind === 'scalar'
  return isNone ? namedRule(given) : fixedRule(given.map('fee_rule'), currency)
}

const namedRule = (given: Reader): FeeRule => given.oneOf('fee_rule', { none: noFee }) ?? noFee

const noFee: FeeRule = { _tag: 'NoFee' }

const fixedRule = (rule: Reader | undefined, currency: CurrencyCode): FeeRule | undefined => {
  if (rule === undefined) return undefined
  const own = rule.text('ccy') ?? currency
  const percent = rule.decimal('percent')
  return percent === undefined
    ? { _tag: 'FixedFee', currency: own, amountMinor: requiredMinor(rule, 'amount', own) }
    : { _tag: 'PercentFee', percent }
}

const bandOf = (band: Reader, currency: CurrencyCode): FeeBand => {
  const [fixedMinor, percent] = [minorOf(band, 'fixed', currency), band.decimal('percent')]
  const fromMinor = minorOf(band, 'from', currency) ?? 0
  if (fixedMinor !== undefined) return { fromMinor, charge: { _tag: 'Fixed', amountMinor: fixedMinor } }
  return percent === undefined
    ? unsupported(`${band.path} without fixed or percent`)
    : { fromMinor, charge: { _tag: 'Percent', percent } }
}

/** The fee of a notice as listed; it may have a rule of its own. */
const feeOf = (notice: Reader, ofAll: FeeRule | undefined, currency: CurrencyCode): Fee => {
  const own = notice.text('ccy') ?? currency
  const node = notice.node('fee_rule')
  const rule =
    node === undefined ? ofAll : node.kind === 'scalar' ? namedRule(notice) : fixedRule(notice.map('fee_rule'), own)
  const rate = notice.decimal('fx_rate')
  const [level, amountMinor] = [notice.whole('level') ?? 1, minorOf(notice, 'amount', own) ?? 0]
  return charged(rule ?? noFee, { level, currency: own, amountMinor, ...(rate === undefined ? {} : { rate }) })
}

const charged = (rule: FeeRule, notice: Parameters<typeof noticeFee>[1]): Fee => {
  const fee = noticeFee(rule, notice)
  return E.isRight(fee)
    ? { level: notice.level, currency: notice.currency, minor: fee.right }
    : unsupported(`a fee in ${fee.left.feeCurrency} for a notice in ${fee.left.noticeCurrency} without fx_rate`)
}

const feesOfRun = (rule: FeeRule | undefined, world: World): ReadonlyArray<Fee> => {
  const lines = runAll(world).runs.at(-1)?.proposal.lines ?? []
  const keys = new Map(lines.map(({ level, currency }) => [`${level} ${currency}`, { level, currency }]))
  return [...keys.values()].map(({ level, currency }) => {
    const own = lines.filter((line) => line.level === level && line.currency === currency)
    const amountMinor = own.reduce((so, line) => so + line.amountMinor, 0)
    return charged(rule ?? noFee, { level, currency, amountMinor })
  })
}
