/** A rule set's decision is put on record, beside the applications that were made for it. */
import { accept, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { RecordMatch } from '../commands.js'
import type { CashContext } from '../context.js'
import type { CashDecided } from '../decided.js'
import type { CashRejection } from '../rejections.js'
import type { CashState } from '../state.js'
import { emptyField, liveReceipt, tooEarly } from './checks.js'

/** @internal */
export const recordMatch = (command: RecordMatch, state: CashState, context: CashContext): CashDecided => {
  const { receiptId, on, ruleSet, asked, answered, applicationIds } = command
  const empty =
    emptyField({ ruleSet, 'asked.hash': asked.hash, 'answered.hash': answered.hash }) ??
    (applicationIds.length === 0 ? { _tag: 'MissingField' as const, field: 'applicationIds' } : undefined)
  if (empty !== undefined) return refuse(empty)
  const found = liveReceipt(state, receiptId)
  if (E.isLeft(found)) return found
  const refusal = firstRefusal<CashRejection>([
    () => missingItem(command, context),
    () => missingApplication(command, state),
    () => tooEarly(on, found.right.receivedOn, ...applicationIds.map((id) => keyedGet(state.applications, id)?.on)),
  ])
  if (refusal !== undefined) return refuse(refusal)
  const { currency } = found.right
  return accept({ _tag: 'PaymentMatched', on, currency, receiptId, ruleSet, asked, answered, applicationIds })
}

const missingItem = ({ answered }: RecordMatch, { itemOf, creditOf }: CashContext): CashRejection | undefined => {
  const id = answered.chosen.itemIds.find((one) => itemOf(one) === undefined && creditOf(one) === undefined)
  return id === undefined ? undefined : { _tag: 'NotFound', kind: 'item', id }
}

/** Cash of another receipt, or for another item, was not applied for this decision; credit may have been used up along with the cash. */
const missingApplication = (
  { receiptId, applicationIds, answered }: RecordMatch,
  state: CashState,
): CashRejection | undefined => {
  const chosen = new Set(answered.chosen.itemIds)
  const id = applicationIds.find((one) => {
    const application = keyedGet(state.applications, one)
    if (application === undefined || !chosen.has(application.itemId)) return true
    return application.source === 'receipt' && application.sourceId !== receiptId
  })
  return id === undefined ? undefined : { _tag: 'NotFound', kind: 'application', id }
}
