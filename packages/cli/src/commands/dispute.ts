/** `quittance dispute`: raise, substantiate, assign, tag and resolve disputes. */
import type { DisputeClass, DisputeOutcome } from '@quittance/invoicing'
import { keyedGet, keyedValues } from '@quittance/kernel'
import { causeEntry, shippedCauses } from '@quittance/projections'
import type { AccountFact, AccountState } from '@quittance/receivables'
import { Argument, type Command, Option } from 'commander'
import { type Act, type ActOptions, actsOf, dayOf, done, minorOf, run } from '../acting.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, type Desk } from '../matching/desk.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'

const outcomes: ReadonlyArray<DisputeOutcome> = [
  'accepted',
  'partly-accepted',
  'rejected',
  'withdrawn',
  'paid',
  'written-off',
]

/** Add the commands. @category commands @since 0.1.0 */
export const addDispute = (program: Command, output: Output): void => {
  const act = actsOf(program.command('dispute').description('raise, substantiate, assign, tag and resolve disputes'))
  addRaise(act, output)
  addSubstantiate(act, output)
  addAssign(act, output)
  addTag(act, output)
  addResolve(act, output)
}

/** What supports a claim. */
interface ClaimOptions extends ActOptions {
  readonly code?: string
  readonly evidence?: ReadonlyArray<string>
  readonly words?: string
}

interface RaiseOptions extends ClaimOptions {
  readonly id?: string
  readonly cause?: string
  readonly line?: ReadonlyArray<string>
}

const withClaimOptions = (command: Command): Command =>
  command
    .option('--code <code>', "the claim in the customer's codes")
    .option('--evidence <place...>', 'where the papers lie that support it')
    .option('--words <text>', 'what the customer says')

const claimOf = ({
  code,
  evidence,
  words,
}: ClaimOptions): {
  readonly claimCode?: string
  readonly evidence?: ReadonlyArray<string>
  readonly words?: string
} => ({
  ...(code === undefined ? {} : { claimCode: code }),
  ...(evidence === undefined ? {} : { evidence }),
  ...(words === undefined ? {} : { words }),
})

const addRaise = (act: Act, output: Output): void => {
  withClaimOptions(act('raise', 'a customer objects to a document, or to a part of it'))
    .argument('<customer>', "the customer's id")
    .argument('<document>', 'the invoice or debit note')
    .argument('[amount]', 'how much of it, such as 40.00 (default: all that is open and not disputed yet)')
    .option('--id <id>', "the dispute's id (default: dispute-1, dispute-2, … of the account)")
    .option('--cause <cause>', 'a cause of the taxonomy, such as pricing_error, or a code of the customer')
    .option('--line <number...>', 'the lines objected to; without an amount, what is left of them with tax')
    .addHelpText(
      'after',
      '\nExample:\n  quittance dispute raise globex INV-1 40.00 --cause pricing_error --words "old list"',
    )
    .action((customer: string, documentId: string, amount: string | undefined, options: RaiseOptions) =>
      done(output, options, (desk) => raise(desk, customer, { documentId, amount }, options)),
    )
}

const raise = async (
  desk: Desk,
  customer: string,
  { documentId, amount }: { readonly documentId: string; readonly amount: string | undefined },
  options: RaiseOptions,
): Promise<ReadonlyArray<AccountFact>> => {
  const { id, cause, line, actor } = options
  const { state } = await knownAccount(desk, customer)
  const document = keyedGet(state.invoicing.documents, documentId)
  if (document === undefined) throw new CliFailure(`customer ${customer}: no document ${documentId} in the account`)
  const raised = keyedValues(state.invoicing.openDisputes).length + keyedValues(state.invoicing.endedDisputes).length
  const disputeId = id ?? `dispute-${raised + 1}`
  const command = {
    _tag: 'RaiseDispute',
    on: dayOf(desk, options),
    disputeId,
    documentId,
    ...(amount === undefined ? {} : { amountMinor: minorOf('amount', amount, document.currency) }),
    ...(cause === undefined ? {} : { cause }),
    ...(line === undefined ? {} : { lines: line.map(lineNumber) }),
    ...claimOf(options),
  } as const
  return run(desk, customer, command, { commandId: `dispute:raise:${disputeId}`, actor })
}

/** An account that has facts, and its revision, which tells two equal commands apart that were given at two times. */
const knownAccount = async (
  desk: Desk,
  customer: string,
): Promise<{ readonly state: AccountState; readonly revision: number }> => {
  const account = await accountAtPoint(desk, customer)
  if (account.revision < 0) throw new CliFailure(`customer ${customer} has no account in the ledger`)
  return account
}

const lineNumber = (text: string): number => {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new CliFailure(`--line ${text}: not the number of a line`, 2)
  return number
}

const addSubstantiate = (act: Act, output: Output): void => {
  withClaimOptions(act('substantiate', 'what was missing of a claim came in: its code, its papers, an explanation'))
    .argument('<customer>', "the customer's id")
    .argument('<dispute>', "the dispute's id")
    .addHelpText('after', '\nExample:\n  quittance dispute substantiate globex dispute-1 --code 24 --evidence dms:4711')
    .action((customer: string, disputeId: string, options: ClaimOptions) =>
      done(output, options, async (desk) => {
        const { revision } = await knownAccount(desk, customer)
        const command = {
          _tag: 'SubstantiateDispute',
          on: dayOf(desk, options),
          disputeId,
          ...claimOf(options),
        } as const
        const meta = { commandId: `dispute:substantiate:${disputeId}:${revision}`, actor: options.actor }
        return run(desk, customer, command, meta)
      }),
    )
}

interface AssignOptions extends ActOptions {
  readonly to: string
  readonly person?: string
  readonly by?: string
}

const addAssign = (act: Act, output: Output): void => {
  act('assign', 'somebody is to look into a dispute, or somebody else')
    .argument('<customer>', "the customer's id")
    .argument('<dispute>', "the dispute's id")
    .requiredOption('--to <department>', 'the department')
    .option('--person <name>', 'who there')
    .option('--by <day>', 'the day by which an answer is wanted')
    .addHelpText(
      'after',
      '\nExample:\n  quittance dispute assign globex dispute-1 --to pricing --person k.ito --by 2026-06-05',
    )
    .action((customer: string, disputeId: string, options: AssignOptions) =>
      done(output, options, async (desk) => {
        const { revision } = await knownAccount(desk, customer)
        const { to, person, by, actor } = options
        const command = {
          _tag: 'AssignDispute',
          on: dayOf(desk, options),
          disputeId,
          department: to,
          ...(person === undefined ? {} : { person }),
          ...(by === undefined ? {} : { dueOn: dayOption('--by', by) }),
        } as const
        return run(desk, customer, command, { commandId: `dispute:assign:${disputeId}:${revision}`, actor })
      }),
    )
}

const addTag = (act: Act, output: Output): void => {
  act('tag', 'say what caused a dispute, or say it anew; also after it has ended')
    .argument('<customer>', "the customer's id")
    .argument('<dispute>', "the dispute's id")
    .argument('<cause>', 'a cause of the taxonomy, such as pricing_error')
    .requiredOption('--because <words>', 'why')
    .action((customer: string, disputeId: string, cause: string, options: ActOptions & { readonly because: string }) =>
      done(output, options, async (desk) => {
        if (causeEntry(shippedCauses, cause).cause !== cause)
          throw new CliFailure(
            `cause ${cause}: not in the taxonomy; it has ${shippedCauses.causes.map((one) => one.cause).join(', ')}`,
            2,
          )
        const { revision } = await knownAccount(desk, customer)
        const { because, actor } = options
        const on = dayOf(desk, options)
        const command = { _tag: 'TagDisputeCause', on, disputeId, cause, by: actor, because } as const
        return run(desk, customer, command, { commandId: `dispute:tag:${disputeId}:${revision}`, actor })
      }),
    )
}

const classes: ReadonlyArray<DisputeClass> = ['agreed', 'preventable', 'unauthorised']

interface ResolveOptions extends ActOptions {
  readonly creditNote?: string
  readonly class?: DisputeClass
}

const addResolve = (act: Act, output: Output): void => {
  act('resolve', 'a dispute has ended')
    .argument('<customer>', "the customer's id")
    .argument('<dispute>', "the dispute's id")
    .addArgument(new Argument('<outcome>', 'how').choices(outcomes))
    .option('--credit-note <number>', 'the credit note over what is accepted, which the ledger has already')
    .addOption(new Option('--class <class>', 'what it turned out to be; preventable needs its cause').choices(classes))
    .addHelpText('after', '\nExample:\n  quittance dispute resolve globex dispute-1 accepted --credit-note CN-7')
    .action((customer: string, disputeId: string, outcome: DisputeOutcome, options: ResolveOptions) =>
      done(output, options, async (desk) => {
        await knownAccount(desk, customer)
        const { creditNote, class: disputeClass, actor } = options
        const command = {
          _tag: 'ResolveDispute',
          on: dayOf(desk, options),
          disputeId,
          outcome,
          ...(creditNote === undefined ? {} : { creditNoteId: creditNote }),
          ...(disputeClass === undefined ? {} : { disputeClass }),
        } as const
        return run(desk, customer, command, { commandId: `dispute:resolve:${disputeId}`, actor })
      }),
    )
}
