/** The account of one simulated payer, day by day: commands that must be accepted, and the facts they leave. */
import {
  accountStream,
  factId,
  foldOwned,
  type Instant,
  instantOn,
  type LocalDate,
  type Recorded,
} from '@quittance/kernel'
import {
  type AccountCommand,
  type AccountFact,
  type AccountState,
  commandHash,
  decideAccount,
  evolveRecorded,
  initialAccount,
  openMinorOf,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'

/** An account while it is being simulated. @internal */
export interface PayerDays {
  readonly customer: string
  /** Run a command; it is written down on a day of its own, never before what was written down last. */
  readonly run: (command: AccountCommand, recordedOn?: LocalDate) => void
  readonly recorded: () => ReadonlyArray<Recorded<AccountFact>>
  /** What is open of an item now. */
  readonly openMinor: (itemId: string) => number
}

/** A new account. @internal */
export const newPayerDays = (entity: string, customer: string): PayerDays => {
  const stream = accountStream(entity, customer)
  const recorded: Array<Recorded<AccountFact>> = []
  let state: AccountState = initialAccount()
  let last: Instant = instantOn('0001-01-01' as LocalDate, '12:00:00.000')
  let commands = 0
  return {
    customer,
    recorded: () => recorded,
    openMinor: (itemId) => openMinorOf(state, itemId),
    run: (command, recordedOn = command.on) => {
      const answer = decideAccount(command, state)
      if (E.isLeft(answer)) throw new Error(`${customer}: ${command._tag} was refused, ${JSON.stringify(answer.left)}`)
      const due = instantOn(recordedOn, '12:00:00.000')
      if (due > last) last = due
      const commandId = `s${(commands += 1)}`
      const facts = answer.right.map((fact, index): Recorded<AccountFact> => ({
        id: factId(entity, stream, commandId, index),
        stream,
        revision: recorded.length + index,
        position: recorded.length + index + 1,
        effectiveOn: fact.on,
        recordedAt: last,
        actor: 'simulation',
        commandId,
        commandHash: commandHash(command),
        correlationId: commandId,
        fact,
      }))
      recorded.push(...facts)
      state = foldOwned(evolveRecorded, state, facts)
    },
  }
}
