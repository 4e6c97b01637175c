/** One sample of every fact of an account's life; the golden files hold their written form for ever. */
import { localDate } from '@quittance/kernel'
import type { AccountLifeFact, PolicyFact } from '../src/index.js'

type Samples = { readonly [Tag in AccountLifeFact['_tag']]: Extract<AccountLifeFact, { readonly _tag: Tag }> }

const on = localDate('2026-01-10')

/** By name of the fact; the compiler sees that none is missing. */
export const samples: Samples = {
  AccountOpened: { _tag: 'AccountOpened', on, name: 'Globex GmbH', attributes: { region: 'north', __proto: 'kept' } },
  AccountClosed: { _tag: 'AccountClosed', on, reason: 'moved away' },
  AccountReopened: { _tag: 'AccountReopened', on, reason: 'new order' },
}

/** The same of the facts of an entity's policies. */
export const policySamples: {
  readonly [Tag in PolicyFact['_tag']]: Extract<PolicyFact, { readonly _tag: Tag }>
} = {
  DunningPolicyAdopted: {
    _tag: 'DunningPolicyAdopted',
    on,
    policyId: 'standard',
    version: 2,
    after: localDate('2026-01-04'),
  },
  DunningRunFinished: {
    _tag: 'DunningRunFinished',
    on,
    policyId: 'standard',
    version: 2,
    after: localDate('2026-01-04'),
    accountCount: 3,
  },
}
