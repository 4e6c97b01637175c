/** A failure that a person can act on: printed as one or more plain lines on stderr, never with a stack trace. */

/** What went wrong, and the exit code: 1 for bad input or a refusal, 2 for a wrong use of the command. @category model @since 0.1.0 */
export class CliFailure extends Error {
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.name = 'CliFailure'
    this.exitCode = exitCode
  }
}
