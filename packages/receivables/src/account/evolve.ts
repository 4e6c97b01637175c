/**
 * What a fact does to the account: it goes to its room. Total over all history; refuses nothing.
 */
import { type CashFact, evolveCash } from '@quittance/cash-application'
import { type DunningFact, evolveDunning } from '@quittance/dunning'
import { evolveInvoicing, type InvoicingFact } from '@quittance/invoicing'
import { type Envelope, keyedGet, keyedSet, type Recorded } from '@quittance/kernel'
import { evolvePromises, type PromisesFact } from '@quittance/promises-to-pay'
import type { AccountFact } from './account.js'
import type { AccountLifeFact } from './life.js'
import { roomOfFact } from './rooms.js'
import type { AccountState } from './state.js'

/**
 * Write one fact into the draft.
 *
 * @law both modes of the fold agree
 * @category decisions
 * @since 0.1.0
 */
export const evolveAccount = (draft: AccountState, fact: AccountFact): void => {
  if (draft.life.lastOn === undefined || fact.on > draft.life.lastOn) draft.life.lastOn = fact.on
  switch (roomOfFact(fact)) {
    case 'invoicing':
      return evolveInvoicing(draft.invoicing, fact as InvoicingFact)
    case 'cash-application':
      return evolveCash(draft.cash, fact as CashFact)
    case 'promises-to-pay':
      return evolvePromises(draft.promises, fact as PromisesFact)
    case 'dunning':
      return evolveDunning(draft.dunning, fact as DunningFact)
    case 'account':
      return evolveLife(draft, fact as AccountLifeFact)
  }
}

/**
 * Write one recorded fact into the draft: the fact, and which command it answered.
 *
 * @law one result per command id
 * @category decisions
 * @since 0.1.0
 */
export const evolveRecorded = (draft: AccountState, recorded: Recorded<AccountFact>): void => {
  rememberCommand(draft, recorded)
  evolveAccount(draft, recorded.fact)
}

const rememberCommand = (draft: AccountState, { commandId, commandHash, revision }: Envelope): void => {
  const known = keyedGet(draft.commands, commandId)
  if (known === undefined)
    keyedSet(draft.commands, commandId, { hash: commandHash, firstRevision: revision, lastRevision: revision })
  else known.lastRevision = revision
}

const evolveLife = (draft: AccountState, fact: AccountLifeFact): void => {
  switch (fact._tag) {
    case 'AccountOpened':
      draft.life.opened = true
      return
    case 'AccountClosed':
      draft.life.closedOn = fact.on
      return
    case 'AccountReopened':
      draft.life.closedOn = undefined
      return
  }
}
