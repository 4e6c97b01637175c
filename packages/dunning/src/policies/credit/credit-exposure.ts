/** How much a customer could cost us, by kind (SEMANTICS 3.13). One currency; no money is moved by it. */

/** An open item and how late it is. @category model @since 0.1.0 */
export interface ExposedItem {
  readonly openMinor: number
  /** 0 and below: not past due. */
  readonly daysPastDue: number
}

/** All that is at risk beside open items; what is not known is 0. @category model @since 0.1.0 */
export interface OtherExposure {
  readonly unbilledMinor?: number
  readonly shippedMinor?: number
  /** Orders that were accepted and not shipped yet. */
  readonly ordersMinor?: number
  /** Deposits and money in hand: taken off. */
  readonly depositsMinor?: number
}

/** How late an item may be before it counts as unpaid. @category policies @since 0.1.0 */
export interface ExposurePolicy {
  readonly id: string
  readonly version: number
  /** Up to so many days past due, inclusive, an item is open and not yet unpaid. */
  readonly marginDays: number
}

/** The default: no days of margin. @category policies @since 0.1.0 */
export const exposurePolicy: ExposurePolicy = { id: 'credit-exposure', version: 1, marginDays: 0 }

/** Exposure by kind. total = open + unpaid + unbilled + shipped + orders - deposits, at least 0. @category projections @since 0.1.0 */
export interface CreditExposure {
  /** Not past due beyond the margin. */
  readonly openMinor: number
  /** Past due beyond the margin. */
  readonly unpaidMinor: number
  readonly unbilledMinor: number
  readonly shippedMinor: number
  readonly ordersMinor: number
  readonly depositsMinor: number
  readonly totalMinor: number
}

/**
 * The exposure of a customer.
 *
 * @law an item is either open or unpaid, and both are all that is open
 * @category policies
 * @since 0.1.0
 */
export const creditExposure = (
  items: ReadonlyArray<ExposedItem>,
  other: OtherExposure = {},
  { marginDays }: ExposurePolicy = exposurePolicy,
): CreditExposure => {
  let [openMinor, unpaidMinor] = [0, 0]
  for (const item of items)
    if (item.daysPastDue > marginDays) unpaidMinor += item.openMinor
    else openMinor += item.openMinor
  const { unbilledMinor = 0, shippedMinor = 0, ordersMinor = 0, depositsMinor = 0 } = other
  const gross = openMinor + unpaidMinor + unbilledMinor + shippedMinor + ordersMinor
  const totalMinor = Math.max(0, gross - depositsMinor)
  return { openMinor, unpaidMinor, unbilledMinor, shippedMinor, ordersMinor, depositsMinor, totalMinor }
}
