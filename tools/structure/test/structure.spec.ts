import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checks, describeFindings, workspaceOnDisk } from '../src/index.js'

const workspace = workspaceOnDisk(fileURLToPath(new URL('../../..', import.meta.url)))

describe('house rules', () => {
  it('looks at the sources of the packages', () => {
    expect(workspace.files).toContain('packages/kernel/src/invariant.ts')
  })

  for (const check of checks) {
    it(check.name, () => {
      expect(describeFindings(check.run(workspace))).toEqual([])
    })
  }
})
