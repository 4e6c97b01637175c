/** The room alone: its facts folded, and an account round it that says what the test wants to hear. */
import { foldOwned, foldShared, localDate, type LocalDate } from '@quittance/kernel'
import {
  type AskableItem,
  decideDunning,
  type DunningCommand,
  type DunningContext,
  type DunningDecided,
  type DunningFact,
  type DunningState,
  evolveDunning,
  initialDunning,
  type OwedInstalment,
  type OwedOverTime,
  type UnappliedCredit,
} from '../src/index.js'

export const day = (text: string): LocalDate => localDate(text)

/** An account as the room sees it. */
export interface Around {
  readonly items?: Readonly<Record<string, Partial<AskableItem & OwedInstalment>>>
  readonly credits?: ReadonlyArray<UnappliedCredit>
  readonly bearing?: ReadonlyArray<OwedOverTime>
}

/** Each item has one instalment of 500.00 EUR, due on 1 May, unless said otherwise. */
const owedOf = (items: NonNullable<Around['items']>): ReadonlyArray<OwedInstalment> =>
  Object.entries(items).map(([itemId, { voided: _voided, ...item }]) => ({
    itemId,
    instalmentNo: 1,
    currency: 'EUR',
    openMinor: 500_00,
    dueOn: day('2026-05-01'),
    issuedOn: day('2026-04-01'),
    disputedMinor: 0,
    ...item,
  }))

export const contextOf = (
  { items = {}, credits = [], bearing = [] }: Around,
  dunning: DunningState,
): DunningContext => ({
  bearing: () => bearing,
  asItStands: () => ({ items: owedOf(items), credits, dunning }),
  knownBy: (_day, decided) => ({
    items: owedOf(items),
    credits,
    dunning: foldShared(evolveDunning, dunning, decided),
  }),
  itemOf: (itemId) => {
    const item = items[itemId]
    if (item === undefined) return undefined
    return { itemId, currency: 'EUR', issuedOn: day('2026-04-01'), voided: false, ...item }
  },
})

/** One invoice I1, unless said otherwise. */
export const around = (parts: Around = {}): Around => ({ items: { I1: {} }, ...parts })

export const stateOf = (facts: ReadonlyArray<DunningFact>): DunningState =>
  foldOwned(evolveDunning, initialDunning(), facts)

export const decide = (
  facts: ReadonlyArray<DunningFact>,
  command: DunningCommand,
  account: Around = around(),
): DunningDecided => {
  const state = stateOf(facts)
  return decideDunning(command, state, contextOf(account, state))
}

/** The facts of a command that must be accepted. */
export const factsOf = (decided: DunningDecided): ReadonlyArray<DunningFact> => {
  if (decided._tag === 'Left') throw new Error(`refused: ${JSON.stringify(decided.left)}`)
  return decided.right.facts
}

/** Everything that commands one after another cause. */
export const played = (commands: ReadonlyArray<DunningCommand>, account?: Around): ReadonlyArray<DunningFact> =>
  commands.reduce<ReadonlyArray<DunningFact>>(
    (facts, command) => [...facts, ...factsOf(decide(facts, command, account))],
    [],
  )
