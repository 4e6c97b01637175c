// Closes a test run with the seed and one plain line, `N passed, N failed, N skipped`, that any CI can read.
export default class PlainReporter {
  onInit(vitest) {
    this.env = vitest.config.env ?? {}
  }

  onTestRunEnd(modules, errors, reason) {
    const count = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      const before = count.failed
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1
      }
      // A file that could not be loaded has no failed test of its own, yet it has failed.
      if (module.state() === 'failed' && count.failed === before) count.failed += 1
    }
    if (errors.length > 0 && count.failed === 0) count.failed = errors.length
    if (reason === 'failed' && count.failed === 0) count.failed = 1
    const seed = this.env.QUITTANCE_SEED
    if (seed) {
      const origin = this.env.QUITTANCE_SEED_GIVEN ? 'given' : `random; repeat with QUITTANCE_SEED=${seed}`
      console.log(`fast-check seed ${seed} (${origin})`)
    }
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
  }
}
