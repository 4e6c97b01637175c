/**
 * Every shape a fact ever had, and the way from each to the next: a chain the compiler checks link by link.
 */
import type * as t from 'io-ts'
import { type Checker, compileChecker } from './compile.js'

/** One shape of a fact's data. @category codecs @since 0.1.0 */
export interface Version {
  readonly codec: t.Mixed
  readonly check: Checker
  /** To the next version; absent on the latest. */
  readonly upcast?: (data: never) => unknown
}

/** All versions of one fact, oldest first: version 1 stands at index 0. @category codecs @since 0.1.0 */
export interface Versions<Latest> {
  readonly all: ReadonlyArray<Version>
  /** Add a shape, with the way from the shape before. */
  readonly next: <Newer>(codec: t.Type<Newer>, upcast: (older: Latest) => Newer) => Versions<Newer>
}

/**
 * The first version of a fact's data.
 *
 * @law the golden file of every version still decodes
 * @category codecs
 * @since 0.1.0
 */
export const firstVersion = <Data>(codec: t.Type<Data>): Versions<Data> =>
  chain<Data>([{ codec, check: compileChecker(codec) }])

const chain = <Latest>(all: ReadonlyArray<Version>): Versions<Latest> => ({
  all,
  next: (codec, upcast) => {
    const older = all.slice(0, -1)
    const last = all.at(-1) as Version
    return chain([
      ...older,
      { ...last, upcast: upcast as (data: never) => unknown },
      { codec, check: compileChecker(codec) },
    ])
  },
})
