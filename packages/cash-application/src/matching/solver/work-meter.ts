/**
 * Work is counted, not timed: a decision must come out the same on a slow machine and in a replay.
 */

/**
 * Work spent and work allowed, in work units. One unit is about what one look into a small table costs; cheaper
 * steps go several to the unit (`stepsPerUnit`).
 *
 * @category model
 * @since 0.1.0
 */
export interface WorkMeter {
  spent: number
  readonly limit: number
}

/** What a search may cost unless told otherwise: a few milliseconds. @category model @since 0.1.0 */
export const defaultWorkBudget = 250_000

/** Steps of a plain loop over numbers that cost as much as one work unit. @category model @since 0.1.0 */
export const stepsPerUnit = 4

/** A meter at zero. @param limit - work units @category model @since 0.1.0 */
export const workMeter = (limit: number): WorkMeter => ({ spent: 0, limit })

/** Count so many plain steps; false once the limit is passed. @category model @since 0.1.0 */
export const countSteps = (meter: WorkMeter, steps: number): boolean =>
  countUnits(meter, Math.ceil(steps / stepsPerUnit))

/** Count so many units; false once the limit is passed. @category model @since 0.1.0 */
export const countUnits = (meter: WorkMeter, units: number): boolean => {
  meter.spent += units
  return meter.spent <= meter.limit
}
