/** Moves on what lateness costs. */
import { decimal } from '@quittance/kernel'
import { dayNear, idOf, type Move, newId } from './world.js'

/** @internal */
export const billInterest: Move = (world, dice) => [
  {
    _tag: 'BillInterest',
    on: dayNear(world, dice, world.today),
    billId: dice.oneIn(20) ? '' : newId(world, dice, 'INT'),
    currency: world.currency,
    policy: {
      id: 'interest',
      version: 1,
      terms: {
        rate: { _tag: 'FixedRate', percent: decimal(dice.pick(['36', '12', '0'])) },
        dayCountDays: 365,
        compounding: dice.pick(['none', 'every-30-days']),
        rounding: dice.pick(['once', 'per-span', 'daily']),
        disputed: dice.pick(['waits', 'accrues']),
      },
      minimumMinor: dice.pick([0, 0, 10]),
      paymentDays: 14,
      fixedSum: { currency: world.currency, bands: [{ fromMinor: 0, amountMinor: 40 }] },
    },
  },
]

/** @internal */
export const chargeNoticeFee: Move = (world, dice) => {
  const notices = world.state.dunning.notices.buckets.flatMap((bucket) => Object.entries(bucket))
  const noticeId = idOf(
    dice,
    notices.map(([id]) => id),
  )
  const on = dayNear(world, dice, notices.find(([id]) => id === noticeId)?.[1].on)
  const policy = {
    id: 'fees',
    version: 1,
    rule: { _tag: 'PercentFee', percent: decimal('10'), leastMinor: dice.pick([5, 0]) },
    paymentDays: 0,
  } as const
  return [{ _tag: 'ChargeNoticeFee', on, billId: newId(world, dice, 'FEE'), noticeId, policy }]
}
