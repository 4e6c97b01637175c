import { runFile } from './run/run-file.js'

const { code, out, complaint } = runFile(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
process.stdout.write(out)
process.stderr.write(complaint)
process.exitCode = code
