/**
 * A JSON value made unchangeable all the way down, in place; a frozen surface does not hide what lies below it.
 *
 * @example
 * Object.isFrozen(frozenDeep({ lines: [{ minor: 1 }] }).lines) // => true
 * @category model
 * @since 0.1.0
 */
export const frozenDeep = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (const element of value) if (typeof element === 'object') frozenDeep(element)
  } else {
    for (const key in value) {
      const inner = value[key]
      if (typeof inner === 'object') frozenDeep(inner)
    }
  }
  return Object.freeze(value)
}
