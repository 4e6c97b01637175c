/** One fact of every kind about what we did. */
import type { DunningFact } from '@quittance/dunning'
import { localDate } from '@quittance/kernel'

const on = localDate('2026-05-19')
const items = ['INV-1']

/** By name of the fact. */
export const contacted: { readonly [Tag in DunningFact['_tag']]: Extract<DunningFact, { readonly _tag: Tag }> } = {
  TouchRecorded: {
    _tag: 'TouchRecorded',
    on,
    touchId: 'T-1',
    channel: 'call',
    role: 'collector',
    outcome: 'reached',
    items,
    askMinor: 119_00,
    currency: 'EUR',
    nextAction: { kind: 'call', on: localDate('2026-05-26') },
  },
  ExcuseGiven: {
    _tag: 'ExcuseGiven',
    on,
    excuseId: 'X-1',
    touchId: 'T-1',
    items,
    code: 'cash-is-due',
    resolveOn: localDate('2026-05-26'),
  },
}
