// Rivals are installed when a bench first runs with them, into this folder, outside the workspace and its lockfile.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folderOf = (group) => fileURLToPath(new URL(group, import.meta.url))

const install = (group) => {
  const folder = folderOf(group)
  const manifest = readFileSync(join(folder, 'package.json'))
  const stamp = join(folder, 'node_modules', '.rivals-stamp')
  const wanted = createHash('sha256').update(manifest).update(process.versions.modules).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const slow = group === 'sqlite' ? ' (sqlite3 may be compiled, which takes minutes)' : ''
  process.stderr.write(`Installing the rivals of bench/rivals/${group}${slow} …\n`)
  const windows = process.platform === 'win32'
  const flags = ['--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder]
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', ['install', ...flags], { stdio: ['ignore', 2, 2], shell: windows })
  if (run.status !== 0) throw new Error('npm install failed')
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** The rival's module, or why it cannot be had here: `{ rival }` or `{ reason }`. */
export const rivalFrom = async (group, file) => {
  try {
    install(group)
    // Some print their failures wherever they like; the bench writes its report past the console.
    for (const level of ['log', 'info', 'warn', 'error']) console[level] = () => undefined
    return { rival: await import(new URL(`${group}/${file}`, import.meta.url).href) }
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n')
    return { reason: `could not be installed or loaded: ${reason}` }
  }
}
