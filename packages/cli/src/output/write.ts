/** Output to stdout, whole, also into a pipe. */

/** Where a command writes: results to `out`, everything else to `err`. @category model @since 0.1.0 */
export interface Output {
  readonly out: (text: string) => Promise<void>
  readonly err: NodeJS.WriteStream
}

/** The process's own streams. @category model @since 0.1.0 */
export const processOutput: Output = {
  out: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
    }),
  err: process.stderr,
}
