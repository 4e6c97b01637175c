import { checks } from './index.js'

if (process.argv[2] === '--list') {
  for (const { name } of checks) console.log(name)
} else {
  console.error('The checks run in `npm test`; `--list` prints their names.')
  process.exitCode = 1
}
