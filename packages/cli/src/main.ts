#!/usr/bin/env node
/** The process: runs the program, and turns every failure into plain lines and an exit code. */
import { CommanderError } from 'commander'
import { CliFailure } from './failure.js'
import { processOutput } from './output/write.js'
import { quittanceProgram } from './program.js'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of the pipe has gone (`| head`): nothing is left to say.
  if (error.code === 'EPIPE') process.exit(0)
})

try {
  await quittanceProgram(processOutput).parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof CliFailure) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  } else if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  } else throw error
}
