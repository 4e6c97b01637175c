/**
 * One command on each of many accounts. Accounts are read and decided on one after the other, so that few are held at a
 * time; what they record is appended together, so that it shares commits.
 */
import { accountStream } from '@quittance/kernel'
import type * as E from 'fp-ts/lib/Either.js'
import type { AccountCommand } from '../account/account.js'
import type { AccountCache } from './account-cache.js'
import type { LedgerFailure } from './failures.js'
import { commandHash, type CommandMeta } from './prepare-facts.js'
import { type LedgerParts, type Outcome, runCommands } from './run-commands.js'

/** What became of the command on one of many accounts. @category commands @since 0.1.0 */
export interface AnswerOf {
  readonly customer: string
  readonly answer: E.Either<LedgerFailure, Outcome>
}

/** How appends of one process wait for each other on an account. @internal */
export type InTurn = <A>(stream: string, job: () => Promise<A>) => Promise<A>

const accountsAtOnce = 1_000
const appendsAtOnce = 128

/** @internal */
export async function* runOnEach(
  parts: LedgerParts,
  inTurn: InTurn,
  pages: AsyncIterable<ReadonlyArray<string>>,
  asked: { readonly commandFor: (customer: string, stream: string) => AccountCommand; readonly meta: CommandMeta },
): AsyncGenerator<ReadonlyArray<AnswerOf>> {
  let window: Array<Promise<AnswerOf>> = []
  let appends = 0
  for await (const page of pages)
    for (const customer of page) {
      const begun = begin(parts, inTurn, customer, asked)
      window.push(begun.answered)
      if ((await begun.halfway) === 'appending') appends += 1
      if (window.length < accountsAtOnce && appends < appendsAtOnce) continue
      yield await Promise.all(window)
      window = []
      appends = 0
    }
  if (window.length > 0) yield await Promise.all(window)
}

interface Begun {
  readonly answered: Promise<AnswerOf>
  /** Settles when the account is decided on: nothing is left to do, or it waits for a commit. */
  readonly halfway: Promise<'answered' | 'appending'>
}

/** What is read for this alone is not kept at hand: it would push out what others use. */
const nothingKept: AccountCache = { get: () => undefined, put: () => undefined }

const begin = (
  parts: LedgerParts,
  inTurn: InTurn,
  customer: string,
  {
    commandFor,
    meta,
  }: { readonly commandFor: (customer: string, stream: string) => AccountCommand; readonly meta: CommandMeta },
): Begun => {
  const stream = accountStream(parts.entity, customer)
  const command = commandFor(customer, stream)
  const only = [{ command, commandId: meta.commandId, hashed: () => commandHash(command) }]
  let reached: (stage: 'appending') => void = () => undefined
  const appending = new Promise<'appending'>((resolve) => {
    reached = resolve
  })
  const own = { ...parts, cache: nothingKept, ownsStates: true, appending: () => reached('appending') }
  const answer = inTurn(stream, () => runCommands(own, stream, () => only, meta))
  const answered = answer.then((answer) => ({ customer, answer }))
  // A machine that breaks is reported when the answers are waited for, not before.
  answered.catch(() => undefined)
  return { answered, halfway: Promise.race([appending, answer.then(() => 'answered' as const)]) }
}
