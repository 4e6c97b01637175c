/** Moves on the last steps, and on what is told beside contacts. */
import type { OwedInstalment } from '@quittance/dunning'
import { itemsToDemand, overdueItems } from '@quittance/dunning'
import { addDays, type LocalDate } from '@quittance/kernel'
import { accountOnDay } from '@quittance/receivables'
import type { Dice } from './dice.js'
import { amountNear, dayNear, idOf, type Move, newId, someOf, type World } from './world.js'

/** Something that nothing speaks against, where there is such. */
const owed = (world: World, dice: Dice): OwedInstalment | undefined => {
  const { items } = accountOnDay(world.state, world.today)
  const free = items.filter(({ disputedMinor, promised }) => disputedMinor === 0 && promised === undefined)
  return someOf(dice, free.length === 0 || dice.oneIn(4) ? items : free)
}

/** @internal */
export const sendFinalDemand: Move = (world, dice) => {
  const item = owed(world, dice)
  const on = dice.oneIn(4) ? dayNear(world, dice, item?.issuedOn) : addDays(world.today, dice.pick([0, 1, 40]))
  const currency = item?.currency ?? world.currency
  const whole = itemsToDemand(overdueItems(accountOnDay(world.state, on), on), currency).map(({ itemId }) => itemId)
  return [
    {
      _tag: 'SendFinalDemand',
      on,
      demandId: newId(world, dice, 'FD'),
      currency,
      items: whole.length === 0 || dice.oneIn(9) ? [item?.itemId ?? 'NOWHERE'] : whole,
      channel: 'letter',
      addressee: dice.oneIn(20) ? '' : 'Ms Globex',
      address: '1 Road, Town',
      deadlineOn: addDays(on, dice.pick([10, 11, 14, dice.oneIn(9) ? -1 : 9])),
      consequence: 'agency',
      approvedBy: 'dan',
      afterLevel: dice.pick([0, 0, 1]),
    },
  ]
}

/** @internal */
export const carryOut: Move = (world, dice) => {
  const demands = [...demandsOf(world)]
  const demandId = idOf(
    dice,
    demands.map(([id]) => id),
  )
  const deadlineOn = demands.find(([id]) => id === demandId)?.[1]
  return [{ _tag: 'CarryOutConsequence', on: dayNear(world, dice, deadlineOn), demandId, by: 'dan' }]
}

const demandsOf = (world: World): ReadonlyArray<readonly [string, LocalDate]> =>
  world.state.dunning.demands.buckets.flatMap((bucket) =>
    Object.entries(bucket).map(([id, { deadlineOn }]) => [id, deadlineOn] as const),
  )

/** @internal */
export const placeWithAgency: Move = (world, dice) => {
  const item = owed(world, dice)
  const on = dayNear(world, dice, item?.issuedOn)
  const placementId = newId(world, dice, 'PL')
  return [
    {
      _tag: 'PlaceWithAgency',
      on,
      placementId,
      agency: 'inkasso-nord',
      currency: item?.currency ?? world.currency,
      items: [item?.itemId ?? 'NOWHERE'],
      approvedBy: dice.oneIn(20) ? '' : 'dan',
    },
    ...(dice.oneIn(3) ? [{ _tag: 'RecallFromAgency', on, placementId, reason: 'paid to us' } as const] : []),
  ]
}

const somePlacement = (world: World, dice: Dice): { readonly id: string; readonly on: LocalDate | undefined } => {
  const placements = world.state.dunning.placements.buckets.flatMap((bucket) => Object.entries(bucket))
  const id = idOf(
    dice,
    placements.map(([one]) => one),
  )
  return { id, on: placements.find(([one]) => one === id)?.[1].lastOn }
}

/** @internal */
export const recallFromAgency: Move = (world, dice) => {
  const { id: placementId, on } = somePlacement(world, dice)
  return [{ _tag: 'RecallFromAgency', on: dayNear(world, dice, on), placementId, reason: 'paid to us' }]
}

/** @internal */
export const recordAgencyRemittance: Move = (world, dice) => {
  const { id: placementId, on } = somePlacement(world, dice)
  return [
    {
      _tag: 'RecordAgencyRemittance',
      on: dayNear(world, dice, on),
      remittanceId: newId(world, dice, 'AR'),
      placementId,
      currency: world.currency,
      collectedMinor: dice.pick([100, 0, 1]),
      commissionMinor: dice.pick([0, 1, 10]),
    },
  ]
}

/** Of what is told beside contacts: a review, a collector, a sign of trouble, an order. @internal */
export const tellAbout: Move = (world, dice) => {
  const on = dayNear(world, dice, world.today)
  const touchId = idOf(
    dice,
    world.state.dunning.touches.buckets.flatMap((bucket) => Object.keys(bucket)),
  )
  const amountMinor = amountNear(dice, 100)
  const id = newId(world, dice, 'X')
  const checklist = { id: 'twelve', version: 1 }
  const points = [{ code: 'full-ask', met: true }]
  return [
    dice.pick<ReturnType<Move>[number]>([
      { _tag: 'ReviewCall', on, reviewId: id, touchId, checklist, points, reviewedBy: 'dan' },
      { _tag: 'AssignCollector', on, collector: dice.oneIn(5) ? '' : 'carla', role: 'collector', capacityMinutes: 240 },
      { _tag: 'ReportDistressSign', on, signId: id, kind: 'bounced-payment', ...(dice.oneIn(2) ? { touchId } : {}) },
      { _tag: 'RecordOrderPlaced', on, orderId: id, currency: world.currency, amountMinor },
    ]),
  ]
}
