/**
 * How what was taken off an item falls on its instalments: the earliest first, in the order in which it
 * happened; what is given back comes off the latest first.
 */
import type { Instalment } from '@quittance/invoicing'
import { type BalancesAt, openAt } from '../ledger-view/balances-at.js'
import { because } from '../ledger-view/because.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { Measure } from '../ledger-view/measures.js'
import type { PointInTime } from '../point-in-time.js'

/** An instalment's part of its item's figures. @internal */
export interface InstalmentPart {
  readonly paidMinor: number
  readonly discountedMinor: number
  readonly creditedMinor: number
  readonly writtenOffMinor: number
  readonly transferredMinor: number
  readonly nettedMinor: number
  readonly openMinor: number
  readonly disputedMinor: number
  readonly deductedMinor: number
  readonly futureMinor: number
}

/** @internal */
export const spreadOverInstalments = (
  view: LedgerView,
  at: PointInTime,
  balances: BalancesAt,
  index: number,
  instalments: ReadonlyArray<Instalment>,
): ReadonlyArray<InstalmentPart> =>
  instalments.length === 1 ? [wholePart(balances, index)] : spread(view, at, balances, index, instalments)

const wholePart = (balances: BalancesAt, index: number): InstalmentPart => {
  const openMinor = openAt(balances, index)
  return {
    paidMinor: balances.paid[index] as number,
    discountedMinor: balances.discounted[index] as number,
    creditedMinor: balances.credited[index] as number,
    writtenOffMinor: balances.writtenOff[index] as number,
    transferredMinor: balances.transferred[index] as number,
    nettedMinor: balances.netted[index] as number,
    openMinor,
    disputedMinor: Math.min(balances.disputed[index] as number, Math.max(openMinor, 0)),
    deductedMinor: Math.min(balances.deducted[index] as number, Math.max(openMinor, 0)),
    futureMinor: Math.min(Math.max(balances.futureTakenOff[index] as number, 0), Math.max(openMinor, 0)),
  }
}

type TakenOff =
  'paidMinor' | 'discountedMinor' | 'creditedMinor' | 'writtenOffMinor' | 'transferredMinor' | 'nettedMinor'

const partOfMeasure: Partial<Record<Measure, TakenOff>> = {
  paid: 'paidMinor',
  discounted: 'discountedMinor',
  credited: 'creditedMinor',
  'written-off': 'writtenOffMinor',
  transferred: 'transferredMinor',
  netted: 'nettedMinor',
}

const spread = (
  view: LedgerView,
  at: PointInTime,
  balances: BalancesAt,
  index: number,
  instalments: ReadonlyArray<Instalment>,
): ReadonlyArray<InstalmentPart> => {
  const parts = instalments.map(({ amountMinor }) => ({
    paidMinor: 0,
    discountedMinor: 0,
    creditedMinor: 0,
    writtenOffMinor: 0,
    transferredMinor: 0,
    nettedMinor: 0,
    openMinor: amountMinor,
  }))
  for (const { measure, minor } of because(view, index, at)) {
    const name = partOfMeasure[measure]
    if (name === undefined) continue
    let leftMinor = Math.abs(minor)
    for (const part of minor > 0 ? parts : [...parts].reverse()) {
      const moved = Math.min(leftMinor, minor > 0 ? part.openMinor : part[name])
      part[name] += minor > 0 ? moved : -moved
      part.openMinor += minor > 0 ? -moved : moved
      leftMinor -= moved
    }
  }
  const open = parts.map(({ openMinor }) => openMinor)
  const disputed = fillEarliest(balances.disputed[index] as number, open)
  const deducted = fillEarliest(balances.deducted[index] as number, open)
  const future = fillEarliest(balances.futureTakenOff[index] as number, open)
  return parts.map((part, position) => ({
    ...part,
    disputedMinor: disputed[position] ?? 0,
    deductedMinor: deducted[position] ?? 0,
    futureMinor: future[position] ?? 0,
  }))
}

const fillEarliest = (totalMinor: number, capacities: ReadonlyArray<number>): ReadonlyArray<number> => {
  let leftMinor = totalMinor
  return capacities.map((capacity) => {
    const filled = Math.max(Math.min(leftMinor, capacity), 0)
    leftMinor -= filled
    return filled
  })
}
