import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Run a script of this folder in a process of its own; gives what it prints on stdout. */
export const inOwnProcess = (script, args, nodeFlags = []) =>
  new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL(`../${script}`, import.meta.url))
    const child = spawn(process.execPath, [...nodeFlags, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (part) => (text += part))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${script} ended with code ${code ?? 'of a signal'}`)),
    )
  })
