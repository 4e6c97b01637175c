/** What a ladder does next about the items of an account, as a collector has to know it. */
import {
  evolveDunning,
  initialDunning,
  isOnLadder,
  type ItemLadder,
  levelReached,
  nextStepOf,
  type NoticeRecord,
  type TouchRecorded,
} from '@quittance/dunning'
import { keyedValues, type LocalDate } from '@quittance/kernel'
import { deliveredOn } from '../ledger-view/due-days.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import type { PlannedStepOf } from './account-actions.js'
import type { DeskAccount } from './desk-account.js'

/**
 * The next step of a ladder for each item of an account that is on it. A step whose notice has come and is not out yet
 * is next itself, since the day of its run; a call or a visit is out when somebody has recorded a contact of its kind.
 *
 * @law every open undisputed item past due has exactly one next action, and none lies in the past
 * @category projections
 * @since 0.1.0
 */
export const ladderSteps = (
  ledger: LedgerView,
  at: PointInTime,
  { customer, contacts }: Pick<DeskAccount, 'customer' | 'contacts'>,
  ladder: ItemLadder,
): PlannedStepOf => {
  const dunning = initialDunning()
  for (const { fact } of contacts.notices) evolveDunning(dunning, fact)
  const touches = contacts.touches.map(({ fact }) => fact)
  const waiting = keyedValues(dunning.notices).filter(
    ({ standing, sendBy }) => sendBy !== undefined && (standing === 'due' || standing === 'claimed'),
  )
  return ({ itemId, instalmentNo, dueOn }) => {
    if (!isOnLadder(dunning, itemId, { ladderId: ladder.id, forUnassigned: true })) return undefined
    const given = waiting.findLast((notice) => asksFor(notice, itemId, instalmentNo))
    if (given !== undefined && !isDone(given, itemId, touches)) return { on: given.on, step: given.kind }
    const lastNotice = levelReached(dunning, { itemId, instalmentNo })
    const delivered = firstDelivery(ledger, customer, itemId, at)
    return nextStepOf(
      {
        dueOn,
        ...(delivered === undefined ? {} : { deliveredOn: delivered }),
        ...(lastNotice === undefined ? {} : { lastNotice }),
      },
      ladder,
      at.asOf,
    )
  }
}

const asksFor = ({ lines, ignored }: NoticeRecord, itemId: string, instalmentNo: number): boolean =>
  lines.some(
    (line) => line.itemId === itemId && line.instalmentNo === instalmentNo && line.supersededBy === undefined,
  ) && !ignored.some((line) => line.itemId === itemId && line.instalmentNo === instalmentNo)

/** Somebody called, or was there. What is written is out when it is reported. */
const isDone = ({ channel, on }: NoticeRecord, itemId: string, touches: ReadonlyArray<TouchRecorded>): boolean =>
  (channel === 'call' || channel === 'visit') &&
  touches.some((touch) => touch.channel === channel && touch.on >= on && (touch.items?.includes(itemId) ?? true))

const firstDelivery = (
  ledger: LedgerView,
  customer: string,
  itemId: string,
  at: PointInTime,
): LocalDate | undefined => {
  for (const { documents } of ledger.indexOf.values()) {
    const index = documents.get(itemId)
    if (index !== undefined && ledger.subjects[index]?.customer === customer) return deliveredOn(ledger, index, at)
  }
  return undefined
}
