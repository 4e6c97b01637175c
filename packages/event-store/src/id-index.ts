import type { StoredFact } from './port.js'

const smallest = 1024

/** FNV-1a, 32 bits, over the UTF-16 units of the text. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // The low bits choose the slot, so the high ones are mixed in.
  return hash ^ (hash >>> 15)
}

/**
 * Finds a fact of a log by its id.
 *
 * A table of numbers in place of a Map of texts: at a million facts it is several times faster to fill and the garbage
 * collector has nothing to walk through.
 *
 * @category streams
 * @since 0.1.0
 */
export class IdIndex {
  readonly #log: readonly StoredFact[]
  /** Position of a fact (0 for a free slot), and beside it the hash of its id. */
  #positions: Int32Array = new Int32Array(smallest)
  #hashes: Int32Array = new Int32Array(smallest)
  #count = 0
  #lastId = ''
  #lastHash: number = hashOf('')

  constructor(log: readonly StoredFact[]) {
    this.#log = log
  }

  /** The fact with this id, if it stands in the log. */
  find(id: string): StoredFact | undefined {
    const [hash, mask] = [this.#hash(id), this.#positions.length - 1]
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const position = this.#positions[slot] as number
      if (position === 0) return undefined
      if (this.#hashes[slot] === hash) {
        const fact = this.#log[position - 1]
        if (fact?.id === id) return fact
      }
    }
  }

  /** Enter a fact that stands in the log and whose id is new. */
  add(fact: StoredFact): void {
    this.#count += 1
    if (this.#count * 2 > this.#positions.length) this.#grow()
    this.#enter(this.#hash(fact.id), fact.position)
  }

  #hash(id: string): number {
    // A new id is looked for first and entered at once, so it is worth remembering.
    if (id !== this.#lastId) {
      this.#lastId = id
      this.#lastHash = hashOf(id)
    }
    return this.#lastHash
  }

  #enter(hash: number, position: number): void {
    const mask = this.#positions.length - 1
    let slot = hash & mask
    while (this.#positions[slot] !== 0) slot = (slot + 1) & mask
    this.#positions[slot] = position
    this.#hashes[slot] = hash
  }

  #grow(): void {
    const [positions, hashes] = [this.#positions, this.#hashes]
    this.#positions = new Int32Array(positions.length * 2)
    this.#hashes = new Int32Array(positions.length * 2)
    positions.forEach((position, slot) => {
      if (position !== 0) this.#enter(hashes[slot] as number, position)
    })
  }
}
