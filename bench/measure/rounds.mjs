// Timing by rounds. Contestants take turns within a round, so that a slow minute of the machine hits all of them.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

/** Move what was just made out of the young generation, so that the work is not charged for collecting it. */
export const forgetYoung = () => {
  collect({ type: 'minor' })
  collect({ type: 'minor' })
}

/** The middle of the values; of an even number, the mean of the two in the middle. */
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The value below which so large a share of the values lies. */
export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/** Milliseconds that the work took. */
export const milliseconds = async (work) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Milliseconds of each contestant in each round, by name. A contestant is a function that does the whole work, or
 * `{ prepare, work }` where preparing is not timed and hands its result to the work, or `{ measured }`, which times itself.
 * Garbage is collected before each turn, unless the turns are to run on warm machine code (`isCollecting` false): a forced
 * collection throws away the code that was made for shapes of objects which nobody holds between two rounds.
 */
export const inTurns = async (rounds, contestants, isCollecting = true) => {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, contestant] of Object.entries(contestants))
      times[name].push(await oneTurn(contestant, isCollecting ? collect : () => undefined))
  return times
}

const oneTurn = async (contestant, tidy) => {
  if (contestant.measured !== undefined) {
    tidy()
    return contestant.measured()
  }
  const { prepare = () => undefined, work = contestant } = contestant
  const prepared = await prepare()
  tidy()
  return milliseconds(() => work(prepared))
}
