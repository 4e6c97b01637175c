/** What a policy file must look like, field by field, so that everything wrong with it can be named at once. */
import type * as t from 'io-ts'

/** A value, an object with its fields, a list, or one of several objects told apart by `_tag`. @internal */
export type Shape =
  | { readonly kind: 'value'; readonly codec: t.Mixed; readonly wanted?: string }
  | { readonly kind: 'object'; readonly required: Fields; readonly optional: Fields }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'tagged'; readonly variants: Readonly<Record<string, Shape & { readonly kind: 'object' }>> }

type Fields = Readonly<Record<string, Shape>>

/** @internal */
export const valueOf = (codec: t.Mixed, wanted?: string): Shape =>
  wanted === undefined ? { kind: 'value', codec } : { kind: 'value', codec, wanted }

/** @internal */
export const objectOf = (required: Fields, optional: Fields = {}): Shape & { readonly kind: 'object' } => ({
  kind: 'object',
  required,
  optional,
})

/** @internal */
export const listShape = (of: Shape): Shape => ({ kind: 'list', of })

/** @internal */
export const taggedBy = (variants: Readonly<Record<string, Fields | readonly [Fields, Fields]>>): Shape => ({
  kind: 'tagged',
  variants: Object.fromEntries(
    Object.entries(variants).map(([tag, fields]) => [
      tag,
      isPair(fields) ? objectOf(fields[0], fields[1]) : objectOf(fields),
    ]),
  ),
})

const isPair = (fields: Fields | readonly [Fields, Fields]): fields is readonly [Fields, Fields] =>
  Array.isArray(fields)

/** A line for each field that is wrong, missing or not known. @internal */
export const faultsOf = (json: unknown, shape: Shape, path = ''): ReadonlyArray<string> => {
  const wrong = (wanted: string): ReadonlyArray<string> => [
    json === undefined
      ? `${path}: is missing, expected ${wanted}`
      : `${path === '' ? 'value' : path}: is ${JSON.stringify(json)}, expected ${wanted}`,
  ]
  switch (shape.kind) {
    case 'value':
      return shape.codec.is(json) ? [] : wrong(shape.wanted ?? shape.codec.name)
    case 'list':
      return Array.isArray(json)
        ? json.flatMap((item: unknown, index) => faultsOf(item, shape.of, at(path, String(index))))
        : wrong('a list')
    case 'object':
      return isRecord(json) ? faultsOfFields(json, shape, path) : wrong('an object')
    case 'tagged': {
      const tag = isRecord(json) && typeof json['_tag'] === 'string' ? json['_tag'] : ''
      const variant = Object.hasOwn(shape.variants, tag) ? shape.variants[tag] : undefined
      if (!isRecord(json) || variant === undefined)
        return [`${at(path, '_tag')}: "${tag}" is none of ${Object.keys(shape.variants).join(', ')}`]
      const { _tag, ...fields } = json
      return faultsOfFields(fields, variant, path)
    }
  }
}

const faultsOfFields = (
  json: Readonly<Record<string, unknown>>,
  { required, optional }: Shape & { readonly kind: 'object' },
  path: string,
): ReadonlyArray<string> => [
  ...Object.entries(required).flatMap(([field, shape]) => faultsOf(json[field], shape, at(path, field))),
  ...Object.entries(optional).flatMap(([field, shape]) =>
    json[field] === undefined ? [] : faultsOf(json[field], shape, at(path, field)),
  ),
  ...Object.keys(json)
    .filter((field) => !Object.hasOwn(required, field) && !Object.hasOwn(optional, field))
    .map((field) => `${at(path, field)}: there is no such field`),
]

const at = (path: string, field: string): string => (path === '' ? field : `${path}.${field}`)

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
