/**
 * One account on which invoices, credits and payments come in and rule sets match them, while clerks apply old proposals,
 * the bank tells things twice and takes them back, and processes start again.
 */
import {
  autoCashMatcher,
  evidenceMatcher,
  type EvidenceRuleSet,
  evidenceRuleSet,
  exactAutoCash,
  type Matcher,
  reconcileMatcher,
  reconcileModel,
} from '@quittance/cash-application'
import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { accountStream, addDays, localDate, type LocalDate } from '@quittance/kernel'
import type { AccountLog } from '@quittance/testkit'
import * as E from 'fp-ts/lib/Either.js'
import {
  type AccountCommand,
  type AccountState,
  freeReceipts,
  type Ledger,
  type MatchProposal,
  type PaymentToMatch,
  postMatches,
  proposeMatches,
  readFacts,
} from '../../src/index.js'
import { by, ledgerOn, ok } from '../ledger/stand.js'
import { chosen, commandsOf, type Step } from './matched-commands.js'
import { type NaiveAccount, naiveAccount, postNaively } from './naive-account.js'

const later = (ruleSet: EvidenceRuleSet, change: Partial<EvidenceRuleSet>): Matcher =>
  evidenceMatcher({ ...ruleSet, ...change })

/** Rule sets, the default first; each is told apart by its version. */
export const matchers: ReadonlyArray<Matcher> = [
  evidenceMatcher(evidenceRuleSet),
  later(evidenceRuleSet, { version: 2, budget: 0 }),
  later(evidenceRuleSet, { version: 3, budget: 60 }),
  later(evidenceRuleSet, { version: 4, oneIn: 4 }),
  later(evidenceRuleSet, { version: 5, tolerance: { centsMinor: [1, 2], bankFeesMinor: [15_00] } }),
  autoCashMatcher(exactAutoCash),
  reconcileMatcher(reconcileModel),
]

export interface Scene {
  readonly store: EventStore
  readonly naive: NaiveAccount
  ledger: Ledger
  today: LocalDate
  /** Place of the rule set that matches now. */
  matcher: number
  proposals: ReadonlyArray<MatchProposal>
  /** Everything received, to be told again. */
  readonly received: Array<{ readonly id: string; readonly command: AccountCommand }>
  snapshot: { readonly revision: number; readonly log: AccountLog } | undefined
}

export const customer = 'globex'
const stream = accountStream('acme', customer)

export const logOf = async (store: EventStore): Promise<AccountLog> => ok(readFacts((await store.read(stream)).facts))

export const newScene = (): Scene => {
  const store = inMemoryEventStore()
  return {
    store,
    naive: naiveAccount(),
    ledger: ledgerOn(store),
    today: localDate('2026-01-05'),
    matcher: 0,
    proposals: [],
    received: [],
    snapshot: undefined,
  }
}

/** What a step came to: accepted, or the name of the refusal; nothing, if there was nothing to do it to. */
export const play = async (scene: Scene, step: Step, at: number): Promise<string | undefined> => {
  const { state } = ok(await scene.ledger.account(customer))
  switch (step.deed) {
    case 'let time pass':
      scene.today = addDays(scene.today, 1 + (step.which % 20))
      return 'accepted'
    case 'change the tolerance':
      scene.matcher = [0, 3, 4][step.which % 3] ?? 0
      return 'accepted'
    case 'upgrade the rule set':
      scene.matcher = step.which % matchers.length
      return 'accepted'
    case 'keep a snapshot': {
      const log = await logOf(scene.store)
      scene.snapshot = { revision: log.length - 1, log }
      return 'accepted'
    }
    case 'start again':
      scene.ledger = ledgerOn(scene.store)
      return 'accepted'
    case 'redeliver a payment':
      return redeliver(scene, step, at)
    case 'match':
      return match(scene, state)
    default:
      return run(scene, commandsOf(step, scene, state, `${at}`), `c${at}`)
  }
}

const run = async (scene: Scene, commands: ReadonlyArray<AccountCommand>, id: string): Promise<string | undefined> => {
  if (commands.length === 0) return undefined
  const outcome = await scene.ledger.runAll(customer, commands, by(id))
  if (E.isLeft(outcome)) return tagOf(outcome.left)
  for (const command of commands) {
    postNaively(scene.naive, command)
    if (command._tag === 'RecordReceipt') scene.received.push({ id, command })
  }
  return 'accepted'
}

const tagOf = (failure: { readonly _tag: string }): string => failure._tag

/** The bank tells again, in the same file or in another one. */
const redeliver = async (
  { ledger, received }: Scene,
  { which, says }: Step,
  at: number,
): Promise<string | undefined> => {
  const known = chosen(received, which)
  if (known === undefined) return undefined
  const outcome = await ledger.runAll(customer, [known.command], by(says % 2 === 0 ? known.id : `again-${at}`))
  return E.isLeft(outcome) ? tagOf(outcome.left) : outcome.right.repeated ? 'repeated' : 'accepted'
}

const match = async (scene: Scene, state: AccountState): Promise<string | undefined> => {
  const matcher = matchers[scene.matcher] as Matcher
  const waiting = freeReceipts(state).map(({ receiptId }): PaymentToMatch => ({ _tag: 'Waiting', receiptId }))
  if (waiting.length === 0) return undefined
  const terms = { matcher, on: scene.today }
  scene.proposals = proposeMatches(ok(await scene.ledger.account(customer)), waiting, terms)
  const posted = ok(await postMatches(scene.ledger, customer, waiting, terms, { actor: 'ann', correlationId: 'm' }))
  for (const { proposal, failure } of posted)
    if (failure === undefined) for (const command of proposal.commands) postNaively(scene.naive, command)
  return posted.some(({ proposal }) => proposal.status === 'apply') ? 'applied' : 'left to a person'
}
