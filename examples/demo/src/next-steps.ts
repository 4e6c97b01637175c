/** What to try after the demo. */
import type { SettledDispute } from './latest-settled-dispute.js'

/** Commands on the ledger that the demo left behind, to be copied into a shell in the folder where the demo was started. */
export const nextStepsText = (ledger: string, dispute: SettledDispute | undefined): string => {
  const quittance = (line: string): string => `  npm run -s quittance -- ${line} --store sqlite:${ledger}`
  const aboutThem =
    dispute === undefined
      ? []
      : [
          'What that customer owed on the due day, how the balance moved from there to the payment, and the story again:',
          quittance(`statement ${dispute.customer} --as-of ${dispute.dueOn}`),
          quittance(`statement ${dispute.customer} --from ${dispute.dueOn} --as-of ${dispute.settledOn}`),
          quittance(`timeline ${dispute.documentId}`),
          '',
        ]
  return [
    '',
    'Try next',
    '--------',
    '',
    `The ledger stays in ${ledger}. Who owed what at the end of March 2013, as the books knew it then:`,
    quittance('aging --as-of 2013-03-31 --known-at 2013-03-31 --by customer'),
    '',
    ...aboutThem,
    'Every fact as a line of JSON, and all commands:',
    quittance('log export ledger.jsonl'),
    '  npm run -s quittance -- --help',
    '',
    '',
  ].join('\n')
}
