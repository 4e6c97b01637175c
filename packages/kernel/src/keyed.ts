/**
 * Keyed collections that stay cheap to change at any size, and safe for any id.
 *
 * A command changes one or two entries of an account that may hold 100,000. Under immer a change copies
 * the record that holds the entry, so a flat record of 20,000 costs some 17 ms for one command. Here the
 * entries are spread over up to 256 buckets by a hash of the key: a change copies the bucket list and one
 * bucket. The buckets have no prototype, so `__proto__` is an id like any other.
 */

/** Entries by id; plain data, so it drafts, freezes, clones and prints like any record. @category model @since 0.1.0 */
export interface Keyed<Value> {
  size: number
  buckets: Array<Record<string, Value>>
}

// Growth is by these steps only: a rehash touches every entry, and happens twice in an account's life.
const steps: ReadonlyArray<{ readonly above: number; readonly buckets: number }> = [
  { above: 1024, buckets: 256 },
  { above: 48, buckets: 16 },
]

const emptyBucket = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>

/** An empty collection; its first bucket comes with its first entry, because most collections of most accounts stay empty. @example keyedSize(emptyKeyed()) // => 0 @category model @since 0.1.0 */
export const emptyKeyed = <Value>(): Keyed<Value> => ({ size: 0, buckets: [] })

const bucketOf = (key: string, buckets: number): number => {
  if (buckets <= 1) return 0
  // FNV-1a over the last twelve characters: ids differ at their end.
  let hash = 0x811c9dc5
  for (let at = Math.max(0, key.length - 12); at < key.length; at += 1)
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (buckets - 1)
}

/** The entry of an id, or nothing. @category model @since 0.1.0 */
export const keyedGet = <Value>(keyed: Keyed<Value>, key: string): Value | undefined =>
  keyed.buckets[bucketOf(key, keyed.buckets.length)]?.[key]

/** Put an entry in place, new or not; changes the collection it is given (a draft, or a state one owns). @category model @since 0.1.0 */
export const keyedSet = <Value>(keyed: Keyed<Value>, key: string, value: Value): void => {
  if (keyed.buckets.length === 0) keyed.buckets.push(emptyBucket<Value>())
  const bucket = keyed.buckets[bucketOf(key, keyed.buckets.length)] as Record<string, Value>
  if (bucket[key] === undefined) keyed.size += 1
  bucket[key] = value
  growWhenFull(keyed)
}

/** Take an entry out, if it is there; changes the collection it is given. @category model @since 0.1.0 */
export const keyedDelete = <Value>(keyed: Keyed<Value>, key: string): void => {
  const bucket = keyed.buckets[bucketOf(key, keyed.buckets.length)]
  if (bucket?.[key] === undefined) return
  delete bucket[key]
  keyed.size -= 1
}

/** How many entries. @category model @since 0.1.0 */
export const keyedSize = <Value>(keyed: Keyed<Value>): number => keyed.size

/** Every entry, in an order that depends only on how the collection came to be; a report sorts by a business key. @category model @since 0.1.0 */
export function* keyedEntries<Value>(keyed: Keyed<Value>): Generator<readonly [string, Value]> {
  for (const bucket of keyed.buckets) for (const key in bucket) yield [key, bucket[key] as Value]
}

/** Every value, in the order of `keyedEntries`. @category model @since 0.1.0 */
export const keyedValues = <Value>(keyed: Keyed<Value>): Array<Value> => {
  const values: Array<Value> = []
  for (const bucket of keyed.buckets) for (const key in bucket) values.push(bucket[key] as Value)
  return values
}

const growWhenFull = <Value>(keyed: Keyed<Value>): void => {
  if (keyed.size <= 48) return
  const step = steps.find(({ above, buckets }) => keyed.size > above && keyed.buckets.length < buckets)
  if (step === undefined) return
  const grown: Array<Record<string, Value>> = Array.from({ length: step.buckets }, () => emptyBucket<Value>())
  for (const bucket of keyed.buckets)
    for (const key in bucket) (grown[bucketOf(key, step.buckets)] as Record<string, Value>)[key] = bucket[key] as Value
  keyed.buckets = grown
}
