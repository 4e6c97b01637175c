/** A progress bar on stderr while something runs; silent where nobody looks. */
import { progress } from '@clack/prompts'

/** A bar that is told how far things are. @category model @since 0.1.0 */
export interface ProgressBar {
  readonly at: (done: number, total: number) => void
  readonly end: (message: string) => void
}

/** A bar with a title; without a terminal, only the last message is said. @category model @since 0.1.0 */
export const progressBar = (title: string, stream: NodeJS.WriteStream): ProgressBar => {
  if (!stream.isTTY) {
    return { at: () => undefined, end: (message) => void stream.write(`${message}\n`) }
  }
  let bar: ReturnType<typeof progress> | undefined
  let shown = 0
  return {
    at: (done, total) => {
      if (bar === undefined) {
        bar = progress({ max: Math.max(total, 1), style: 'heavy', output: stream })
        bar.start(title)
      }
      if (done > shown) bar.advance(done - shown, `${title} ${done} of ${total}`)
      shown = done
    },
    end: (message) => {
      if (bar === undefined) stream.write(`${message}\n`)
      else bar.stop(message)
    },
  }
}
