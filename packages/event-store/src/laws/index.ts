import { claimLaws } from './claim-laws.js'
import { concurrencyLaws } from './concurrency-laws.js'
import { durabilityLaws } from './durability-laws.js'
import { expectationLaws } from './expectation-laws.js'
import { identityLaws } from './identity-laws.js'
import type { StoreLaw } from './law.js'
import { logLaws } from './log-laws.js'
import { payloadLaws } from './payload-laws.js'
import { readingLaws } from './reading-laws.js'
import { recordingTimeLaws } from './recording-time-laws.js'
import { subscriptionLaws } from './subscription-laws.js'

/**
 * What every store must hold, as data: run each law with a factory of fresh stores, in any test runner.
 *
 * @category laws
 * @since 0.1.0
 */
export const storeLaws: readonly StoreLaw[] = [
  ...expectationLaws,
  ...concurrencyLaws,
  ...identityLaws,
  ...readingLaws,
  ...logLaws,
  ...payloadLaws,
  ...claimLaws,
  ...recordingTimeLaws,
  ...subscriptionLaws,
  ...durabilityLaws,
]
