/** What is asked of the account at each step: chosen among what is there, at the edges on purpose. */
import type { MatchPlan } from '@quittance/cash-application'
import { keyedValues, type LocalDate, money } from '@quittance/kernel'
import * as fc from 'fast-check'
import type { AccountCommand, AccountState, MatchProposal } from '../../src/index.js'
import type { NaiveAccount } from './naive-account.js'

export const deeds = [
  'issue an invoice',
  'issue a credit',
  'credit an invoice',
  'receive a payment',
  'redeliver a payment',
  'match',
  'apply a proposal',
  'unapply',
  'take a payment back',
  'write off',
  'dispute',
  'release',
  'change the tolerance',
  'upgrade the rule set',
  'let time pass',
  'keep a snapshot',
  'start again',
] as const
export type Deed = (typeof deeds)[number]

export interface Step {
  readonly deed: Deed
  readonly which: number
  readonly other: number
  readonly amount: number
  readonly says: number
}

const weighted: ReadonlyArray<Deed> = [
  ...deeds,
  ...Array.from({ length: 4 }, () => ['issue an invoice', 'receive a payment', 'match'] as const).flat(),
  ...([
    'apply a proposal',
    'apply a proposal',
    'apply a proposal',
    'unapply',
    'redeliver a payment',
    'write off',
  ] as const),
]

export const steps = (maxLength: number): fc.Arbitrary<ReadonlyArray<Step>> =>
  fc.array(
    fc.record({
      deed: fc.constantFrom(...weighted),
      which: fc.nat(30),
      other: fc.nat(30),
      amount: fc.nat(11),
      says: fc.nat(3),
    }),
    { maxLength, size: 'max' },
  )

/** Equal ones, ones a cent and a bank's fee apart, and ones of which no two sums are alike. */
const amounts = [100_00, 100_00, 100_01, 85_00, 250_00, 333_33, 512_00, 1024_00, 2048_00, 19_95, 39_90, 750_00] as const

/** What a step may look at. */
export interface Seen {
  readonly naive: NaiveAccount
  readonly today: LocalDate
  readonly proposals: ReadonlyArray<MatchProposal>
}

export const chosen = <A>(from: ReadonlyArray<A>, which: number): A | undefined =>
  from[which % Math.max(from.length, 1)]
const documentsIn = (state: AccountState): ReadonlyArray<{ readonly documentId: string; readonly currency: string }> =>
  keyedValues(state.invoicing.documents).filter(({ kind }) => kind === 'invoice')

/** The commands of a step; none, if there is nothing to do it to. */
export const commandsOf = (step: Step, scene: Seen, state: AccountState, id: string): ReadonlyArray<AccountCommand> => {
  const { deed, which, amount, says } = step
  const { today: on } = scene
  const currency = says === 3 && which % 4 === 0 ? 'USD' : 'EUR'
  const lines = [{ netMinor: amounts[amount] ?? 100_00 }]
  const invoice = chosen(documentsIn(state), which)
  switch (deed) {
    case 'issue an invoice':
      return [{ _tag: 'IssueInvoice', on, documentId: `47${id.padStart(3, '0')}11`, currency, lines }]
    case 'issue a credit':
      return [{ _tag: 'IssueCreditNote', on, documentId: `CN-${id}`, currency, lines, reason: 'bonus' }]
    case 'credit an invoice':
      return invoice === undefined
        ? []
        : [
            {
              _tag: 'IssueCreditNote',
              on,
              documentId: `CN-${id}`,
              currency: invoice.currency,
              lines,
              reason: 'returned',
              precedingId: invoice.documentId,
            },
          ]
    case 'receive a payment':
      return [received(step, scene, id, currency)]
    case 'apply a proposal':
      return proposalCommands(step, scene, id)
    default:
      return onWhatIsThere(step, scene, state, id)
  }
}

/** Mostly the sum of some open items, which the payer names or not; now and then a cent or a fee off. */
const received = (
  { which, other, amount, says }: Step,
  { naive, today }: Seen,
  id: string,
  currency: string,
): AccountCommand => {
  const open = [...naive.items].filter(([, item]) => item.currency === currency && item.openMinor > 0)
  const paid = open.filter((_, at) => at === which % Math.max(open.length, 1) || (other >> (at % 5)) % 2 === 1)
  const sum = paid.reduce((so, [, { openMinor }]) => so + openMinor, 0)
  const minor = Math.max(1, (sum === 0 ? 100_00 : sum) + ([0, 0, 0, 0, 0, 0, 0, 1, -1, -15_00, 5_00, 0][amount] ?? 0))
  const remittanceText = says === 0 ? '' : paid.map(([itemId]) => itemId).join(' ')
  const bankReference = `B-${id}`
  return {
    _tag: 'RecordReceipt',
    on: today,
    receiptId: `R-${bankReference}`,
    amount: money(currency, minor),
    method: 'wire',
    bankReference,
    ...(remittanceText === '' ? {} : { remittanceText }),
  }
}

/** A clerk takes one of the proposals of the last match, however old it is by now. */
const proposalCommands = (
  { which, other }: Step,
  { proposals, today: on }: Seen,
  id: string,
): ReadonlyArray<AccountCommand> => {
  const open = proposals.filter(
    ({ reasoned }) => reasoned?.answer._tag === 'Ambiguous' || reasoned?.answer._tag === 'Apply',
  )
  const proposal = chosen(open, which)
  const answer = proposal?.reasoned?.answer
  const plan =
    answer?._tag === 'Apply' ? answer.plan : answer?._tag === 'Ambiguous' ? chosen(answer.plans, other) : undefined
  if (proposal === undefined || plan === undefined || !isPlain(plan)) return []
  const lines = plan.lines.map(({ itemId, cashMinor }, at) => ({
    applicationId: `A-${id}/${at}`,
    itemId,
    amount: money(proposal.currency, cashMinor),
  }))
  return [{ _tag: 'ApplyCash', on, receiptId: proposal.payment.paymentId, lines }]
}

const isPlain = ({ lines, charges = [], pennyMinor }: MatchPlan): boolean =>
  lines.length > 0 &&
  charges.length === 0 &&
  pennyMinor === 0 &&
  lines.every((line) => line.cashMinor > 0 && line.differences.length === 0)

const writeOffPolicy = {
  id: 'write-off',
  version: 1,
  smallBalanceMaxMinor: 5_00,
  limits: [{ approver: 'bob', maxMinor: 500_00 }],
}

const onWhatIsThere = (
  { deed, which, other, amount }: Step,
  { naive, today: on }: Seen,
  state: AccountState,
  id: string,
): ReadonlyArray<AccountCommand> => {
  const item = chosen([...naive.items], which)
  switch (deed) {
    case 'unapply': {
      const applicationId = chosen([...naive.allocations.keys()], which)
      if (applicationId === undefined) return []
      return [{ _tag: 'Unapply', on, applicationId, because: 'reallocation', reason: 'goes elsewhere' }]
    }
    case 'take a payment back': {
      const receiptId = chosen([...naive.receipts.keys()], which)
      return receiptId === undefined ? [] : [{ _tag: 'ReturnReceipt', on, receiptId, kind: 'nsf' }]
    }
    case 'write off': {
      if (item === undefined) return []
      const [itemId, { currency, openMinor }] = item
      const minor = Math.max(1, amount % 3 === 0 ? openMinor : Math.min(openMinor, 5_00) + (other % 3) - 1)
      const who = { requestedBy: 'ann', approvedBy: 'bob', policy: writeOffPolicy }
      return [
        {
          _tag: 'WriteOff',
          on,
          writeOffId: `W-${id}`,
          itemId,
          amount: money(currency, minor),
          reason: 'bad-debt',
          ...who,
        },
      ]
    }
    case 'dispute':
      return item === undefined
        ? []
        : [{ _tag: 'RaiseDispute', on, disputeId: `D-${id}`, documentId: item[0], cause: 'price' }]
    case 'release': {
      const dispute = chosen(keyedValues(state.invoicing.openDisputes), which)
      return dispute === undefined
        ? []
        : [{ _tag: 'ResolveDispute', on, disputeId: dispute.disputeId, outcome: 'rejected' }]
    }
    default:
      return []
  }
}
