/** What was found as proposals: with ids, what each leaves, and the commands that do it and take it back. */
import { money } from '@quittance/kernel'
import type { CashCommand } from '../../commands.js'
import type { Desk, Found } from './desk.js'
import type { CleanUpAct, CleanUpPair, CleanUpProposal, CleanUpQuestion } from './model.js'

/** What is left of the debits and credits while proposals are done one after another. */
interface Tally {
  readonly left: Map<string, number>
  /** Money that is not set aside, by receipt. */
  readonly unapplied: Map<string, number>
  /** The proposals that touched each, by id. */
  readonly touched: Map<string, Array<string>>
}

/** In the order in which they were found, which is the order in which they are to be done. @internal */
export const proposalsOf = ({ question, found }: Desk): ReadonlyArray<CleanUpProposal> => {
  const receipts = question.credits.flatMap((credit) => (credit._tag === 'Receipt' ? [credit] : []))
  const tally: Tally = {
    left: new Map([
      ...question.debits.map(({ itemId, openMinor }) => [itemId, openMinor] as const),
      ...question.credits.flatMap((credit) =>
        credit._tag === 'CreditNote' ? [[credit.creditId, credit.freeMinor] as const] : [],
      ),
      ...receipts.map((one) => [one.creditId, one.unappliedMinor + one.onAccountMinor] as const),
    ]),
    unapplied: new Map(receipts.map(({ creditId, unappliedMinor }) => [creditId, unappliedMinor])),
    touched: new Map(),
  }
  return found.map((one) => proposalOf(one, question, tally))
}

const proposalOf = ({ rule, act }: Found, question: CleanUpQuestion, tally: Tally): CleanUpProposal => {
  const ids = idsOf(act)
  const id = `${rule}/${ids.join('/')}`
  const after = [...new Set(ids.flatMap((touched) => tally.touched.get(touched) ?? []))]
  for (const touched of ids) tally.touched.set(touched, [...(tally.touched.get(touched) ?? []), id])
  const posting = commandsOf(id, act, question, tally)
  return {
    id,
    rule,
    act,
    leaves: ids.map((touched) => ({ id: touched, leftMinor: tally.left.get(touched) ?? 0 })),
    after,
    ...posting,
  }
}

const idsOf = (act: CleanUpAct): ReadonlyArray<string> => {
  switch (act._tag) {
    case 'Allocate':
      return [...new Set(act.pairs.flatMap(({ creditId, itemId }) => [creditId, itemId]))]
    case 'GiveUp':
      return [act.itemId]
    case 'PayBack':
      return [act.creditId]
  }
}

type Posting = Pick<CleanUpProposal, 'commands' | 'undo'>

const commandsOf = (id: string, act: CleanUpAct, question: CleanUpQuestion, tally: Tally): Posting => {
  switch (act._tag) {
    case 'Allocate':
      return both(act.pairs.map((pair, at) => pairCommands(`${question.runId}/${id}/${at + 1}`, pair, question, tally)))
    case 'GiveUp':
      return giveUp(`${question.runId}/${id}`, act, question, tally)
    case 'PayBack':
      return payBack(`${question.runId}/${id}`, act, question, tally)
  }
}

/** Done in order, taken back the other way round. */
const both = (postings: ReadonlyArray<Posting>): Posting => ({
  commands: postings.flatMap(({ commands }) => commands),
  undo: postings.toReversed().flatMap(({ undo }) => undo),
})

const take = ({ left }: Tally, id: string, minor: number): void => {
  left.set(id, (left.get(id) ?? 0) - minor)
}

/** Money set aside is made free first, and is set aside again when the pair is taken back. */
const pairCommands = (
  applicationId: string,
  { creditId, itemId, amountMinor }: CleanUpPair,
  { asOf: on, currency }: CleanUpQuestion,
  tally: Tally,
): Posting => {
  take(tally, creditId, amountMinor)
  take(tally, itemId, amountMinor)
  const lines = [{ applicationId, itemId, amount: money(currency, amountMinor) }]
  const unapply: CashCommand = { _tag: 'Unapply', on, applicationId, because: 'mistake', reason: 'clean-up taken back' }
  const freeMinor = tally.unapplied.get(creditId)
  if (freeMinor === undefined) return { commands: [{ _tag: 'ApplyCredit', on, creditId, lines }], undo: [unapply] }
  const releaseMinor = Math.max(amountMinor - freeMinor, 0)
  tally.unapplied.set(creditId, freeMinor + releaseMinor - amountMinor)
  const amount = money(currency, releaseMinor)
  return {
    commands: [
      ...(releaseMinor === 0 ? [] : [{ _tag: 'ReleaseFromAccount', on, receiptId: creditId, amount } as const]),
      { _tag: 'ApplyCash', on, receiptId: creditId, lines },
    ],
    undo: [
      unapply,
      ...(releaseMinor === 0 ? [] : [{ _tag: 'PlaceOnAccount', on, receiptId: creditId, amount } as const]),
    ],
  }
}

const giveUp = (
  writeOffId: string,
  { itemId, amountMinor }: Extract<CleanUpAct, { readonly _tag: 'GiveUp' }>,
  { asOf: on, currency, policy, requestedBy }: CleanUpQuestion,
  tally: Tally,
): Posting => {
  take(tally, itemId, amountMinor)
  const { id, version, smallDebit } = policy
  return {
    commands: [
      {
        _tag: 'WriteOff',
        on,
        writeOffId,
        itemId,
        amount: money(currency, amountMinor),
        reason: 'small-balance',
        requestedBy,
        policy: { id, version, smallBalanceMaxMinor: smallDebit.maxMinor, limits: [] },
      },
    ],
    undo: [{ _tag: 'ReverseWriteOff', on, writeOffId, reason: 'clean-up taken back' }],
  }
}

const payBack = (
  refundId: string,
  { creditId, amountMinor }: Extract<CleanUpAct, { readonly _tag: 'PayBack' }>,
  { asOf: on, currency }: CleanUpQuestion,
  tally: Tally,
): Posting => {
  take(tally, creditId, amountMinor)
  const source = tally.unapplied.has(creditId) ? 'receipt' : 'credit-note'
  return {
    commands: [{ _tag: 'Refund', on, refundId, source, sourceId: creditId, amount: money(currency, amountMinor) }],
    undo: [{ _tag: 'CancelRefund', on, refundId, reason: 'clean-up taken back' }],
  }
}
