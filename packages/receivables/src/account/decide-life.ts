/** Opening, closing and reopening an account. */
import { accept, type Decided, refuse } from '@quittance/kernel'
import { accountBalances } from '../policies/account-balance.js'
import type { AccountLifeCommand, AccountLifeFact, AccountLifeRejection } from './life.js'
import type { AccountState } from './state.js'
import type { TooEarly } from '@quittance/cash-application'

/** @internal */
export const decideLife = (
  command: AccountLifeCommand,
  state: AccountState,
): Decided<AccountLifeRejection | TooEarly, AccountLifeFact> => {
  const { on } = command
  switch (command._tag) {
    case 'OpenAccount':
      if (state.life.opened) return refuse({ _tag: 'AccountAlreadyOpen' })
      return accept({
        _tag: 'AccountOpened',
        on,
        ...(command.name === undefined ? {} : { name: command.name }),
        ...(command.attributes === undefined ? {} : { attributes: command.attributes }),
      })
    case 'CloseAccount':
      return close(command.reason, command, state)
    case 'ReopenAccount':
      if (state.life.closedOn === undefined) return refuse({ _tag: 'AccountAlreadyOpen' })
      if (on < state.life.closedOn) return refuse({ _tag: 'TooEarly', on, notBefore: state.life.closedOn })
      return accept({ _tag: 'AccountReopened', on, reason: command.reason })
  }
}

const close = (
  reason: string,
  { on }: AccountLifeCommand,
  state: AccountState,
): Decided<AccountLifeRejection | TooEarly, AccountLifeFact> => {
  const { lastOn } = state.life
  if (lastOn !== undefined && on < lastOn) return refuse({ _tag: 'TooEarly', on, notBefore: lastOn })
  for (const { currency, openMinor, unappliedMinor, onAccountMinor, creditMinor } of accountBalances(state)) {
    const heldMinor = unappliedMinor + onAccountMinor + creditMinor
    if (openMinor !== 0 || heldMinor !== 0) return refuse({ _tag: 'AccountNotSettled', currency, openMinor, heldMinor })
  }
  return accept({ _tag: 'AccountClosed', on, reason })
}
