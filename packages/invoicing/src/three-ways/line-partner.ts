/** Which line of an order a line of an invoice bills, or a line of a delivery fulfils. */

/** A line that others refer to. @internal */
export interface OwnLine {
  readonly lineNo: number
  readonly productId?: string
}

/** A line that refers to another, or says enough to find it. @internal */
export interface ReferringLine extends OwnLine {
  readonly orderLineNo?: number
  readonly substituteFor?: string
}

/**
 * The line that is named; else the one of the product (of several the one of the same number, else the first); else, where no product
 * is said on one side, the one of the same number; else the one in the same place, where both have as many lines. Where some lines say
 * what they are of, one that does not is no line of a product: a charge, say. @internal
 */
export const partnersOf = <Own extends OwnLine>(
  lines: ReadonlyArray<ReferringLine>,
  own: ReadonlyArray<Own>,
): ReadonlyArray<Own | undefined> => {
  const byNumber = new Map(own.map((line) => [line.lineNo, line]))
  const someSay = lines.some((line) => line.productId !== undefined || line.orderLineNo !== undefined)
  return lines.map((line, index) => {
    if (line.orderLineNo !== undefined) return byNumber.get(line.orderLineNo)
    const product = line.substituteFor ?? line.productId
    const sameNumber = byNumber.get(line.lineNo)
    const inPlace = lines.length === own.length ? own[index] : undefined
    const unnamed = [sameNumber, inPlace].find((one) => one !== undefined && one.productId === undefined)
    if (product === undefined) return someSay ? unnamed : (sameNumber ?? inPlace)
    const ofProduct = own.filter(({ productId }) => productId === product)
    if (sameNumber !== undefined && ofProduct.includes(sameNumber)) return sameNumber
    return ofProduct[0] ?? unnamed
  })
}
