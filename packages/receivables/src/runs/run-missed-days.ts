/**
 * The night's work: every run day of a policy since the last finished run, over all accounts. That it got through is a fact of
 * the entity, so that the next night need not look back further.
 */
import { any, type EventStore, type NewFact } from '@quittance/event-store'
import {
  addDays,
  canonicalJson,
  factId,
  type Instant,
  type LocalDate,
  policiesStream,
  sha256Hex,
} from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { LedgerFailure } from '../ledger/failures.js'
import type { Ledger } from '../ledger/ledger.js'
import { type DunningReport, type DunningRun, type DunningWatch, runDunningOn } from '../ledger/run-dunning-on.js'
import { policyCodecs } from './codec.js'
import type { PolicyFact } from './events.js'
import { policyStandings } from './policy-standings.js'

/** What the night's work stands on; the store is that of the ledger. @category model @since 0.1.0 */
export interface NightParts {
  readonly store: EventStore
  readonly entity: string
  readonly clock: () => Instant
  readonly ledger: Pick<Ledger, 'runOnEach' | 'customers'>
}

/** The night's work that is asked for. @category model @since 0.1.0 */
export interface MissedDays extends Omit<DunningRun, 'after'> {
  /** The first day that counts, read at the policy's first run only; absent: `on`. */
  readonly since?: LocalDate
}

/** What the night's work came to. @category model @since 0.1.0 */
export interface NightReport extends DunningReport {
  /** Run days up to and including this one were over before. */
  readonly after: LocalDate
  /** Whether the run days up to the day asked for are over for every account now. */
  readonly finished: boolean
}

/**
 * Adopt the policy where it or its version is new, run it over all accounts for every run day since the last finished run, and
 * record that it got through. With an account that could not be worked through, or for some customers only, a run is not
 * finished: the next one looks at the same days again, which gives the same notices.
 *
 * @rejects UnreadableHistory of the entity's policies, OutcomeUnknown, TooBusy
 * @law nights in any chunking, broken off or made twice, give the same notices
 * @category commands
 * @since 0.1.0
 */
export const runMissedDays = async (
  parts: NightParts,
  asked: MissedDays,
  watch: DunningWatch = {},
): Promise<E.Either<LedgerFailure, NightReport>> => {
  const { policy, on, customers } = asked
  const begun = await adopted(parts, asked)
  if (E.isLeft(begun)) return begun
  const after = begun.right
  if (after >= on) return E.right({ accounts: 0, noticed: 0, notices: 0, refused: [], after, finished: true })
  const report = await runDunningOn(parts.ledger, { ...asked, after }, watch)
  if (report.refused.length > 0 || customers !== undefined) return E.right({ ...report, after, finished: false })
  const { id: policyId, version } = policy
  const accountCount = report.accounts
  const finished = await record(parts, asked, `finish:${after}:${on}`, {
    _tag: 'DunningRunFinished',
    on,
    policyId,
    version,
    after,
    accountCount,
  })
  return E.isLeft(finished) ? finished : E.right({ ...report, after, finished: true })
}

/** After which day the run days count. Of two that adopt a policy at once the first is heard. */
const adopted = async (parts: NightParts, asked: MissedDays): Promise<E.Either<LedgerFailure, LocalDate>> => {
  const { policy, on, since = on } = asked
  const { id: policyId, version } = policy
  const before = await policyStandings(parts.store, parts.entity)
  if (E.isLeft(before)) return before
  const known = before.right.get(policyId)
  if (known?.version === version) return E.right(known.after)
  const after = known?.after ?? addDays(since, -1)
  const written = await record(parts, asked, `adopt:${on}`, {
    _tag: 'DunningPolicyAdopted',
    on,
    policyId,
    version,
    after,
  })
  if (E.isLeft(written)) return written
  const now = await policyStandings(parts.store, parts.entity)
  return E.isLeft(now) ? now : E.right(now.right.get(policyId)?.after ?? after)
}

/** Its id follows from what it is about, so that it stands once, whoever writes it how often. */
const record = async (
  { store, entity, clock }: NightParts,
  { policy, actor }: MissedDays,
  what: string,
  fact: PolicyFact,
): Promise<E.Either<LedgerFailure, undefined>> => {
  const stream = policiesStream(entity)
  const commandId = `dunning:${what}:${policy.id}@${policy.version}`
  const written: NewFact = {
    id: factId(entity, stream, commandId, 0),
    ...policyCodecs.encode(fact),
    recordedAt: clock(),
    actor,
    commandId,
    commandHash: sha256Hex(canonicalJson(fact)).slice(0, 32),
    correlationId: commandId,
  }
  let result = await store.append(stream, any, [written])
  for (let again = 1; again < 3 && result._tag === 'Unknown'; again += 1)
    result = await store.append(stream, any, [written])
  if (result._tag === 'Unknown') return E.left({ _tag: 'OutcomeUnknown', reason: result.reason })
  return result._tag === 'Appended' || result._tag === 'Duplicate'
    ? E.right(undefined)
    : E.left({ _tag: 'TooBusy', attempts: 1 })
}
