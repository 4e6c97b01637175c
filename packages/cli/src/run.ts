/** One run of the command line: every failure becomes plain lines on stderr and an exit code. */
import { CommanderError } from 'commander'
import { CliFailure } from './failure.js'
import type { Output } from './output/write.js'
import { quittanceProgram } from './program.js'

/**
 * Run with arguments (without `node` and the script's name).
 *
 * @returns 0 done, 1 bad input or a refusal, 2 a wrong use of the command; anything else that is thrown is a bug and passes through
 * @category commands
 * @since 0.1.0
 */
export const runQuittance = async (args: ReadonlyArray<string>, output: Output): Promise<0 | 1 | 2> => {
  try {
    await quittanceProgram(output).parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof CliFailure) {
      output.err.write(`${error.message}\n`)
      return error.exitCode
    }
    // What the machine refuses (no such folder, no right to write) carries a code; it is no bug either.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
      output.err.write(`${error.message}\n`)
      return 1
    }
    throw error
  }
}
