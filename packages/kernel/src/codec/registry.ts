/**
 * Facts to JSON and back: `type` names room and fact, the business day goes to the envelope, the rest is data.
 * What cannot be read is a value that says why; nothing is ever skipped.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { JsonObject } from '../canonical-json.js'
import type { Fact } from '../decider.js'
import type { LocalDate } from '../local-date.js'
import { reportErrors } from './report.js'
import type { Version, Versions } from './versions.js'

/** What a fact keeps in its `data`: all but its name and its day. @category codecs @since 0.1.0 */
export type DataOf<OwnFact> = OwnFact extends Fact
  ? { [Key in keyof OwnFact as Exclude<Key, '_tag' | 'on'>]: OwnFact[Key] }
  : never

/** A room's codecs: one chain of versions for each of its facts, none missing. @category codecs @since 0.1.0 */
export interface RoomCodecs<OwnFact extends Fact> {
  readonly room: string
  readonly facts: { readonly [Tag in OwnFact['_tag']]: Versions<DataOf<Extract<OwnFact, { readonly _tag: Tag }>>> }
}

interface AnyVersions {
  readonly all: ReadonlyArray<Version>
}

interface AnyRoom {
  readonly room: string
  readonly facts: Readonly<Record<string, AnyVersions>>
}

/** A fact as a store keeps it, without its envelope. @category codecs @since 0.1.0 */
export interface Encoded {
  readonly type: string
  readonly schemaVersion: number
  readonly effectiveOn: LocalDate
  readonly data: JsonObject
}

/** Why stored data is no fact that this code knows. @category codecs @since 0.1.0 */
export type DecodeFailure =
  | { readonly _tag: 'UnknownFactType'; readonly type: string }
  | {
      readonly _tag: 'UnknownSchemaVersion'
      readonly type: string
      readonly schemaVersion: number
      readonly newest: number
    }
  | {
      readonly _tag: 'UndecodableFact'
      readonly type: string
      readonly schemaVersion: number
      readonly errors: ReadonlyArray<string>
    }

/** Reads and writes the facts of several rooms. @category codecs @since 0.1.0 */
export interface Codecs<AnyFact extends Fact> {
  readonly encode: (fact: AnyFact) => Encoded
  readonly decode: (stored: Encoded) => E.Either<DecodeFailure, AnyFact>
  /** Every `type` it knows, in order of declaration. */
  readonly types: ReadonlyArray<string>
}

/**
 * The codecs of several rooms as one.
 *
 * @law decode after encode gives the fact back
 * @rejects UnknownFactType, UnknownSchemaVersion, UndecodableFact, in this order
 * @category codecs
 * @since 0.1.0
 */
export const codecsOf = <AnyFact extends Fact>(...rooms: ReadonlyArray<AnyRoom>): Codecs<AnyFact> => {
  const byType = new Map<string, { readonly tag: string; readonly versions: AnyVersions }>()
  const typeOfTag = new Map<string, string>()
  for (const { room, facts } of rooms)
    for (const [tag, versions] of Object.entries(facts)) {
      byType.set(`${room}.${tag}`, { tag, versions })
      typeOfTag.set(tag, `${room}.${tag}`)
    }

  return {
    types: [...byType.keys()],
    encode: (fact) => {
      const { _tag, on, ...data } = fact as AnyFact & Record<string, unknown>
      const type = typeOfTag.get(_tag) ?? _tag
      return {
        type,
        schemaVersion: byType.get(type)?.versions.all.length ?? 1,
        effectiveOn: on,
        data: data as unknown as JsonObject,
      }
    },
    decode: (stored) => {
      const known = byType.get(stored.type)
      if (known === undefined) return E.left({ _tag: 'UnknownFactType', type: stored.type })
      return decodeVersion(stored, known.tag, known.versions) as E.Either<DecodeFailure, AnyFact>
    },
  }
}

const decodeVersion = (stored: Encoded, tag: string, versions: AnyVersions): E.Either<DecodeFailure, Fact> => {
  const { type, schemaVersion } = stored
  const version = versions.all[schemaVersion - 1]
  if (version === undefined)
    return E.left({ _tag: 'UnknownSchemaVersion', type, schemaVersion, newest: versions.all.length })
  if (!version.check(stored.data)) {
    const report = version.codec.decode(stored.data)
    const errors = E.isLeft(report)
      ? reportErrors(report.left)
      : ['the compiled checker refused what the codec accepts']
    return E.left({ _tag: 'UndecodableFact', type, schemaVersion, errors })
  }
  let data: unknown = stored.data
  for (let at = schemaVersion - 1; at < versions.all.length - 1; at += 1) data = upcastFrom(versions.all[at], data)
  return E.right(factOf(tag, stored.effectiveOn, data as object))
}

/** Name and day come first, because adding fields to a copied object takes four times as long; they stand, whatever the data bring. */
const factOf = (tag: string, on: LocalDate, data: object): Fact => {
  const fact = { _tag: tag, on, ...data }
  fact._tag = tag
  fact.on = on
  return fact
}

const upcastFrom = (version: Version | undefined, data: unknown): unknown =>
  version?.upcast === undefined ? data : version.upcast(data as never)
