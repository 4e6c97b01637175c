import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A script of this folder, run by plain node on the built packages. */
export const startChild = (script: string, ...args: readonly (string | number)[]): ChildProcess =>
  spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** How a process ended, with what it printed. */
export interface ChildEnd {
  readonly code: number | null
  readonly lines: readonly string[]
  readonly errors: string
}

/** Wait for the end of a process; `onOutput` is called whenever it prints. */
export const endOf = (child: ChildProcess, onOutput: () => void = () => undefined): Promise<ChildEnd> =>
  new Promise((resolve, reject) => {
    let [output, errors] = ['', '']
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      onOutput()
    })
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.on('error', reject)
    // A line without its end was cut off by the death of the process and acknowledges nothing.
    child.on('close', (code) => resolve({ code, lines: output.split('\n').slice(0, -1), errors }))
  })
