#!/usr/bin/env node
/** The process: its streams, its arguments, its exit code. */
import { processOutput } from './output/write.js'
import { runQuittance } from './run.js'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of the pipe has gone (`| head`): nothing is left to say.
  if (error.code === 'EPIPE') process.exit(0)
})

process.exitCode = await runQuittance(process.argv.slice(2), processOutput)
