/** Advice on placement and its file, as a credit manager reads them. */
import type { PlacementFile } from '@quittance/dunning'
import type { AccountAdvice } from '../dunning/placement-dossier.js'
import { table } from './table.js'

const because = { signals: 'enough signs', 'age-without-plan': 'over age, and nobody has a plan' } as const

/** Each account with a sign, what advises placement, and the facts that show each sign. @category commands @since 0.1.0 */
export const adviceText = (advice: ReadonlyArray<AccountAdvice>): string => {
  const signed = advice.filter(({ signals }) => signals.length > 0)
  if (signed.length === 0) return 'No sign that anybody should be placed.'
  return signed
    .map((one) => {
      const head = one.advised
        ? `${one.customer}: place with an agency, ${one.because.map((why) => because[why]).join('; ')}`
        : `${one.customer}: no advice to place`
      const rows = one.signals.map(({ signal, factIds }) => [signal.replaceAll('-', ' '), factIds.join(', ')])
      return `${head}\n\n${table([{ heading: 'Sign' }, { heading: 'Facts', foldAt: 80 }], rows)}`
    })
    .join('\n\n')
}

/** What goes to the agency, and what is missing. @category commands @since 0.1.0 */
export const fileText = ({
  held,
  missing,
  complete,
  items,
}: PlacementFile & { readonly items: ReadonlyArray<string> }): string =>
  [
    table(
      [{ heading: 'Paper' }, { heading: 'Item' }, { heading: 'Where', foldAt: 60 }],
      [
        ...held.map(({ kind, itemId, reference }) => [kind, itemId ?? 'account', reference]),
        ...missing.map(({ kind, itemId, optional }) => [
          kind,
          itemId ?? 'account',
          optional ? 'missing, may be' : 'missing',
        ]),
      ],
    ),
    `Complete: ${complete.length} of ${items.length} items${complete.length === 0 ? '' : ` (${complete.join(', ')})`}.`,
  ].join('\n\n')
