// A figure with its goal: of some the more is the better, of others the less.

const figure = (name, value, unit, better, { goal, ...more }) => ({
  name,
  value: unit === '/s' ? Math.round(value) : Number(value.toPrecision(4)),
  unit,
  better,
  goal: goal ?? null,
  met: goal === undefined ? null : better === 'more' ? value >= goal : value <= goal,
  ...more,
})

/** So many per second. */
export const rate = (name, count, milliseconds, more = {}) =>
  figure(name, (count / milliseconds) * 1000, '/s', 'more', more)

/** Something of which less is better: milliseconds, megabytes, a ratio. */
export const cost = (name, value, unit, more = {}) => figure(name, value, unit, 'less', more)

/** Something of which more is better. */
export const gain = (name, value, unit, more = {}) => figure(name, value, unit, 'more', more)

/** A figure that could not be taken here, and why. */
export const missing = (name, reason) => ({ name, value: null, unit: '', goal: null, met: null, skipped: reason })

/** A rival's rate; `times` says how many times as fast ours is on the same work in the same rounds. */
export const rivalRate = (name, count, milliseconds, ourMilliseconds, more = {}) => ({
  ...rate(name, count, milliseconds),
  times: Number((milliseconds / ourMilliseconds).toPrecision(3)),
  ...more,
})
