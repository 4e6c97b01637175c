import { defineConfig } from 'vitest/config'

// Packages are tested from their sources: the export condition `quittance-src` leads to src, so no build is needed.
// One seed serves a whole run: QUITTANCE_SEED if given, else a random one, which the reporter prints.
const seed = process.env['QUITTANCE_SEED'] ?? String(Math.floor(Math.random() * 0x7fffffff))

export default defineConfig({
  ssr: { resolve: { conditions: ['quittance-src', 'module', 'node', 'development|production'] } },
  test: {
    include: [
      'packages/*/test/**/*.{spec,property,model}.ts',
      'examples/*/test/**/*.{spec,property,model}.ts',
      'tools/*/test/**/*.{spec,property,model}.ts',
    ],
    env: { QUITTANCE_SEED: seed, QUITTANCE_SEED_GIVEN: process.env['QUITTANCE_SEED'] === undefined ? '' : 'yes' },
    setupFiles: ['./scripts/fast-check-setup.ts'],
    reporters: ['default', './scripts/plain-reporter.mjs'],
    passWithNoTests: false,
    testTimeout: 30_000,
  },
})
