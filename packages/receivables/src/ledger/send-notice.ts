/**
 * A notice on its way out of the ledger: claimed, written, looked at once more, sent under its id, and reported. Sending
 * itself is the embedder's; whatever breaks in between, the same call again goes on where it stopped.
 */
import { type ClaimedLine, type NoticeRecord, stillAsked } from '@quittance/dunning'
import { type CurrencyCode, keyedGet, type LocalDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountCommand } from '../account/account.js'
import { accountOnDay } from '../account/dunning-context.js'
import type { LedgerFailure } from './failures.js'
import type { Ledger } from './ledger.js'
import type { Outcome } from './run-commands.js'

/** What is to be said, as of now. @category model @since 0.1.0 */
export interface NoticeToSend {
  /** The provider's idempotency key: one id, one message, however often it is asked for. */
  readonly noticeId: string
  readonly customer: string
  readonly on: LocalDate
  readonly notice: NoticeRecord
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly lines: ReadonlyArray<ClaimedLine>
}

/** What the provider says. Nothing said (it threw, the line broke): it is asked again later, under the same id. @category model @since 0.1.0 */
export type SendAnswer =
  | {
      readonly _tag: 'Accepted'
      readonly reference?: string
      readonly sentTo?: string
      readonly attachments?: ReadonlyArray<string>
    }
  | { readonly _tag: 'Refused'; readonly reason: string }

/** The embedder's side: writes a message, and hands it to a provider. @category model @since 0.1.0 */
export interface NoticeAdapter<Message> {
  /** Whoever claims: a name of its own for each worker, and the same after a restart. */
  readonly worker: string
  readonly write: (notice: NoticeToSend) => Promise<Message>
  readonly send: (message: Message, idempotencyKey: string) => Promise<SendAnswer>
}

/** What became of it. `left`: it is not ours to send (another worker's, over, expired, for the record only), by the refusal. @category model @since 0.1.0 */
export type SendOutcome =
  | { readonly _tag: 'Sent' }
  | { readonly _tag: 'Failed'; readonly reason: string }
  /** Nothing is left to ask: it is on record as ignored. */
  | { readonly _tag: 'Suppressed' }
  | { readonly _tag: 'Left'; readonly because: LedgerFailure }

type Sending = E.Either<LedgerFailure, SendOutcome>

/**
 * Send one notice. What came in, was disputed or promised up to the last look before sending is not asked for.
 *
 * @law a crash between sending and reporting cannot send twice where the provider honours the id
 * @law at most one claim for a notice
 * @category commands
 * @since 0.1.0
 */
export const sendNotice = async <Message>(
  ledger: Pick<Ledger, 'run' | 'account'>,
  asked: Asked,
  adapter: NoticeAdapter<Message>,
): Promise<Sending> => {
  const { customer, noticeId, on } = asked
  const { worker } = adapter
  const order: Order = async (verb, command) =>
    ledger.run(customer, command, { commandId: `notice:${verb}:${noticeId}:${worker}:${on}`, actor: worker })
  const claimed = await order('claim', { _tag: 'ClaimNotice', on, noticeId, by: worker })
  if (E.isLeft(claimed) && !isMine(claimed.left, worker)) return E.right({ _tag: 'Left', because: claimed.left })
  const over = E.isRight(claimed) ? overBefore(claimed.right, noticeId) : undefined
  if (over !== undefined) return over
  return writeAndSend(ledger, asked, adapter, order, await lookAgain(ledger, asked))
}

/** What came in while it was written is looked for once more; then it is written again. */
const writeAndSend = async <Message>(
  ledger: Pick<Ledger, 'account'>,
  asked: Asked,
  adapter: NoticeAdapter<Message>,
  order: Order,
  looked: Looked,
): Promise<Sending> => {
  if (E.isLeft(looked)) return looked
  if (looked.right === undefined) return suppressed(await ignoreUnlessEnded(ledger, asked, order))
  const message = await adapter.write(looked.right)
  const last = await lookAgain(ledger, asked)
  if (E.isRight(last) && last.right?.amountMinor === looked.right.amountMinor)
    return report(order, asked, await adapter.send(message, asked.noticeId), looked.right)
  return writeAndSend(ledger, asked, adapter, order, last)
}

interface Asked {
  readonly customer: string
  readonly noticeId: string
  readonly on: LocalDate
}

type Looked = E.Either<LedgerFailure, NoticeToSend | undefined>

type Order = (verb: string, command: AccountCommand) => ReturnType<Ledger['run']>

/** A claim of our own that was not reported: we go on where we stopped. */
const isMine = (failure: LedgerFailure, worker: string): boolean =>
  failure._tag === 'NoticeClaimedBefore' && failure.by === worker

/** A claim that is answered once more, of a notice that was reported since; or one that found nothing to ask. */
const overBefore = ({ account, repeated }: Outcome, id: string): Sending | undefined => {
  const ended = keyedGet(account.state.dunning.notices, id)?.standing
  if (ended === undefined || ended === 'claimed' || ended === 'due') return undefined
  if (ended === 'ignored' && !repeated) return E.right({ _tag: 'Suppressed' })
  return E.right({ _tag: 'Left', because: { _tag: 'AlreadyEnded', kind: 'notice', id, ended } })
}

/** The notice with what is left to ask now; nothing where nothing is, or it is over. */
const lookAgain = async (ledger: Pick<Ledger, 'account'>, { customer, noticeId, on }: Asked): Promise<Looked> => {
  const account = await ledger.account(customer)
  if (E.isLeft(account)) return account
  const { state } = account.right
  const notice = keyedGet(state.dunning.notices, noticeId)
  if (notice?.standing !== 'claimed') return E.right(undefined)
  const { sendBy = on } = notice
  if (on > sendBy) return E.left({ _tag: 'NoticeExpired', noticeId, sendBy })
  const lines = stillAsked(notice, accountOnDay(state, on), on).filter(({ amountMinor }) => amountMinor > 0)
  if (lines.length === 0) return E.right(undefined)
  const amountMinor = lines.reduce((so, line) => so + line.amountMinor, 0)
  return E.right({ noticeId, customer, on, notice, currency: notice.currency, amountMinor, lines })
}

const ignoreUnlessEnded = async (
  ledger: Pick<Ledger, 'account'>,
  { customer, noticeId, on }: Asked,
  order: Order,
): Promise<E.Either<LedgerFailure, unknown>> => {
  const account = await ledger.account(customer)
  if (E.isLeft(account)) return account
  const standing = keyedGet(account.right.state.dunning.notices, noticeId)?.standing
  if (standing !== 'claimed') return E.right(standing)
  const reason = 'nothing-left-to-ask'
  return order('ignore', { _tag: 'IgnoreNotice', on, noticeId, by: 'sending', reason })
}

const suppressed = (done: E.Either<LedgerFailure, unknown>): Sending =>
  E.isLeft(done) ? done : E.right({ _tag: 'Suppressed' })

const report = async (
  order: Order,
  { noticeId, on }: Asked,
  answer: SendAnswer,
  { notice }: NoticeToSend,
): Promise<Sending> => {
  if (answer._tag === 'Refused') {
    const failed = await order('failed', { _tag: 'ReportNoticeFailed', on, noticeId, reason: answer.reason })
    return E.isLeft(failed) ? failed : E.right({ _tag: 'Failed', reason: answer.reason })
  }
  const { _tag, ...said } = answer
  const sent = await order('sent', { _tag: 'ReportNoticeSent', on, noticeId, channel: notice.channel, ...said })
  return E.isLeft(sent) ? sent : E.right({ _tag: 'Sent' })
}
