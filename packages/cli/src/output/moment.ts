/** Moments for people. */
import type { Instant } from '@quittance/kernel'

/** `2013-01-02T12:00:00.000Z` as "2013-01-02 12:00:00 UTC"; parts of a second only where there are some. @category model @since 0.1.0 */
export const moment = (at: Instant): string => at.replace('T', ' ').replace('.000Z', 'Z').replace('Z', ' UTC')
