/** Rests of disputes as a person reads them: how much is left, whether it is given up, and why not. */
import type { DisputeRemainder, PointInTime, RemainderStays } from '@quittance/projections'
import { describeLedgerFailure } from '../describe-failure.js'
import type { LeftAccount } from '../disputes/give-up-remainders.js'
import { moment } from './moment.js'
import { figure, table } from './table.js'

/** The open disputes of a day with their rests. @category commands @since 0.1.0 */
export const disputeRemaindersText = (
  rests: ReadonlyArray<DisputeRemainder>,
  { asOf, knownAt }: PointInTime,
  policy: string,
  posted: { readonly left: ReadonlyArray<LeftAccount> } | undefined,
): string => {
  const head = `Rests of disputes as of ${asOf}, as known at ${moment(knownAt)}, under ${policy}`
  if (rests.length === 0) return `${head}\n\nNothing is in dispute.`
  const failed = new Set(posted?.left.map(({ customer }) => customer))
  const columns = [
    { heading: 'Dispute' },
    { heading: 'Document' },
    { heading: 'Customer' },
    { heading: 'Disputed', figures: true },
    { heading: 'Left', figures: true },
    { heading: 'Currency' },
    { heading: 'What' },
  ]
  const rows = rests.map((one) => [
    one.disputeId,
    one.itemId,
    one.customer,
    figure(one.originalMinor, one.currency),
    figure(one.remainingMinor, one.currency),
    one.currency,
    one.giveUpMinor === 0 ? staysText(one) : givenUp(posted !== undefined, failed.has(one.customer)),
  ])
  const canPost = posted === undefined && rests.some(({ giveUpMinor }) => giveUpMinor > 0)
  return [
    head,
    table(columns, rows),
    ...(posted?.left ?? []).map(({ customer, failure }) => leftText(customer, failure)),
    ...(canPost ? ['Nothing is recorded. Run it with --post to record this.'] : []),
  ].join('\n\n')
}

const givenUp = (isPosted: boolean, isLeft: boolean): string =>
  isLeft ? 'left as it is' : isPosted ? 'given up, the dispute has ended' : 'may be given up'

const leftText = (customer: string, failure: LeftAccount['failure']): string =>
  `Account ${customer} was left as it is: ${failure === undefined ? 'somebody else wrote to it; run it again' : describeLedgerFailure(failure)}`

/** Why a rest stays, in words. */
const staysText = ({ because, givableFrom }: DisputeRemainder): string =>
  because === 'discount-open'
    ? `stays: may be a discount, given up from ${givableFrom} on`
    : because === undefined
      ? ''
      : `stays: ${stays[because]}`

const stays: Readonly<Record<Exclude<RemainderStays, 'discount-open'>, string>> = {
  untouched: 'nothing of it is settled yet',
  'no-limit': 'no limit in this currency',
  'too-much': 'too much to give up',
}
