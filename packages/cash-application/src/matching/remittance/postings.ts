/** Which identifiers are found under a key. */
import type { Identifier } from './identifier.js'

/** Identifiers by key; in no order, without a key for none. */
export type Postings<Key = string> = Map<Key, Array<Identifier>>

/** Enter an identifier under a key; once under each key. */
export const putPosting = <Key>(postings: Postings<Key>, key: Key, identifier: Identifier): void => {
  const found = postings.get(key)
  if (found === undefined) postings.set(key, [identifier])
  else found.push(identifier)
}

/** Take an identifier out from under a key. */
export const dropPosting = <Key>(postings: Postings<Key>, key: Key, identifier: Identifier): void => {
  const found = postings.get(key)
  if (found === undefined) return
  const at = found.indexOf(identifier)
  if (at < 0) return
  const last = found.pop() as Identifier
  if (found.length === 0) postings.delete(key)
  else if (last !== identifier) found[at] = last
}
