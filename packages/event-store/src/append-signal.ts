/**
 * Tells waiting readers that something was appended. Take `next()` before reading, and no append is missed.
 *
 * @category streams
 * @since 0.1.0
 */
export class AppendSignal {
  #waiting: Promise<void> | undefined
  #wake: (() => void) | undefined

  /** Settles at the first `raise` from now on. */
  next(): Promise<void> {
    this.#waiting ??= new Promise((resolve) => {
      this.#wake = resolve
    })
    return this.#waiting
  }

  /** Wake everyone who waits; costs next to nothing when nobody does. */
  raise(): void {
    if (this.#wake === undefined) return
    const wake = this.#wake
    this.#wake = undefined
    this.#waiting = undefined
    wake()
  }
}
