/** Moves on contacts: a touch, an excuse. */
import type { Channel, ContactRole, TouchOutcome } from '@quittance/dunning'
import { addDays, keyedEntries, keyedGet } from '@quittance/kernel'
import type { Dice } from './dice.js'
import { amountNear, dayNear, idOf, type Move, newId, openDocuments, someOf, type World } from './world.js'

/** An item of the account for about half of them. */
const about = (world: World, dice: Dice) => (dice.oneIn(2) ? undefined : someOf(dice, openDocuments(world, dice)))

/** @internal */
export const recordTouch: Move = (world, dice) => {
  const document = about(world, dice)
  const on = dayNear(world, dice, document?.issuedOn)
  return [
    {
      _tag: 'RecordTouch',
      on,
      touchId: newId(world, dice, 'T'),
      channel: dice.pick<Channel>(['call', 'e-mail', 'letter', 'text']),
      role: dice.pick<ContactRole>(['collector', 'system', 'executive']),
      outcome: dice.pick<TouchOutcome>(['reached', 'voicemail', 'sent', 'promised']),
      ...(document === undefined ? {} : { items: [document.documentId] }),
      ...(dice.oneIn(2) ? { askMinor: amountNear(dice, document?.openMinor ?? 100), currency: world.currency } : {}),
      ...(dice.oneIn(2) ? { nextAction: { kind: 'call', on: addDays(on, dice.oneIn(8) ? -1 : 7) } } : {}),
    },
  ]
}

/** @internal */
export const recordExcuse: Move = (world, dice) => {
  const { touches } = world.state.dunning
  const touchId = idOf(
    dice,
    [...keyedEntries(touches)].map(([id]) => id),
  )
  const document = about(world, dice)
  const on = dayNear(world, dice, keyedGet(touches, touchId))
  return [
    {
      _tag: 'RecordExcuse',
      on,
      excuseId: newId(world, dice, 'X'),
      code: dice.oneIn(9) ? '' : 'cash-is-due',
      ...(dice.oneIn(2) ? { touchId } : {}),
      ...(document === undefined ? {} : { items: [document.documentId] }),
      ...(dice.oneIn(2) ? { resolveOn: addDays(on, dice.oneIn(8) ? -1 : 3), words: 'on Tuesday' } : {}),
    },
  ]
}
