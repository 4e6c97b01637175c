/** One sample of every fact with every field it can have; the golden files hold their written form for ever. */
import { decimal, localDate } from '@quittance/kernel'
import type { PromisesFact, VerdictProof } from '../src/index.js'

type Samples = { readonly [Tag in PromisesFact['_tag']]: Extract<PromisesFact, { readonly _tag: Tag }> }

const on = localDate('2026-05-19')
const promiseId = 'P-2026/0001'

const proof: VerdictProof = {
  currency: 'EUR',
  promisedMinor: 500_00,
  expectedMinor: 480_00,
  keptMinor: 200_00,
  shortMinor: 280_00,
  toleranceMinor: 5_00,
  basis: 'receipt-date',
  countsFrom: localDate('2026-05-01'),
  windowEndsOn: localDate('2026-05-18'),
  counted: [{ receiptId: 'R-1', itemId: 'INV-1', countedOn: localDate('2026-05-14'), amountMinor: 200_00 }],
  items: [
    { itemId: 'INV-1', state: 'kept', promisedMinor: 200_00, expectedMinor: 200_00, keptMinor: 200_00 },
    { itemId: 'INV-2', state: 'broken', promisedMinor: 300_00, expectedMinor: 280_00, keptMinor: 0 },
  ],
}
const accelerates = { promiseIds: ['P-2026/0002'], dueOn: localDate('2026-05-19') }

/** By name of the fact; the compiler sees that none is missing. */
export const samples: Samples = {
  PromiseMade: {
    _tag: 'PromiseMade',
    on: localDate('2026-05-01'),
    promiseId,
    currency: 'EUR',
    amountMinor: 500_00,
    dueOn: localDate('2026-05-15'),
    windowEndsOn: localDate('2026-05-18'),
    items: [
      { itemId: 'INV-1', amountMinor: 200_00 },
      { itemId: 'INV-2', amountMinor: 300_00 },
    ],
    terms: {
      id: 'promises-eu',
      version: 2,
      graceDays: 1,
      graceIn: 'business-days',
      tolerancePercent: decimal('1'),
      basis: 'receipt-date',
      lateMoney: 'active-first',
      beyondOpen: 'accept',
    },
    level: 2,
    plan: { planId: 'PL-1', no: 1, of: 2, accelerates: true },
    beyondOpenMinor: 20_00,
    receivedBefore: ['R-0'],
    askedMinor: 900_00,
    channel: 'phone',
    takenBy: 'carla',
    madeBy: 'Mr Globex',
    touchId: 'T-77',
  },
  PromiseConfirmed: { _tag: 'PromiseConfirmed', on, promiseId, channel: 'e-mail', confirmedBy: 'Mr Globex' },
  PromiseSuperseded: {
    _tag: 'PromiseSuperseded',
    on,
    promiseId,
    byPromiseId: 'P-2026/0003',
    currency: 'EUR',
    itemIds: ['INV-2'],
    replacedMinor: 300_00,
    keptMinor: 0,
    countsAs: 'broken',
    reason: 'asked for another week',
  },
  PromiseWithdrawn: { _tag: 'PromiseWithdrawn', on, promiseId, by: 'customer', reason: 'goods came broken' },
  PromiseKept: { _tag: 'PromiseKept', on, promiseId, ...proof, reachedOn: localDate('2026-05-14') },
  PromisePartlyKept: { _tag: 'PromisePartlyKept', on, promiseId, ...proof, accelerates },
  PromiseBroken: { _tag: 'PromiseBroken', on, promiseId, ...proof, accelerates },
  PromiseVoided: { _tag: 'PromiseVoided', on, promiseId, ...proof },
  PromiseReopened: {
    _tag: 'PromiseReopened',
    on,
    promiseId,
    was: 'kept',
    because: { reason: 'receipt-returned', receiptId: 'R-1' },
  },
}
