/**
 * One text for one value: JSON with sorted keys and no white space, so that equal values have equal bytes.
 */

/** What JSON can hold. @category codecs @since 0.1.0 */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject

/** A JSON object. @category codecs @since 0.1.0 */
export interface JsonObject {
  readonly [key: string]: Json
}

/**
 * The canonical text of a value; keys that hold `undefined` are left out, as JSON does.
 *
 * @example
 * canonicalJson({ b: 1, a: [true, null] }) // => '{"a":[true,null],"b":1}'
 * @category codecs
 * @since 0.1.0
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const record = value as Record<string, unknown>
  // Text is added up in place: every command is hashed through here, and lists of fields cost twice the time.
  let fields = ''
  for (const key of Object.keys(record).sort()) {
    const field = record[key]
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`
  }
  return `{${fields}}`
}
