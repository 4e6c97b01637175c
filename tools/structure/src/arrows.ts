/** The scope of this repository's own packages. */
export const scope = '@quittance/'

const domain = ['invoicing', 'cash-application', 'promises-to-pay', 'dunning'] as const
const store = ['kernel', 'event-store'] as const

/** Which of our packages each package may depend on at run time. */
export const arrows: Readonly<Record<string, readonly string[] | 'any'>> = {
  kernel: [],
  invoicing: ['kernel'],
  'cash-application': ['kernel'],
  'promises-to-pay': ['kernel'],
  dunning: ['kernel'],
  'event-store': ['kernel'],
  'event-store-sqlite': store,
  'event-store-postgres': store,
  'event-store-eventstoredb': store,
  receivables: ['kernel', ...domain, 'event-store'],
  projections: ['kernel', ...domain],
  formats: ['kernel', ...domain, 'projections'],
  testkit: 'any',
  cli: 'any',
}

/** Packages without clock, randomness, I/O, environment or Node API. */
export const purePackages: readonly string[] = ['kernel', ...domain, 'projections']

/** What a pure package may use from outside the repository; only kernel hashes. */
export const outsideAllowed = (folder: string): readonly string[] =>
  folder === 'kernel' ? ['fp-ts', 'io-ts', 'immer', '@noble/hashes'] : ['fp-ts', 'io-ts', 'immer']

/** The test tools, which only testkit and tests import. */
export const testTools: readonly string[] = ['vitest', 'fast-check', '@fast-check/vitest']

/** Whether a package may depend on another of ours; cli may use anything, and nothing but cli may use testkit. */
export const mayDependOn = (from: string, to: string): boolean => {
  const allowed = arrows[from]
  return allowed !== undefined && (allowed === 'any' || allowed.includes(to))
}
