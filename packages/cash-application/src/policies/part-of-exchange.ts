/**
 * What part of an application's base values goes when part of the application goes: the same part of each, and all
 * that is left with the last of it, so that what was realised is taken back exactly.
 */
import { type LinkExchange, scaleMinor } from '@quittance/kernel'
import { type CrossAmount, receiptMinorOf } from '../model.js'

/** An application or a part of one, without its penny. @category model @since 0.1.0 */
export interface LinkPart {
  readonly amountMinor: number
  readonly discountMinor: number
  /** What the receipt gave, where it is in another currency. */
  readonly cross: CrossAmount | undefined
}

/**
 * The base values that go with so much of an application, of its discount and of what its receipt gave, each with its
 * own. A penny goes with the whole only.
 *
 * @param part - what is taken back, at most what is left
 * @law apply then take back leaves nothing realised
 * @category policies
 * @since 0.1.0
 */
export const partOfExchange = (
  link: LinkPart & { readonly exchange: LinkExchange | undefined },
  part: LinkPart,
): LinkExchange | undefined => {
  const { exchange } = link
  if (exchange === undefined || part.amountMinor === link.amountMinor) return exchange
  const { baseCurrency, sourceBaseMinor, clearedBaseMinor, discountBaseMinor = 0 } = exchange
  const source =
    sourceBaseMinor === undefined ? undefined : share(sourceBaseMinor, receiptMinorOf(part), receiptMinorOf(link))
  const cleared =
    clearedBaseMinor === undefined ? undefined : share(clearedBaseMinor, part.amountMinor, link.amountMinor)
  const discount = share(discountBaseMinor, part.discountMinor, link.discountMinor)
  return {
    baseCurrency,
    ...(source === undefined ? {} : { sourceBaseMinor: source }),
    ...(cleared === undefined ? {} : { clearedBaseMinor: cleared }),
    ...(discount === 0 ? {} : { discountBaseMinor: discount }),
    ...(source === undefined || cleared === undefined ? {} : { realisedBaseMinor: source - cleared }),
  }
}

const share = (baseMinor: number, partMinor: number, ofMinor: number): number =>
  partMinor === ofMinor ? baseMinor : scaleMinor(baseMinor, partMinor, ofMinor)

/** What is left of base values after a part of them went. @category policies @since 0.1.0 */
export const exchangeLess = (
  whole: LinkExchange | undefined,
  part: LinkExchange | undefined,
): LinkExchange | undefined => {
  if (whole === undefined || part === undefined) return whole
  const left = (name: 'sourceBaseMinor' | 'pennyBaseMinor' | 'clearedBaseMinor' | 'discountBaseMinor'): number =>
    (whole[name] ?? 0) - (part[name] ?? 0)
  const [penny, discount] = [left('pennyBaseMinor'), left('discountBaseMinor')]
  return {
    baseCurrency: whole.baseCurrency,
    ...(whole.sourceBaseMinor === undefined ? {} : { sourceBaseMinor: left('sourceBaseMinor') }),
    ...(penny === 0 ? {} : { pennyBaseMinor: penny }),
    ...(whole.clearedBaseMinor === undefined ? {} : { clearedBaseMinor: left('clearedBaseMinor') }),
    ...(discount === 0 ? {} : { discountBaseMinor: discount }),
    ...(whole.realisedBaseMinor === undefined
      ? {}
      : { realisedBaseMinor: whole.realisedBaseMinor - (part.realisedBaseMinor ?? 0) }),
  }
}
