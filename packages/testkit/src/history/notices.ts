/** Moves on notices, holds and ladders: days pass for a ladder, what it calls for is sent, or is not. */
import type { DunningCampaign, HoldReason, ItemLadder, NoticeRecord, OwedInstalment } from '@quittance/dunning'
import { addDays, type CurrencyCode, keyedValues, type LocalDate } from '@quittance/kernel'
import { accountOnDay } from '@quittance/receivables'
import type { Dice } from './dice.js'
import { amountNear, dayNear, idOf, type Move, newId, someOf, type World } from './world.js'

const ladder = (dice: Dice): ItemLadder => ({
  _tag: 'ItemLadder',
  id: dice.oneIn(5) ? 'strict' : 'usual',
  version: 1,
  steps: [
    { level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: dice.oneIn(4) ? -5 : 0 },
    { level: 2, kind: 'past-due-notice', channel: 'letter', mode: 'previous-date', delayDays: 5 },
    { level: 3, kind: 'call', channel: 'call', mode: 'net-days', delayDays: 20 },
  ],
  sequential: !dice.oneIn(4),
  graceDays: dice.pick([0, 0, 3]),
  tolerances: [],
  repeatsLastStep: dice.oneIn(4),
  credits: dice.oneIn(3) ? 'in-notice' : 'matched-first',
  runDays: { _tag: 'EveryDays', from: '2024-01-01' as LocalDate, days: dice.pick([1, 7, 3]) },
  sendWithinDays: dice.oneIn(9) ? -1 : 5,
})

const campaign = ({ runDays, sendWithinDays }: ItemLadder): DunningCampaign => ({
  _tag: 'DunningCampaign',
  id: 'soft',
  version: 1,
  thresholds: ['EUR', 'USD', 'JPY', 'BHD'].map((currency) => ({ currency: currency as CurrencyCode, minor: 1 })),
  maxAttempts: 3,
  daysBetween: 5,
  gap: 'at-least',
  spacing: 'per-account',
  channel: 'e-mail',
  runDays,
  sendWithinDays,
})

/** @internal */
export const runDunning: Move = (world, dice) => {
  const on = dayNear(world, dice, world.today)
  const after = addDays(on, -dice.pick([1, 7, 30, 2]))
  const own = ladder(dice)
  const run = { on, account: 'acme/C-17', after }
  // No throw of its own: histories of other seeds stay what they were.
  const isCampaign = own.id === 'strict' && own.steps[0]?.delayDays === -5
  return isCampaign
    ? [{ _tag: 'RunCampaign', ...run, campaign: campaign(own) }]
    : [{ _tag: 'RunDunning', ...run, ladder: own }]
}

/** Something open on an instalment of the account. */
const owed = (world: World, dice: Dice): OwedInstalment | undefined =>
  someOf(dice, accountOnDay(world.state, world.today).items)

const noticesThat = (world: World, dice: Dice, ...standings: ReadonlyArray<NoticeRecord['standing']>): string => {
  const all = keyedValues(world.state.dunning.notices)
  const fitting = all.filter(({ standing }) => standings.includes(standing))
  return idOf(
    dice,
    (fitting.length === 0 || dice.oneIn(9) ? all : fitting).map(({ noticeId }) => noticeId),
  )
}

const lastOnOf = (world: World, noticeId: string): LocalDate | undefined =>
  keyedValues(world.state.dunning.notices).find((notice) => notice.noticeId === noticeId)?.lastOn

/** @internal */
export const giveNotice: Move = (world, dice) => {
  const item = owed(world, dice)
  const on = dayNear(world, dice, item?.issuedOn)
  const { itemId = 'NOWHERE', instalmentNo = 1, currency = world.currency } = item ?? {}
  const asked = dice.oneIn(2) ? { amountMinor: amountNear(dice, item?.openMinor ?? 100) } : {}
  return [
    {
      _tag: 'GiveNotice',
      on,
      noticeId: newId(world, dice, 'N'),
      currency: dice.oneIn(40) ? 'USD' : currency,
      level: dice.pick([1, 2, 1, 3]),
      kind: 'reminder',
      channel: 'letter',
      items: [{ itemId, instalmentNo, ...asked }],
      ...(dice.oneIn(3) ? {} : { sendBy: addDays(on, dice.oneIn(12) ? -1 : 10) }),
      ...(dice.oneIn(5) ? { sent: true } : {}),
      by: 'carla',
      because: dice.oneIn(30) ? '' : 'asked for by the sales desk',
    },
  ]
}

/** @internal */
export const claimNotice: Move = (world, dice) => {
  const noticeId = noticesThat(world, dice, 'due')
  const on = dayNear(world, dice, lastOnOf(world, noticeId))
  const claimed = { _tag: 'ClaimNotice', on, noticeId, by: 'mailer' } as const
  return dice.oneIn(2) ? [claimed, reported(dice, on, noticeId)] : [claimed]
}

const reported = (dice: Dice, on: LocalDate, noticeId: string): ReturnType<Move>[number] =>
  dice.oneIn(2)
    ? { _tag: 'ReportNoticeFailed', on, noticeId, reason: 'mailbox full' }
    : { _tag: 'ReportNoticeSent', on, noticeId, channel: 'e-mail', reference: 'msg-1' }

/** @internal */
export const reportNotice: Move = (world, dice) => {
  const noticeId = noticesThat(world, dice, 'claimed')
  const on = dayNear(world, dice, lastOnOf(world, noticeId))
  return [reported(dice, on, noticeId)]
}

/** @internal */
export const ignoreNotice: Move = (world, dice) => {
  const noticeId = noticesThat(world, dice, 'due', 'claimed')
  const [line] = keyedValues(world.state.dunning.notices).find((notice) => notice.noticeId === noticeId)?.lines ?? []
  const on = dayNear(world, dice, lastOnOf(world, noticeId))
  return [
    {
      _tag: 'IgnoreNotice',
      on,
      noticeId,
      by: 'carla',
      reason: 'goods on their way back',
      ...(line === undefined || dice.oneIn(2)
        ? {}
        : { lines: [{ itemId: line.itemId, instalmentNo: line.instalmentNo }] }),
    },
  ]
}

/** @internal */
export const placeHold: Move = (world, dice) => {
  const item = dice.oneIn(2) ? undefined : owed(world, dice)
  const on = dayNear(world, dice, item?.issuedOn)
  return [
    {
      _tag: 'PlaceHold',
      on,
      holdId: newId(world, dice, 'H'),
      reason: dice.pick<HoldReason>(['manual', 'court', 'insolvency']),
      ...(item === undefined ? {} : { items: [item.itemId] }),
      ...(dice.oneIn(3) ? {} : { until: addDays(on, dice.pick([10, 0, 30, -1])) }),
      by: 'dan',
    },
  ]
}

/** @internal */
export const liftHold: Move = (world, dice) => {
  const holds = keyedValues(world.state.dunning.holds)
  const holdId = idOf(
    dice,
    holds.map((hold) => hold.holdId),
  )
  const from = holds.find((hold) => hold.holdId === holdId)?.from
  return [{ _tag: 'LiftHold', on: dayNear(world, dice, from), holdId, by: 'dan' }]
}

/** @internal */
export const assignLadder: Move = (world, dice) => {
  const item = dice.oneIn(2) ? undefined : owed(world, dice)
  return [
    {
      _tag: 'AssignLadder',
      on: dayNear(world, dice, item?.issuedOn),
      ladderId: dice.oneIn(9) ? '' : dice.pick(['usual', 'strict']),
      ...(item === undefined ? {} : { items: [item.itemId] }),
      ...(dice.oneIn(2) ? { level: dice.pick([0, 1, 2]) } : {}),
      by: 'carla',
      reason: 'small firm',
    },
  ]
}
