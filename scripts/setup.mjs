// Makes a fresh clone ready with only Node and npm: installs the pinned workspace through npx, once.
// Prints to stderr only, so that `--json` on stdout stays clean. A second call with nothing changed
// touches no network and returns at once.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Quittance needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'bench/package.json']
for (const folder of ['packages', 'examples', 'tools']) {
  if (!existsSync(join(root, folder))) continue
  for (const name of readdirSync(join(root, folder)).sort()) manifests.push(`${folder}/${name}/package.json`)
}
const fingerprint = () => {
  const hash = createHash('sha256').update(`${major} ${process.platform} ${process.arch}\n`)
  for (const file of manifests) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}
const stamp = join(root, 'node_modules', '.setup-stamp')
const wanted = fingerprint()
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0)

const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const windows = process.platform === 'win32'
console.error(`Setting up: ${packageManager} install (once; later runs skip this) …`)
const updating = process.argv.includes('--update-lockfile')
const run = spawnSync(
  windows ? 'npx.cmd' : 'npx',
  [
    '--yes',
    packageManager,
    'install',
    updating ? '--no-frozen-lockfile' : '--frozen-lockfile',
    '--config.confirmModulesPurge=false',
    '--reporter=append-only',
  ],
  { cwd: root, stdio: ['ignore', 2, 2], shell: windows },
)
if (run.status !== 0) {
  console.error('Set-up failed; the lines above say why. Nothing else was run.')
  process.exit(run.status ?? 1)
}
mkdirSync(join(root, 'node_modules'), { recursive: true })
// --update-lockfile has written the lockfile, which is part of the fingerprint.
writeFileSync(stamp, updating ? fingerprint() : wanted)
