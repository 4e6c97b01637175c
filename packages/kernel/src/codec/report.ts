/** What is wrong with a value, by field, in words a person can use. */
import type * as t from 'io-ts'

/**
 * One line for each thing wrong: the field's path, what stands there, and what should.
 *
 * @example
 * reportErrors([]) // => []
 * @category codecs
 * @since 0.1.0
 */
export const reportErrors = (errors: ReadonlyArray<t.ValidationError>): ReadonlyArray<string> => [
  ...new Set(errors.map(describeError)),
]

const describeError = ({ context, value }: t.ValidationError): string => {
  const path = context
    .filter(({ key }, index) => key !== '' && !isPart(context[index - 1]))
    .map(({ key }) => key)
    .join('.')
  const wanted = context.at(-1)?.type.name ?? 'something else'
  const found = value === undefined ? 'is missing' : `is ${written(value)}`
  return `${path === '' ? 'value' : path}: ${found}, expected ${wanted.length > 60 && wanted.includes('{') ? 'an object of another shape' : wanted}`
}

/** The members of an intersection or union carry their place as a key, which is no field of the value. */
const isPart = (parent: t.ContextEntry | undefined): boolean => {
  const tag = (parent?.type as { readonly _tag?: string } | undefined)?._tag
  return tag === 'IntersectionType' || tag === 'UnionType'
}

const written = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
