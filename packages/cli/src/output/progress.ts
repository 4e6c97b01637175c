/** A progress bar on stderr while something runs; silent where nobody looks. */
import { progress } from '@clack/prompts'
import { Writable } from 'node:stream'

/** A bar that is told how far things are. @category model @since 0.1.0 */
export interface ProgressBar {
  /** Say how far things are. Awaited, it gives the screen a turn, for the work between two calls holds the thread. */
  readonly at: (step: string, done: number, total: number) => Promise<void>
  /** The last word, which stays on the screen. */
  readonly end: (message: string) => void
  /** Take the bar away without a word, where it still runs; otherwise it would keep the process alive. */
  readonly drop: () => void
}

/** A bar with a title; without a terminal, only the last message is said. @category model @since 0.1.0 */
export const progressBar = (title: string, stream: NodeJS.WriteStream): ProgressBar =>
  stream.isTTY ? barOn(title, stream) : silentBar(stream)

const silentBar = (stream: NodeJS.WriteStream): ProgressBar => ({
  at: () => Promise.resolve(),
  end: (message) => void stream.write(`${message}\n`),
  drop: () => undefined,
})

const barOn = (title: string, stream: NodeJS.WriteStream): ProgressBar => {
  let bar: ReturnType<typeof progress> | undefined
  let shown = 0
  return {
    at: async (step, done, total) => {
      if (bar === undefined) {
        bar = progress({
          max: Math.max(total, 1),
          size: 30,
          style: 'heavy',
          output: screenOf(stream),
          withGuide: false,
        })
        bar.start(title)
      }
      if (done > shown) bar.advance(done - shown, step)
      shown = done
      await new Promise((resolve) => setImmediate(resolve))
    },
    end: (message) => {
      if (bar === undefined) stream.write(`${message}\n`)
      else bar.stop(message)
      bar = undefined
    },
    drop: () => {
      bar?.clear()
      bar = undefined
    },
  }
}

/** A terminal that does not know its width says 0, and a bar folded to that is a column of letters; without a width, 80 is assumed. */
const screenOf = (stream: NodeJS.WriteStream): Writable =>
  stream.columns > 0
    ? stream
    : new Writable({
        write: (chunk: Buffer, _, done) => {
          stream.write(chunk)
          done()
        },
      })
