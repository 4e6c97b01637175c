import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Give the work a folder of its own, and take the folder away afterwards. */
export const inScratchFolder = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
