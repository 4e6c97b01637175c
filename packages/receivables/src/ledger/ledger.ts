/**
 * The ledger that a developer embeds: commands in, facts and balances out, on any store.
 */
import type { EventStore } from '@quittance/event-store'
import { accountStream, type Instant, parseAccountStream } from '@quittance/kernel'
import type * as E from 'fp-ts/lib/Either.js'
import type { AccountCommand } from '../account/account.js'
import { type AccountAt, accountCache } from './account-cache.js'
import { documentClaim, receiptClaim } from './claims.js'
import type { LedgerFailure, UnreadableHistory } from './failures.js'
import {
  type HistoricCommand,
  type HistoryPlan,
  type ImportMeta,
  planHistory,
  recordHistory,
} from './import-history.js'
import { loadAccount } from './load-account.js'
import type { IdentifiedCommand } from './decide-batch.js'
import { batchHash, commandHash, type CommandMeta } from './prepare-facts.js'
import { type LedgerParts, type Outcome, runCommands } from './run-commands.js'
import { type AnswerOf, runOnEach } from './run-on-each.js'
import { type CashTransfer, moveCash, recallCash, returnCash, type TransferFailure } from './transfer.js'

/** What a ledger stands on. @category model @since 0.1.0 */
export interface LedgerOptions {
  readonly store: EventStore
  /** The seller's legal entity: document numbers are unique within it. */
  readonly entity: string
  /** The moment of recording; the only clock, and it stands outside every rule. */
  readonly clock: () => Instant
  /** How many folded accounts are kept at hand; default 1,000. */
  readonly cachedAccounts?: number
  /** How often a command is decided again when others write to the account; default 16. */
  readonly maxAttempts?: number
}

/** Commands in, facts and balances out. @category commands @since 0.1.0 */
export interface Ledger {
  /** Run one command on a customer's account. */
  readonly run: (
    customer: string,
    command: AccountCommand,
    meta: CommandMeta,
  ) => Promise<E.Either<LedgerFailure, Outcome>>
  /** Run several on one account in one append, all or nothing; each gets the id `<commandId>#<index>`. */
  readonly runAll: (
    customer: string,
    commands: ReadonlyArray<AccountCommand>,
    meta: CommandMeta,
  ) => Promise<E.Either<LedgerFailure, Outcome>>
  /**
   * Run what is decided on the account as it stands, in one append. When others write in between, it is decided again on what
   * stands then; deciding on nothing records nothing.
   */
  readonly runDecided: (
    customer: string,
    decide: (account: AccountAt) => ReadonlyArray<AccountCommand>,
    meta: CommandMeta,
  ) => Promise<E.Either<LedgerFailure, Outcome>>
  /**
   * Run one command on each of many accounts, a few at a time: what they record shares commits. Answers come in pages, in the
   * order of the customers; one that is refused stops no other.
   */
  readonly runOnEach: (
    customers: AsyncIterable<ReadonlyArray<string>>,
    commandFor: (customer: string, stream: string) => AccountCommand,
    meta: CommandMeta,
  ) => AsyncIterable<ReadonlyArray<AnswerOf>>
  /** The account as it stands now. */
  readonly account: (customer: string) => Promise<E.Either<UnreadableHistory, AccountAt>>
  /** The customers of this entity that have an account with a fact, each once, in pages. */
  readonly customers: () => AsyncIterable<ReadonlyArray<string>>
  /** Which customer's account holds a document of this entity. */
  readonly customerOfDocument: (documentId: string) => Promise<string | undefined>
  /** Which customer's account holds a receipt of this entity. */
  readonly customerOfReceipt: (receiptId: string) => Promise<string | undefined>
  /** What an import of history would record on an account; writes nothing. */
  readonly planHistory: (
    customer: string,
    commands: ReadonlyArray<HistoricCommand>,
    meta: ImportMeta,
  ) => Promise<E.Either<LedgerFailure, HistoryPlan>>
  /** Record what was planned, in one append. */
  readonly recordHistory: (plan: HistoryPlan) => Promise<E.Either<LedgerFailure, { readonly recorded: number }>>
  /**
   * Move unapplied money between two accounts; safe to repeat after a crash in between.
   *
   * @law money that left an account is at the other, at home or in transit
   */
  readonly moveCash: (transfer: CashTransfer, meta: CommandMeta) => Promise<E.Either<TransferFailure, Outcome>>
  /** Send money that was moved, or is still in transit, back to where it came from: all of it, if it is free there. */
  readonly returnCash: (
    transfer: CashTransfer,
    reason: string,
    meta: CommandMeta,
  ) => Promise<E.Either<TransferFailure, Outcome>>
  /** After the source's receipt bounced, and not before: make the destination give the money up. */
  readonly recallCash: (
    transfer: CashTransfer,
    meta: CommandMeta,
    refundClaimId?: string,
  ) => Promise<E.Either<TransferFailure, Outcome>>
}

/**
 * Open a ledger on a store. Nothing is read until the first command.
 *
 * @law one result per command id
 * @category commands
 * @since 0.1.0
 */
export const openLedger = (options: LedgerOptions): Ledger => {
  const parts: LedgerParts = {
    store: options.store,
    entity: options.entity,
    clock: options.clock,
    cache: accountCache(options.cachedAccounts ?? 1000),
    maxAttempts: options.maxAttempts ?? 16,
  }
  const streamOf = (customer: string): string => accountStream(options.entity, customer)
  const inTurn = turns()

  const runDecided: Ledger['runDecided'] = (customer, decide, meta) => {
    const commandsOn = (account: AccountAt): ReadonlyArray<IdentifiedCommand> =>
      identified(decide(account), meta.commandId)
    return inTurn(streamOf(customer), () => runCommands(parts, streamOf(customer), commandsOn, meta))
  }
  const runAll: Ledger['runAll'] = (customer, commands, meta) => runDecided(customer, () => commands, meta)
  const run: Ledger['run'] = (customer, command, meta) => {
    const only = [{ command, commandId: meta.commandId, hashed: () => commandHash(command) }]
    return inTurn(streamOf(customer), () => runCommands(parts, streamOf(customer), () => only, meta))
  }
  const account: Ledger['account'] = (customer) => loadAccount(parts.store, parts.cache, streamOf(customer))
  const holder = async (claim: string): Promise<string | undefined> => {
    const stream = await parts.store.claimedBy(claim)
    return stream === undefined ? undefined : parseAccountStream(stream)?.customer
  }
  return {
    run,
    runAll,
    runDecided,
    account,
    runOnEach: (customers, commandFor, meta) => runOnEach(parts, inTurn, customers, { commandFor, meta }),
    customers: () => customersOf(options.store, options.entity),
    customerOfDocument: (documentId) => holder(documentClaim(options.entity, documentId)),
    customerOfReceipt: (receiptId) => holder(receiptClaim(options.entity, receiptId)),
    planHistory: (customer, commands, meta) => planHistory(parts, customer, streamOf(customer), commands, meta),
    recordHistory: (plan) => inTurn(plan.stream, () => recordHistory(parts.store, plan)),
    moveCash: (transfer, meta) => moveCash({ run, account }, transfer, meta),
    returnCash: (transfer, reason, meta) => returnCash({ run, account }, transfer, reason, meta),
    recallCash: (transfer, meta, refundClaimId) => recallCash({ run, account }, transfer, meta, refundClaimId),
  }
}

async function* customersOf(store: EventStore, entity: string): AsyncGenerator<ReadonlyArray<string>> {
  for await (const streams of store.streams('account')) {
    const own = streams.flatMap((stream) => {
      const account = parseAccountStream(stream)
      return account?.entity === entity ? [account.customer] : []
    })
    if (own.length > 0) yield own
  }
}

/** Each command of a batch is known by what the whole batch says: under one id, a longer or shorter one is another. */
const identified = (commands: ReadonlyArray<AccountCommand>, commandId: string): ReadonlyArray<IdentifiedCommand> => {
  const hash = batchHash(commands)
  const hashed = (): string => hash
  return commands.map((command, index) => ({ command, commandId: `${commandId}#${index}`, hashed }))
}

/** Commands on one account wait for each other here, so that one process never conflicts with itself. */
const turns = (): (<A>(stream: string, job: () => Promise<A>) => Promise<A>) => {
  const last = new Map<string, Promise<unknown>>()
  return async (stream, job) => {
    const before = last.get(stream)
    const mine = before === undefined ? job() : before.then(job, job)
    last.set(stream, mine)
    try {
      return await mine
    } finally {
      if (last.get(stream) === mine) last.delete(stream)
    }
  }
}
