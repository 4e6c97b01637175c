/**
 * What a credit note is worth in the base currency, and what its invoice loses of its own value. A note that states
 * no value is worth what its invoice was issued at, so that taking back a bill realises nothing.
 */
import { type BasePool, type BaseValue, drawBase, type LinkExchange, linkExchange } from '@quittance/kernel'

/** A credit note, and the invoice that it takes back where it names one. @category model @since 0.1.0 */
export interface CreditedCase {
  /** The value that the note states for its gross. */
  readonly stated: BaseValue | undefined
  readonly grossMinor: number
  /** What of it reduces the invoice at once. */
  readonly offsetMinor: number
  readonly invoice:
    | {
        readonly exchange: BaseValue | undefined
        readonly payableMinor: number
        readonly openMinor: number
        readonly openBaseMinor: number
      }
    | undefined
}

/** The values that the note's fact carries. @category model @since 0.1.0 */
export interface CreditValues {
  readonly exchange: BaseValue | undefined
  readonly offsetExchange: LinkExchange | undefined
}

/**
 * The value of the note, and the base values of what it takes off its invoice at once.
 *
 * @law a credit note without a value of its own realises nothing
 * @category policies
 * @since 0.1.0
 */
export const creditValues = ({ stated, grossMinor, offsetMinor, invoice }: CreditedCase): CreditValues => {
  const item = poolOf(invoice)
  const exchange = stated ?? inherited(item, grossMinor, offsetMinor)
  if (offsetMinor === 0) return { exchange, offsetExchange: undefined }
  const amounts = { pennyMinor: 0, itemMinor: offsetMinor, discountMinor: 0 }
  if (stated === undefined)
    // The same base for both sides: what the invoice loses is what the note gives.
    return { exchange, offsetExchange: sameOnBothSides(linkExchange(undefined, item, { ...amounts, sourceMinor: 0 })) }
  const source = {
    baseCurrency: stated.baseCurrency,
    baseMinor: stated.baseMinor,
    ofMinor: grossMinor,
    leftMinor: grossMinor,
    leftBaseMinor: stated.baseMinor,
  }
  return { exchange, offsetExchange: linkExchange(source, item, { ...amounts, sourceMinor: offsetMinor }) }
}

const poolOf = (invoice: CreditedCase['invoice']): BasePool | undefined =>
  invoice?.exchange === undefined
    ? undefined
    : {
        baseCurrency: invoice.exchange.baseCurrency,
        baseMinor: invoice.exchange.baseMinor,
        ofMinor: invoice.payableMinor,
        leftMinor: invoice.openMinor,
        leftBaseMinor: invoice.openBaseMinor,
      }

/** What it takes off the invoice at once by what is left there, the rest at the invoice's own value. */
const inherited = (item: BasePool | undefined, grossMinor: number, offsetMinor: number): BaseValue | undefined => {
  if (item === undefined || item.ofMinor === 0) return undefined
  const offsetBaseMinor = offsetMinor === 0 ? 0 : drawBase(item, offsetMinor)
  const whole = { ...item, leftMinor: item.ofMinor, leftBaseMinor: Number.MAX_SAFE_INTEGER }
  const restMinor = grossMinor - offsetMinor
  const restBaseMinor = restMinor === 0 ? 0 : restMinor === item.ofMinor ? item.baseMinor : drawBase(whole, restMinor)
  return { baseCurrency: item.baseCurrency, baseMinor: offsetBaseMinor + restBaseMinor }
}

const sameOnBothSides = (exchange: LinkExchange | undefined): LinkExchange | undefined =>
  exchange?.clearedBaseMinor === undefined
    ? undefined
    : { ...exchange, sourceBaseMinor: exchange.clearedBaseMinor, realisedBaseMinor: 0 }
