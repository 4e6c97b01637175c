/** The night's run over a ledger file: accounts are read by name, one after the other; what is recorded is told as it comes. */
import type { DunningCampaign, ItemLadder } from '@quittance/dunning'
import type { EventStore } from '@quittance/event-store'
import type { Instant, LocalDate } from '@quittance/kernel'
import { describeFact, type LedgerFact } from '@quittance/projections'
import { openLedger, runMissedDays, type NightReport } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import type { ActOptions } from '../acting.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { resolveFile } from '../options.js'
import type { Output } from '../output/write.js'
import { dayOption } from '../points.js'
import { entityOf, loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

/** The night's run as it is asked for on the command line. @category model @since 0.1.0 */
export interface NightOptions extends ActOptions {
  readonly since?: string
  readonly customer?: string
}

/** Run a policy for every run day that is not over, and tell what was recorded. @category commands @since 0.1.0 */
export const runNight = async (
  output: Output,
  options: NightOptions,
  policy: ItemLadder | DunningCampaign,
): Promise<void> => {
  const store = await openStore(options.store, resolveFile, true)
  try {
    const entity = await entityOf(store, options.entity)
    const on = await dayOfNight(store, options, entity)
    const clock = (): Instant => new Date().toISOString() as Instant
    const ledger = openLedger({ store, entity, clock })
    const { actor, since, customer } = options
    if (customer !== undefined) await mustExist(ledger, customer)
    const told = tellerOf(output, options.json === true)
    const report = await runMissedDays(
      { store, entity, clock, ledger },
      {
        policy,
        on,
        actor,
        ...(since === undefined ? {} : { since: dayOption('--since', since) }),
        ...(customer === undefined ? {} : { customers: [customer] }),
      },
      told.watch,
    )
    if (E.isLeft(report)) throw new CliFailure(describeLedgerFailure(report.left))
    await told.end(report.right)
    failIfRefused(report.right)
  } finally {
    await store.close()
  }
}

const dayOfNight = async (store: EventStore, { on }: ActOptions, entity: string): Promise<LocalDate> => {
  if (on !== undefined) return dayOption('--on', on)
  const { latestOn } = (await loadView(store, entity)).view
  if (latestOn === undefined) throw new CliFailure('the ledger holds no fact yet')
  return latestOn
}

const mustExist = async (ledger: Pick<ReturnType<typeof openLedger>, 'account'>, customer: string): Promise<void> => {
  const account = await ledger.account(customer)
  if (E.isRight(account) && account.right.revision < 0) throw new CliFailure(`no customer ${customer} in the ledger`)
}

interface Teller {
  readonly watch: NonNullable<Parameters<typeof runMissedDays>[2]>
  readonly end: (report: NightReport) => Promise<void>
}

/** Writes page after page: a night may record more than should be held. */
const tellerOf = (output: Output, asJson: boolean): Teller => {
  let waiting: Array<string> = []
  let told = 0
  const flush = async (): Promise<void> => {
    const [page, isFirst] = [waiting, told === 0]
    waiting = []
    if (page.length === 0) return
    told += page.length
    await output.out(asJson ? `${isFirst ? '{"facts":[' : ','}${page.join(',')}` : `${page.join('\n')}\n`)
  }
  return {
    watch: {
      recorded: (_customer, facts) => {
        for (const { fact } of facts) waiting.push(asJson ? JSON.stringify(fact) : describeFact(fact as LedgerFact))
      },
      progress: flush,
    },
    end: ({ after, finished, accounts, noticed, refused }) => {
      const figures = JSON.stringify({ after, finished, accounts, noticed, refused }).slice(1)
      if (asJson) return output.out(`${told === 0 ? '{"facts":[' : ''}],${figures}\n`)
      return told === 0 ? output.out('Nothing to record.\n') : Promise.resolve()
    },
  }
}

const failIfRefused = ({ refused }: NightReport): void => {
  if (refused.length === 0) return
  const named = refused.slice(0, 20).map(({ customer, failure }) => `${customer}: ${describeLedgerFailure(failure)}`)
  const more = refused.length > 20 ? `\n… and ${refused.length - 20} more` : ''
  throw new CliFailure(`the run is not finished; it could not work through\n  ${named.join('\n  ')}${more}`)
}
