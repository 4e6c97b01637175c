/** What interprets the cases of one area. */
import type { AskMap } from './ask.js'
import type { Reader } from './reader.js'
import type { Value } from './value.js'

/** From what is given and which keys are asked for to the library's answers. Alternatives under `tries` come one at a time. */
export type Adapter = (given: Reader, asked: AskMap) => ReadonlyMap<string, Value>

/** The adapter of each area, or why there is none yet. */
export type Adapters = Readonly<Record<string, Adapter | string>>
