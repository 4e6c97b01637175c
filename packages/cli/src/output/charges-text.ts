/** Charges on what is late, line by line. */
import type { ProposedCharge } from '../dunning/late-charges.js'
import { figure, table } from './table.js'

/** A row for each item or notice that is charged, and who is not billed before his money is matched. @category commands @since 0.1.0 */
export const chargesText = (
  charges: ReadonlyArray<ProposedCharge>,
  waiting: ReadonlyArray<{ readonly customer: string; readonly currency: string }>,
): string =>
  [
    rowsText(charges),
    ...(waiting.length === 0
      ? []
      : [
          `Money in hand is matched first: ${waiting.map(({ customer, currency }) => `${customer} in ${currency}`).join(', ')}.`,
        ]),
  ].join('\n\n')

const rowsText = (charges: ReadonlyArray<ProposedCharge>): string =>
  charges.length === 0
    ? 'Nothing to bill.'
    : table(
        [
          { heading: 'Customer' },
          { heading: 'For' },
          { heading: 'Interest', figures: true },
          { heading: 'Fixed sum', figures: true },
          { heading: 'Fee', figures: true },
          { heading: 'Currency' },
        ],
        charges.flatMap(({ customer, fact }) =>
          fact._tag === 'InterestBilled'
            ? fact.items.map(({ itemId, interestMinor, fixedSumMinor }) => [
                customer,
                itemId,
                figure(interestMinor, fact.currency),
                figure(fixedSumMinor, fact.currency),
                '-',
                fact.currency,
              ])
            : [[customer, `level ${fact.level}`, '-', '-', figure(fact.amountMinor, fact.currency), fact.currency]],
        ),
      )
