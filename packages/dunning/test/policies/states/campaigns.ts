/** A campaign for tests: twice, more than two days apart, from 150.00 EUR or 100.00 USD on. */
import { money } from '@quittance/kernel'
import type { DunningCampaign } from '../../../src/index.js'
import { start } from '../../ladders.js'

export const campaign = (parts: Partial<DunningCampaign> = {}): DunningCampaign => ({
  _tag: 'DunningCampaign',
  id: 'twice',
  version: 1,
  thresholds: [money('EUR', 150_00), money('USD', 100_00)],
  maxAttempts: 2,
  daysBetween: 2,
  gap: 'more-than',
  spacing: 'per-currency',
  channel: 'e-mail',
  runDays: { _tag: 'EveryDays', from: start, days: 1 },
  sendWithinDays: 3,
  ...parts,
})
