/** Moves on the account itself: open, settle and close, open again. */
import { keyedValues } from '@quittance/kernel'
import type { AccountCommand } from '@quittance/receivables'
import { writeOffPolicy } from './receipts.js'
import {
  creditNotes,
  dayNear,
  freeCreditMinor,
  freeMinor,
  type Move,
  newId,
  owedDocuments,
  type World,
} from './world.js'

/** @internal */
export const openAccount: Move = (world, dice) => [
  { _tag: 'OpenAccount', on: dayNear(world, dice), name: 'Globex GmbH', attributes: { region: 'north' } },
]

/** @internal */
export const reopenAccount: Move = (world, dice) => [
  { _tag: 'ReopenAccount', on: dayNear(world, dice, world.state.life.closedOn), reason: 'new order' },
]

/** Now and then without settling first, which is refused while anything is owed. @internal */
export const closeAccount: Move = (world, dice) => {
  const on = dayNear(world, dice, world.state.life.lastOn)
  return [
    ...(dice.oneIn(4) ? [] : settle(world, on, (prefix) => newId(world, dice, prefix))),
    { _tag: 'CloseAccount', on, reason: 'moved away' },
  ]
}

/** Everything open is written off, everything held is paid back. */
const settle = (world: World, on: World['today'], id: (prefix: string) => string): ReadonlyArray<AccountCommand> => [
  ...owedDocuments(world)
    .filter(({ openMinor }) => openMinor > 0)
    .map(({ documentId, currency, openMinor }): AccountCommand => ({
      _tag: 'WriteOff',
      on,
      writeOffId: id('WO'),
      itemId: documentId,
      amount: { currency, minor: openMinor },
      reason: 'bad-debt',
      requestedBy: 'clerk',
      approvedBy: 'controller',
      policy: writeOffPolicy,
    })),
  ...keyedValues(world.state.cash.receipts)
    .filter((receipt) => receipt.status === 'live' && freeMinor(receipt) + receipt.onAccountMinor > 0)
    .map((receipt): AccountCommand => ({
      _tag: 'Refund',
      on,
      refundId: id('RF'),
      source: 'receipt',
      sourceId: receipt.receiptId,
      amount: { currency: receipt.currency, minor: freeMinor(receipt) + receipt.onAccountMinor },
    })),
  ...creditNotes(world)
    .filter((credit) => freeCreditMinor(world, credit) > 0)
    .map((credit): AccountCommand => ({
      _tag: 'Refund',
      on,
      refundId: id('RF'),
      source: 'credit-note',
      sourceId: credit.documentId,
      amount: { currency: credit.currency, minor: freeCreditMinor(world, credit) },
    })),
]
