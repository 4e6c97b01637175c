/** Columns of numbers that grow by doubling: a million facts in a few flat arrays instead of a million objects. */

/** Whole numbers up to 2^31. @internal */
export interface IntColumn {
  values: Int32Array
  length: number
}

/** Whole numbers up to 2^53: money, instants, positions. @internal */
export interface NumberColumn {
  values: Float64Array
  length: number
}

/** @internal */
export const intColumn = (): IntColumn => ({ values: new Int32Array(64), length: 0 })

/** @internal */
export const numberColumn = (): NumberColumn => ({ values: new Float64Array(64), length: 0 })

/** @internal */
export const pushInt = (column: IntColumn, value: number): void => {
  if (column.length === column.values.length) {
    const grown = new Int32Array(column.values.length * 2)
    grown.set(column.values)
    column.values = grown
  }
  column.values[column.length] = value
  column.length += 1
}

/** @internal */
export const pushNumber = (column: NumberColumn, value: number): void => {
  if (column.length === column.values.length) {
    const grown = new Float64Array(column.values.length * 2)
    grown.set(column.values)
    column.values = grown
  }
  column.values[column.length] = value
  column.length += 1
}
