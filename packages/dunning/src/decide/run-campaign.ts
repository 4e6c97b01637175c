/** A campaign over the run days that were missed, each with what was known by then. */
import { accept, addDays, refuse, uuidV5 } from '@quittance/kernel'
import type { RunCampaign } from '../commands/notices.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { DunningCampaign } from '../dunning-policy.js'
import type { NoticeDue } from '../events/notices.js'
import { noticeNamespace } from '../policies/ladder/notices-of-proposal.js'
import { askInCampaign, type CampaignAsk } from '../policies/states/ask-in-campaign.js'
import { contradictionsIn } from '../policy-contradictions.js'
import type { DunningState } from '../state.js'
import { emptyField } from './check-words.js'
import { missedRunDays, onlyTheLastIsSent } from './run-dunning.js'

/** @internal */
export const runCampaign = (command: RunCampaign, state: DunningState, context: DunningContext): DunningDecided => {
  const { account, campaign, on, after, forUnassigned = true } = command
  const empty = emptyField({ account })
  if (empty !== undefined) return refuse(empty)
  const [problem] = contradictionsIn(campaign)
  if (problem !== undefined) return refuse({ _tag: 'InvalidLadder', problem })
  const notices: Array<NoticeDue> = []
  for (const day of missedRunDays({ ladder: campaign, on, after }, state)) {
    const known = context.knownBy(day, notices)
    if (known === undefined) return refuse({ _tag: 'HistoryNotAtHand', runDay: day })
    const asks = askInCampaign(campaign, known, day, forUnassigned)
    notices.push(...asks.map((ask) => noticeOf(ask, campaign, account)))
  }
  if (notices.length === 0) return refuse({ _tag: 'NothingDue', on })
  return accept(...onlyTheLastIsSent(notices))
}

const noticeOf = (
  { on, currency, attempt, thresholdMinor, lines }: CampaignAsk,
  campaign: DunningCampaign,
  account: string,
): NoticeDue => ({
  _tag: 'NoticeDue',
  on,
  noticeId: uuidV5(noticeNamespace, JSON.stringify([account, campaign.id, on, currency, attempt])),
  origin: 'run',
  ladder: {
    id: campaign.id,
    version: campaign.version,
    mode: 'net-days',
    delayDays: 1,
    sequential: true,
    graceDays: 0,
    intervalDays: campaign.daysBetween + (campaign.gap === 'more-than' ? 1 : 0),
    credits: 'matched-first',
    campaign: { attempts: campaign.maxAttempts, thresholdMinor },
  },
  level: attempt,
  kind: 'past-due-notice',
  channel: campaign.channel,
  currency,
  amountMinor: lines.reduce((so, { amountMinor }) => so + amountMinor, 0),
  lines,
  sendBy: addDays(on, campaign.sendWithinDays),
})
