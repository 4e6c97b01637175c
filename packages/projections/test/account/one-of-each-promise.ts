/** One fact of every kind about promises. */
import { localDate } from '@quittance/kernel'
import { defaultPromiseTerms, type PromisesFact, type VerdictProof } from '@quittance/promises-to-pay'

const promise = { on: localDate('2026-02-20'), promiseId: 'P-1' }
const proof: VerdictProof = {
  currency: 'EUR',
  promisedMinor: 60_00,
  expectedMinor: 60_00,
  keptMinor: 20_00,
  shortMinor: 40_00,
  toleranceMinor: 0,
  basis: 'receipt-date',
  countsFrom: localDate('2026-02-01'),
  windowEndsOn: localDate('2026-02-18'),
  counted: [{ receiptId: 'R-1', itemId: 'INV-1', countedOn: localDate('2026-02-10'), amountMinor: 20_00 }],
}
/** By name of the fact. */
export const promised: { readonly [Tag in PromisesFact['_tag']]: Extract<PromisesFact, { readonly _tag: Tag }> } = {
  PromiseMade: {
    _tag: 'PromiseMade',
    ...promise,
    currency: 'EUR',
    amountMinor: 60_00,
    dueOn: localDate('2026-02-15'),
    windowEndsOn: localDate('2026-02-18'),
    items: [{ itemId: 'INV-1', amountMinor: 60_00 }],
    terms: defaultPromiseTerms,
    level: 2,
  },
  PromiseConfirmed: { _tag: 'PromiseConfirmed', ...promise, channel: 'e-mail' },
  PromiseSuperseded: {
    _tag: 'PromiseSuperseded',
    ...promise,
    byPromiseId: 'P-2',
    currency: 'EUR',
    itemIds: [],
    replacedMinor: 60_00,
    keptMinor: 0,
    countsAs: 'broken',
  },
  PromiseWithdrawn: { _tag: 'PromiseWithdrawn', ...promise, by: 'customer', reason: 'goods came broken' },
  PromiseKept: {
    _tag: 'PromiseKept',
    ...promise,
    ...proof,
    keptMinor: 60_00,
    shortMinor: 0,
    reachedOn: localDate('2026-02-10'),
  },
  PromisePartlyKept: { _tag: 'PromisePartlyKept', ...promise, ...proof },
  PromiseBroken: { _tag: 'PromiseBroken', ...promise, ...proof, keptMinor: 0, shortMinor: 60_00, counted: [] },
  PromiseVoided: {
    _tag: 'PromiseVoided',
    ...promise,
    ...proof,
    expectedMinor: 0,
    keptMinor: 0,
    shortMinor: 0,
    counted: [],
  },
  PromiseReopened: {
    _tag: 'PromiseReopened',
    ...promise,
    was: 'kept',
    because: { reason: 'receipt-returned', receiptId: 'R-1' },
  },
}
