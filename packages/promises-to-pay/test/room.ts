/** The room alone: its facts folded, and an account round it that says what the test wants to hear. */
import { foldOwned, localDate, type LocalDate } from '@quittance/kernel'
import {
  decidePromises,
  defaultPromiseTerms,
  evolvePromises,
  initialPromises,
  type ItemReduction,
  type MakePromise,
  type OwedDocument,
  type PromisesCommand,
  type PromisesContext,
  type PromisesDecided,
  type PromisesFact,
  type PromisesState,
  type ReceivedMoney,
} from '../src/index.js'

export const day = (text: string): LocalDate => localDate(text)

/** An account as the room sees it. */
export interface Around {
  readonly items?: Readonly<Record<string, Partial<OwedDocument>>>
  readonly money?: ReadonlyArray<ReceivedMoney>
  readonly reductions?: Readonly<Record<string, ReadonlyArray<ItemReduction>>>
  readonly returned?: ReadonlyArray<string>
  readonly takenBackOn?: LocalDate
}

export const contextOf = ({
  items = {},
  money = [],
  reductions = {},
  returned = [],
  takenBackOn,
}: Around): PromisesContext => {
  const itemOf = (itemId: string): OwedDocument | undefined => {
    const item = items[itemId]
    if (item === undefined) return undefined
    return {
      itemId,
      currency: 'EUR',
      issuedOn: day('2026-04-01'),
      owedMinor: 500_00,
      voided: false,
      ...item,
    }
  }
  const openMinorOfItem = (itemId: string): number => {
    const paid = money.reduce((so, one) => (one.itemId === itemId ? so + one.amountMinor : so), 0)
    const reduced = (reductions[itemId] ?? []).reduce((so, one) => so + one.amountMinor, 0)
    return (itemOf(itemId)?.owedMinor ?? 0) - paid - reduced
  }
  return {
    itemOf,
    openMinorOfItem,
    money: () => money,
    reductionsOf: (itemId) => reductions[itemId] ?? [],
    openMinorOf: () => Object.keys(items).reduce((so, itemId) => so + openMinorOfItem(itemId), 0),
    receiptStatusOf: (receiptId) =>
      returned.includes(receiptId) ? 'returned' : money.some((one) => one.receiptId === receiptId) ? 'live' : undefined,
    takenBackOn: () => takenBackOn,
  }
}

/** One invoice I1 of 500.00 EUR, unless said otherwise. */
export const around = (parts: Around = {}): Around => ({ items: { I1: {} }, ...parts })

export const stateOf = (facts: ReadonlyArray<PromisesFact>): PromisesState =>
  foldOwned(evolvePromises, initialPromises(), facts)

export const decide = (
  facts: ReadonlyArray<PromisesFact>,
  command: PromisesCommand,
  account: Around = around(),
): PromisesDecided => decidePromises(command, stateOf(facts), contextOf(account))

/** The facts of a command that must be accepted. */
export const factsOf = (decided: PromisesDecided): ReadonlyArray<PromisesFact> => {
  if (decided._tag === 'Left') throw new Error(`refused: ${JSON.stringify(decided.left)}`)
  return decided.right.facts
}

/** Everything that commands one after another cause. */
export const played = (commands: ReadonlyArray<readonly [PromisesCommand, Around?]>): ReadonlyArray<PromisesFact> =>
  commands.reduce<ReadonlyArray<PromisesFact>>(
    (facts, [command, account]) => [...facts, ...factsOf(decide(facts, command, account))],
    [],
  )

/** 500.00 EUR for invoice I1, promised on 1 May for 15 May, without grace. */
export const promise: MakePromise = {
  _tag: 'MakePromise',
  on: day('2026-05-01'),
  promiseId: 'P1',
  currency: 'EUR',
  amountMinor: 500_00,
  dueOn: day('2026-05-15'),
  items: [{ itemId: 'I1', amountMinor: 500_00 }],
  terms: { ...defaultPromiseTerms, graceDays: 0 },
}

export const assess = (on: string): PromisesCommand => ({ _tag: 'AssessPromises', on: day(on) })

/** Money on invoice I1, applied on the day it came unless said otherwise. */
export const paid = (
  receiptId: string,
  on: string,
  amountMinor: number,
  parts: Partial<ReceivedMoney> = {},
): ReceivedMoney => ({
  receiptId,
  currency: 'EUR',
  receivedOn: day(on),
  amountMinor,
  itemId: 'I1',
  appliedOn: day(on),
  ...parts,
})

/** Money that nobody applied yet. */
export const unapplied = (receiptId: string, on: string, amountMinor: number): ReceivedMoney => ({
  receiptId,
  currency: 'EUR',
  receivedOn: day(on),
  amountMinor,
})
