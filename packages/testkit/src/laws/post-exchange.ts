/** How base values move in the plain books: what an application takes of each side's, and what it realises. */
import type { BaseValue, LinkExchange } from '@quittance/kernel'
import type { BaseBook, Books } from './books.js'

/** @internal */
export const newBase = (value: BaseValue | undefined): BaseBook | undefined =>
  value === undefined
    ? undefined
    : {
        baseCurrency: value.baseCurrency,
        baseMinor: value.baseMinor,
        leftBaseMinor: value.baseMinor,
        usedBaseMinor: 0,
      }

/** @internal */
export const useBase = (book: BaseBook | undefined, baseMinor: number): void => {
  if (book === undefined) return
  book.leftBaseMinor -= baseMinor
  book.usedBaseMinor += baseMinor
}

/** An application put on (1) or taken off (-1). @internal */
export const postExchange = (
  books: Books,
  linkId: string,
  link: { readonly amountMinor: number; readonly exchange?: LinkExchange | undefined },
  item: BaseBook | undefined,
  source: BaseBook | undefined,
  sign: 1 | -1,
): void => {
  const { exchange, amountMinor } = link
  if (exchange === undefined) return
  const { sourceBaseMinor = 0, pennyBaseMinor = 0, clearedBaseMinor = 0, discountBaseMinor = 0 } = exchange
  useBase(source, sign * (sourceBaseMinor + pennyBaseMinor))
  useBase(item, sign * (clearedBaseMinor + discountBaseMinor))
  const book = books.links.get(linkId) ?? {
    amountMinor: 0,
    sourceBaseMinor: 0,
    clearedBaseMinor: 0,
    realisedBaseMinor: 0,
    apartBaseMinor: 0,
  }
  books.links.set(linkId, book)
  book.amountMinor += sign * amountMinor
  if (exchange.realisedBaseMinor !== undefined) {
    book.sourceBaseMinor += sign * sourceBaseMinor
    book.clearedBaseMinor += sign * clearedBaseMinor
    book.realisedBaseMinor += sign * exchange.realisedBaseMinor
  }
  book.apartBaseMinor += sign * (pennyBaseMinor + discountBaseMinor)
}
