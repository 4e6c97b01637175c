// A figure with its goal: of some the more is the better, of others the less.
import { median } from './rounds.mjs'

const figure = (name, value, unit, better, { goal, ...more }) => ({
  name,
  value: unit === '/s' ? Math.round(value) : Number(value.toPrecision(4)),
  unit,
  better,
  goal: goal ?? null,
  met: goal === undefined ? null : better === 'more' ? value >= goal : value <= goal,
  ...more,
})

/** So many per second, by the median of the rounds' milliseconds; `best` is the round least disturbed. */
export const rate = (name, count, times, more = {}) =>
  figure(name, (count / median(times)) * 1000, '/s', 'more', {
    best: Math.round((count / Math.min(...times)) * 1000),
    rounds: times.length,
    ...more,
  })

/** Something of which less is better: milliseconds, megabytes, a ratio. */
export const cost = (name, value, unit, more = {}) => figure(name, value, unit, 'less', more)

/** Something of which more is better. */
export const gain = (name, value, unit, more = {}) => figure(name, value, unit, 'more', more)

/** A figure that could not be taken here, and why. */
export const missing = (name, reason) => ({ name, value: null, unit: '', goal: null, met: null, skipped: reason })

/** A rival's rate beside ours on the same work in the same rounds; `times` says how many times as fast ours is. */
export const rivalRate = (name, count, times, ourTimes, more = {}) => ({
  ...rate(name, count, times),
  ours: Math.round((count / median(ourTimes)) * 1000),
  times: Number((median(times) / median(ourTimes)).toPrecision(3)),
  ...more,
})
