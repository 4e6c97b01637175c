/** Runs the command line inside the test, with a folder of its own and everything it writes kept. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { runQuittance } from '../src/index.js'

export interface Ran {
  readonly code: 0 | 1 | 2
  readonly out: string
  readonly err: string
}

export interface Desk {
  readonly folder: string
  readonly write: (name: string, content: string | Buffer) => string
  readonly run: (...args: ReadonlyArray<string>) => Promise<Ran>
  readonly clear: () => void
}

export const desk = (): Desk => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-cli-'))
  return {
    folder,
    write: (name, content) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    run: async (...args) => {
      let [out, err] = ['', '']
      const stream = new PassThrough()
      stream.on('data', (chunk: Buffer) => (err += chunk.toString()))
      const code = await runQuittance(args, {
        out: (text) => {
          out += text
          return Promise.resolve()
        },
        err: stream as unknown as NodeJS.WriteStream,
      })
      return { code, out, err }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}
