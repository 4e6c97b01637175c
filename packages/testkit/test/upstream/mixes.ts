/** Small mixes for the tests. */
import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { decodeUpstreamMix, type UpstreamMix } from '../../src/index.js'

/** A mix of the benches. */
export const fixedMix = (name: string): UpstreamMix => {
  const file = new URL(`../../../../bench/mixes/causes/${name}.json`, import.meta.url)
  const read = decodeUpstreamMix(JSON.parse(readFileSync(file, 'utf8')))
  if (E.isLeft(read)) throw new Error(read.left.join('\n'))
  return read.right
}

const none = <Key extends string>(shares: Readonly<Record<Key, number>>): Readonly<Record<Key, number>> =>
  Object.fromEntries(Object.keys(shares).map((key) => [key, 0])) as Record<Key, number>

/** Few customers, and errors all the same. */
export const few: UpstreamMix = { ...fixedMix('even'), name: 'few', customers: 4, months: 8 }

/** Nothing ever goes wrong. */
export const flawless: UpstreamMix = { ...few, errors: none(few.errors), troubles: none(few.troubles), slowPayers: 0 }
