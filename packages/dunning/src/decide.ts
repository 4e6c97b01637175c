/**
 * Decisions of dunning. Reads no clock, store or other room: what is owed, disputed, promised and in hand arrives
 * in the context.
 */
import type { DunningCommand } from './commands.js'
import type { DunningContext } from './context.js'
import { billInterest, chargeNoticeFee } from './decide/charge-lateness.js'
import { carryOutConsequence, sendFinalDemand } from './decide/escalate.js'
import { giveNotice } from './decide/give-notice.js'
import { assignCollector, recordOrderPlaced, reportDistressSign, reviewCall } from './decide/keep-contacts.js'
import { assignLadder, liftHold, placeHold } from './decide/place-hold.js'
import { placeWithAgency, recallFromAgency, recordAgencyRemittance } from './decide/place-with-agency.js'
import { recordExcuse } from './decide/record-excuse.js'
import { recordTouch } from './decide/record-touch.js'
import { runCampaign } from './decide/run-campaign.js'
import { runDunning } from './decide/run-dunning.js'
import { claimNotice, ignoreNotice, reportNoticeFailed, reportNoticeSent } from './decide/send-notice.js'
import type { DunningDecided } from './decided.js'
import type { DunningState } from './state.js'

/**
 * Turn a command into the facts it causes, or the reason it causes none. Each act has a file of its own.
 *
 * @rejects in the order of `DunningRejection`
 * @law a dunning level never falls but by a named fact
 * @law no final demand goes out while a dispute covers it
 * @law nothing is asked for while a hold covers the run
 * @category decisions
 * @since 0.1.0
 */
export const decideDunning = (
  command: DunningCommand,
  state: DunningState,
  context: DunningContext,
): DunningDecided => {
  switch (command._tag) {
    case 'RecordTouch':
      return recordTouch(command, state, context)
    case 'RecordExcuse':
      return recordExcuse(command, state, context)
    case 'ReviewCall':
      return reviewCall(command, state)
    case 'AssignCollector':
      return assignCollector(command)
    case 'ReportDistressSign':
      return reportDistressSign(command, state)
    case 'RecordOrderPlaced':
      return recordOrderPlaced(command, state)
    case 'RunDunning':
      return runDunning(command, state, context)
    case 'RunCampaign':
      return runCampaign(command, state, context)
    case 'GiveNotice':
      return giveNotice(command, state, context)
    case 'ClaimNotice':
      return claimNotice(command, state, context)
    case 'ReportNoticeSent':
      return reportNoticeSent(command, state)
    case 'ReportNoticeFailed':
      return reportNoticeFailed(command, state)
    case 'IgnoreNotice':
      return ignoreNotice(command, state)
    case 'PlaceHold':
      return placeHold(command, state, context)
    case 'LiftHold':
      return liftHold(command, state)
    case 'AssignLadder':
      return assignLadder(command, context)
    case 'SendFinalDemand':
      return sendFinalDemand(command, state, context)
    case 'CarryOutConsequence':
      return carryOutConsequence(command, state)
    case 'PlaceWithAgency':
      return placeWithAgency(command, state, context)
    case 'RecallFromAgency':
      return recallFromAgency(command, state)
    case 'RecordAgencyRemittance':
      return recordAgencyRemittance(command, state)
    case 'BillInterest':
      return billInterest(command, state, context)
    case 'ChargeNoticeFee':
      return chargeNoticeFee(command, state, context)
  }
}
