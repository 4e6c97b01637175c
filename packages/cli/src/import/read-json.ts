/** JSON files that a person writes, such as profiles and policies: read whole, or refused by field. */
import { reportErrors } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { readFileSync } from 'node:fs'
import { CliFailure } from '../failure.js'

/**
 * The value in a file. A field that nobody reads is refused with the wrong ones: it is a misspelt one, and would else be
 * missing unseen.
 *
 * @param name - what the person called the file
 * @param what - what it should be, such as `a profile of payments`
 * @category codecs
 * @since 0.1.0
 */
export const readJson = <A>(name: string, path: string, codec: t.Type<A>, what: string): A => {
  const json = parseJson(name, readFileSync(path, 'utf8'))
  const decoded = codec.decode(json)
  const wrong = E.isLeft(decoded)
    ? reportErrors(decoded.left)
    : unreadFields(json, [codec]).map((field) => `${field}: no such field`)
  if (E.isRight(decoded) && wrong.length === 0) return decoded.right
  throw new CliFailure(`${name}: not ${what}\n  ${wrong.join('\n  ')}`)
}

/** The JSON in a file that a person named, or a failure that says where it is wrong. @category codecs @since 0.1.0 */
export const parseJson = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new CliFailure(`${name}: not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What an io-ts codec is made of: the fields of an object, the members of a union or an intersection, the item of a list. */
interface Parts {
  readonly name: string
  readonly props?: Readonly<Record<string, Parts>>
  readonly types?: ReadonlyArray<Parts>
  readonly type?: Parts
}

/** The paths of fields that none of the codecs of their object names. Where no codec names any, all names are free. */
const unreadFields = (value: unknown, codecs: ReadonlyArray<Parts>, path: string = ''): ReadonlyArray<string> => {
  if (typeof value !== 'object' || value === null) return []
  const plain = codecs.flatMap(membersOf)
  if (Array.isArray(value)) {
    const items = plain.flatMap(({ type }) => (type === undefined ? [] : [type]))
    return value.flatMap((item, at) => unreadFields(item, items, `${path}.${at}`))
  }
  const objects = plain.flatMap(({ props }) => (props === undefined ? [] : [props]))
  if (objects.length === 0) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`
    const own = objects.flatMap((props) => (Object.hasOwn(props, key) ? (props[key] ?? []) : []))
    return own.length === 0 ? [at] : unreadFields(inner, own, at)
  })
}

const membersOf = (codec: Parts): ReadonlyArray<Parts> =>
  codec.types === undefined ? [codec] : codec.types.flatMap(membersOf)
