// Every property test runs from one seed: the one vitest.config.ts chose or was given. QUITTANCE_RUNS sets how many
// cases each property tries; a property that names its own numRuns keeps it.
import * as fc from 'fast-check'

const whole = (name: string): number | undefined => {
  const text = process.env[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`${name} must be a whole number, not "${text}"`)
  return value
}

const seed = whole('QUITTANCE_SEED')
const numRuns = whole('QUITTANCE_RUNS')
fc.configureGlobal({ ...(seed === undefined ? {} : { seed }), ...(numRuns === undefined ? {} : { numRuns }) })
