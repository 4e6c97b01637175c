/** How much is billed beside how much was ordered and received. */
import type { DeliveryLine, Line } from '../model.js'
import type { Discrepancy } from '../policies/compare-three-ways.js'
import type { BilledLine } from './compare-lines.js'
import { exact, type Exact, inWords, least, minus, plus, shareOf, sign, zero } from './exact.js'

/**
 * The quantity to bill is what was received in good order, at most what was ordered, less what was billed before.
 *
 * @param received - absent while nothing was delivered under the order @internal
 */
export const compareQuantity = (
  { wanted, lines }: BilledLine,
  received: ReadonlyArray<Pick<DeliveryLine, 'quantity'>> | undefined,
  billedBefore: ReadonlyArray<Line>,
): ReadonlyArray<Discrepancy> => {
  if (lines.some(({ quantity }) => quantity === undefined)) return []
  const billed = sumOf(lines)
  const ordered = wanted.quantity === undefined ? undefined : exact(wanted.quantity)
  const arrived = received === undefined ? undefined : sumOf(received)
  const allowed = ordered === undefined ? arrived : arrived === undefined ? ordered : least(arrived, ordered)
  if (allowed === undefined) return []
  const left = minus(allowed, sumOf(billedBefore))
  const expected = sign(left) < 0 ? zero : left
  const difference = minus(billed, expected)
  if (sign(difference) === 0) return []
  const differenceMinor = worthOf(lines, difference, billed)
  return [
    {
      kind: 'quantity',
      against:
        arrived !== undefined && (ordered === undefined || sign(minus(arrived, ordered)) < 0) ? 'delivery' : 'order',
      lineNo: lines[0].lineNo,
      expected: inWords(expected),
      invoiced: inWords(billed),
      ...(differenceMinor === undefined ? {} : { differenceMinor }),
    },
  ]
}

const sumOf = (lines: ReadonlyArray<Pick<Line, 'quantity'>>): Exact =>
  lines.reduce((so, { quantity }) => (quantity === undefined ? so : plus(so, exact(quantity))), zero)

/** At the price of the invoice. */
const worthOf = (lines: ReadonlyArray<Line>, difference: Exact, billed: Exact): number | undefined =>
  shareOf(
    lines.reduce((so, { netMinor }) => so + netMinor, 0),
    difference,
    billed,
  )
