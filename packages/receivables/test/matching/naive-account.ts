/** An account as a child would keep it: maps of amounts, changed by what was asked for and accepted. Shares no code with the package. */
import type { AccountCommand } from '../../src/index.js'

interface Owed {
  readonly currency: string
  readonly amountMinor: number
  openMinor: number
}

interface Held {
  readonly currency: string
  freeMinor: number
  gone: boolean
}

interface Allocation {
  readonly from: Held
  readonly to: Owed
  readonly minor: number
}

export interface NaiveAccount {
  readonly items: Map<string, Owed>
  readonly credits: Map<string, Held>
  readonly receipts: Map<string, Held>
  readonly allocations: Map<string, Allocation>
}

export const naiveAccount = (): NaiveAccount => ({
  items: new Map(),
  credits: new Map(),
  receipts: new Map(),
  allocations: new Map(),
})

const known = <A>(map: ReadonlyMap<string, A>, id: string): A => {
  const found = map.get(id)
  if (found === undefined) throw new Error(`accepted, and nobody knows ${id}`)
  return found
}

const sumOf = (lines: ReadonlyArray<{ readonly netMinor?: number }>): number =>
  lines.reduce((so, { netMinor = Number.NaN }) => so + netMinor, 0)

/** What an accepted command does to the maps. */
export const postNaively = (account: NaiveAccount, command: AccountCommand): void => {
  const { items, credits, receipts, allocations } = account
  switch (command._tag) {
    case 'IssueInvoice': {
      const amountMinor = sumOf(command.lines)
      items.set(command.documentId, { currency: command.currency, amountMinor, openMinor: amountMinor })
      return
    }
    case 'IssueCreditNote': {
      const grossMinor = sumOf(command.lines)
      const item = command.precedingId === undefined ? undefined : known(items, command.precedingId)
      const offsetMinor = Math.min(item?.openMinor ?? 0, grossMinor)
      if (item !== undefined) item.openMinor -= offsetMinor
      credits.set(command.documentId, { currency: command.currency, freeMinor: grossMinor - offsetMinor, gone: false })
      return
    }
    case 'RecordReceipt':
      receipts.set(command.receiptId, {
        currency: command.amount.currency,
        freeMinor: command.amount.minor,
        gone: false,
      })
      return
    case 'ApplyCash':
    case 'ApplyCredit': {
      const from = command._tag === 'ApplyCash' ? known(receipts, command.receiptId) : known(credits, command.creditId)
      for (const { applicationId, itemId, amount } of command.lines) {
        const to = known(items, itemId)
        to.openMinor -= amount.minor
        from.freeMinor -= amount.minor
        allocations.set(applicationId, { from, to, minor: amount.minor })
      }
      return
    }
    case 'Unapply':
      return takeBack(account, command.applicationId)
    case 'ReturnReceipt': {
      const receipt = known(receipts, command.receiptId)
      for (const [id, { from }] of allocations) if (from === receipt) takeBack(account, id)
      receipt.freeMinor = 0
      receipt.gone = true
      return
    }
    case 'WriteOff':
      known(items, command.itemId).openMinor -= command.amount.minor
      return
    default:
      return
  }
}

const takeBack = ({ allocations }: NaiveAccount, applicationId: string): void => {
  const { from, to, minor } = known(allocations, applicationId)
  from.freeMinor += minor
  to.openMinor += minor
  allocations.delete(applicationId)
}
