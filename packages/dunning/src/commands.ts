/**
 * Commands of dunning. `on` is the business day; policies and calendars come as values, and "time passes" is a
 * command of its own.
 */
import type { ChargeCommand } from './commands/charges.js'
import type { EscalationCommand } from './commands/escalations.js'
import type { NoticeCommand } from './commands/notices.js'
import type {
  CallReviewed,
  CollectorAssigned,
  DistressSignReported,
  ExcuseGiven,
  OrderPlaced,
  TouchRecorded,
} from './events.js'

/** A contact is put on record, also one that reached nobody; `askMinor` with `currency`, or not at all. @category commands @since 0.1.0 */
export interface RecordTouch extends Omit<TouchRecorded, '_tag'> {
  readonly _tag: 'RecordTouch'
}

/** What the customer said instead of paying is put on record. @category commands @since 0.1.0 */
export interface RecordExcuse extends Omit<ExcuseGiven, '_tag'> {
  readonly _tag: 'RecordExcuse'
}

/** A call was listened to. @category commands @since 0.1.0 */
export interface ReviewCall extends Omit<CallReviewed, '_tag'> {
  readonly _tag: 'ReviewCall'
}

/** Somebody is to look after the account. @category commands @since 0.1.0 */
export interface AssignCollector extends Omit<CollectorAssigned, '_tag'> {
  readonly _tag: 'AssignCollector'
}

/** A sign of trouble is put on record. @category commands @since 0.1.0 */
export interface ReportDistressSign extends Omit<DistressSignReported, '_tag'> {
  readonly _tag: 'ReportDistressSign'
}

/** The customer ordered again. @category commands @since 0.1.0 */
export interface RecordOrderPlaced extends Omit<OrderPlaced, '_tag'> {
  readonly _tag: 'RecordOrderPlaced'
}

/** Every command on contacts and on those who make them. @category commands @since 0.1.0 */
export type ContactCommand =
  RecordTouch | RecordExcuse | ReviewCall | AssignCollector | ReportDistressSign | RecordOrderPlaced

/** Every command of this room. @category commands @since 0.1.0 */
export type DunningCommand = ContactCommand | NoticeCommand | EscalationCommand | ChargeCommand
