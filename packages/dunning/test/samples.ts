/** One sample of every fact with every field it can have; the golden files hold their written form for ever. */
import { localDate } from '@quittance/kernel'
import type { DunningFact } from '../src/index.js'

type Samples = { readonly [Tag in DunningFact['_tag']]: Extract<DunningFact, { readonly _tag: Tag }> }

const on = localDate('2026-05-19')
const items = ['INV-1', 'INV-2']

/** By name of the fact; the compiler sees that none is missing. */
export const samples: Samples = {
  TouchRecorded: {
    _tag: 'TouchRecorded',
    on,
    touchId: 'T-77',
    channel: 'call',
    role: 'collector',
    actor: 'carla',
    outcome: 'reached',
    items,
    askMinor: 900_00,
    currency: 'EUR',
    spokeWith: 'Mr Globex',
    words: 'he will look into it',
    nextAction: { kind: 'call', on: localDate('2026-05-26') },
  },
  ExcuseGiven: {
    _tag: 'ExcuseGiven',
    on,
    excuseId: 'X-9',
    touchId: 'T-77',
    items,
    code: 'cash-is-due',
    words: 'our customer pays on Tuesday',
    resolveOn: localDate('2026-05-26'),
    cause: 'customer-cash-flow',
  },
}
